import Synchronization

/// Which tables were committed to when, for all who watch one pool.
///
/// Commits are numbered. Whoever watches remembers the number that it has seen; so nothing is missed between two looks,
/// many commits are one piece of news to who looks seldom, and nothing is kept for who never looks.
final class CommitLog: Sendable {
    /// What commits touched.
    enum Touched {
        case tables(Set<String>)
        /// The schema, or what another connection wrote.
        case everything
    }

    fileprivate struct Waiter {
        let tables: Set<String>
        let continuation: UnsafeContinuation<Void, Never>
    }

    fileprivate struct State {
        var number: UInt64 = 0
        var last: [String: UInt64] = [:]
        var lastOfEverything: UInt64 = 0
        var waiters: [UInt64: Waiter] = [:]
        var nextWaiter: UInt64 = 0
        var watchers = 0
        var isClosed = false
        /// Why it could not be known what was committed, and since when.
        var failure: (error: SQLiteError, number: UInt64)?
    }

    private let state = Mutex(State())
    private let active = Atomic<Bool>(false)

    /// Whether anybody watches.
    var isActive: Bool {
        active.load(ordering: .sequentiallyConsistent)
    }

    /// Counts a watcher in; true for the first.
    func enter() -> Bool {
        state.withLock { state in
            state.watchers += 1
            active.store(true, ordering: .sequentiallyConsistent)
            return state.watchers == 1
        }
    }

    /// Counts a watcher out.
    func leave() {
        state.withLock { state in
            state.watchers -= 1
            if state.watchers == 0 { active.store(false, ordering: .sequentiallyConsistent) }
        }
    }

    /// Whether the pool was closed.
    var isClosed: Bool {
        state.withLock { $0.isClosed }
    }

    /// The number of the last commit.
    var number: UInt64 {
        state.withLock { $0.number }
    }

    /// Says that a commit happened, and wakes who waits for it.
    func publish(_ touched: Touched) {
        if case .tables(let tables) = touched, tables.isEmpty { return }
        let woken = state.withLock { state -> [Waiter] in
            state.number += 1
            switch touched {
            case .everything:
                state.lastOfEverything = state.number
                return state.takeWaiters { _ in true }
            case .tables(let tables):
                for table in tables { state.last[table] = state.number }
                return state.takeWaiters { !$0.tables.isDisjoint(with: tables) }
            }
        }
        for waiter in woken { waiter.continuation.resume() }
    }

    /// Tells who watches now that the file cannot be asked.
    func fail(_ error: SQLiteError) {
        let woken = state.withLock { state -> [Waiter] in
            state.number += 1
            state.failure = (error, state.number)
            return state.takeWaiters { _ in true }
        }
        for waiter in woken { waiter.continuation.resume() }
    }

    /// Ends all watching: the pool was closed.
    func close() {
        let woken = state.withLock { state -> [Waiter] in
            state.isClosed = true
            return state.takeWaiters { _ in true }
        }
        for waiter in woken { waiter.continuation.resume() }
    }

    /// What happened to `tables` since a number, and the number it is known for; nil where watching has ended.
    func news(for tables: Set<String>, since seen: UInt64) throws -> (touched: Touched, number: UInt64)? {
        try state.withLock { state in
            if state.isClosed { return nil }
            if let failure = state.failure, failure.number > seen { throw failure.error }
            if state.lastOfEverything > seen { return (.everything, state.number) }
            return (.tables(tables.filter { (state.last[$0] ?? 0) > seen }), state.number)
        }
    }

    /// Suspends until something happened to `tables` since that number, watching has ended, or the task is cancelled.
    func wait(for tables: Set<String>, since seen: UInt64) async {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in
                let waits = state.withLock { state in
                    if state.isClosed || Task.isCancelled || state.hasNews(for: tables, since: seen) { return false }
                    state.waiters[id] = Waiter(tables: tables, continuation: continuation)
                    return true
                }
                if !waits { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.continuation.resume()
        }
    }
}

extension CommitLog.State {
    fileprivate mutating func takeWaiters(_ isMeant: (CommitLog.Waiter) -> Bool) -> [CommitLog.Waiter] {
        let ids = waiters.filter { isMeant($0.value) }.map(\.key)
        return ids.compactMap { waiters.removeValue(forKey: $0) }
    }

    fileprivate func hasNews(for tables: Set<String>, since seen: UInt64) -> Bool {
        lastOfEverything > seen || (failure?.number ?? 0) > seen || tables.contains { (last[$0] ?? 0) > seen }
    }
}
