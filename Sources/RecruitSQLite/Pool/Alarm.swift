import Synchronization

/// The one thread that stops calls whose time limit has passed.
final class Alarm: Sendable {
    static let shared = Alarm()

    private struct Entry {
        let call: Call
        let limit: Duration
        let deadline: ContinuousClock.Instant
    }

    private struct State {
        var entries: [ObjectIdentifier: Entry] = [:]
        var isRunning = false
        /// Until when the thread sleeps.
        var next: ContinuousClock.Instant?
    }

    private let state = Mutex(State())
    private let signal = Signal()

    /// Has `call` stopped when `limit` has passed, unless it is cleared before.
    func set(_ call: Call, after limit: Duration) throws(SQLiteError) {
        guard limit > .zero else { return call.stop(.timeLimit(limit)) }
        // A limit of centuries must not overflow the clock.
        let deadline = ContinuousClock.now + min(limit, .seconds(1 << 32))
        let (starts, wakes) = state.withLock { state in
            state.entries[ObjectIdentifier(call)] = Entry(call: call, limit: limit, deadline: deadline)
            let starts = !state.isRunning
            state.isRunning = true
            return (starts, state.next.map { deadline < $0 } ?? true)
        }
        if starts {
            do {
                try DetachedThread.start { self.run() }
            } catch {
                state.withLock { state in
                    state.isRunning = false
                    state.entries[ObjectIdentifier(call)] = nil
                }
                throw error
            }
        } else if wakes {
            signal.raise()
        }
    }

    /// Forgets a call that has ended.
    func clear(_ call: Call) {
        state.withLock { $0.entries[ObjectIdentifier(call)] = nil }
    }

    private func run() {
        while true {
            let now = ContinuousClock.now
            let (late, next) = state.withLock { state in
                let late = state.entries.values.filter { $0.deadline <= now }
                for entry in late { state.entries[ObjectIdentifier(entry.call)] = nil }
                state.next = state.entries.values.map(\.deadline).min()
                return (late, state.next)
            }
            for entry in late { entry.call.stop(.timeLimit(entry.limit)) }
            if let next { signal.wait(atMost: next - .now) } else { signal.wait() }
        }
    }
}
