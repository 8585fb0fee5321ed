import CRecruitSQLite

/// The closure that SQLite asks while a statement runs.
final class ProgressContext {
    /// After how many instructions the caller wants to be asked.
    let instructions: Int
    let shouldStop: () -> Bool
    private let callbacks: Callbacks
    private let lease: Lease?

    init(_ database: DatabaseHandle, every instructions: Int, _ shouldStop: @escaping () -> Bool) {
        callbacks = database.callbacks
        lease = database.lease
        self.instructions = instructions
        self.shouldStop = shouldStop
    }

    func answer() -> Int32 {
        guard lease?.isStopped != true, callbacks.enter() else { return 1 }
        defer { callbacks.leave() }
        return shouldStop() ? 1 : 0
    }
}

extension Connection {
    /// Asks `shouldStop` about every so many instructions of a running statement; true ends it with `.interrupt`.
    ///
    /// The closure should not use the connection. nil takes it away (`sqlite3_progress_handler`).
    public func onProgress(every instructions: Int, _ shouldStop: (() -> Bool)?) {
        guard database.isOpen else { return }
        let former = database.progress
        database.hooks?.remember(.progress) { $0.onProgress(every: former?.instructions ?? 1, former?.shouldStop) }
        guard let shouldStop else {
            sqlite3_progress_handler(database.pointer, 0, nil, nil)
            database.progress = nil
            database.lease?.watch(database.pointer)
            return
        }
        let context = ProgressContext(database, every: instructions, shouldStop)
        // A pool must hear soon that a body shall stop, however seldom the caller asks.
        let most = database.lease == nil ? Int(Int32.max) : Lease.instructions
        sqlite3_progress_handler(
            database.pointer, Int32(clamping: max(1, min(instructions, most))),
            { context in
                guard let context else { return 0 }
                return Unmanaged<ProgressContext>.fromOpaque(context).takeUnretainedValue().answer()
            }, Unmanaged.passUnretained(context).toOpaque())
        database.progress = context
    }

    /// Ends the statements that run now with `.interrupt`, such as from within a row's closure (`sqlite3_interrupt`).
    public func interrupt() {
        if database.isOpen { sqlite3_interrupt(database.pointer) }
    }
}
