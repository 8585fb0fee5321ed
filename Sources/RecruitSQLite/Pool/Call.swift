import Synchronization

/// One call of `read` or `write`, from its coming to its end, that may be stopped at any moment.
///
/// A call ends once: by its body, or by being stopped while it waits for a connection. `granted` tells it the first,
/// `stopped` the second.
// Unchecked: subclasses add what is set before the call is known to other threads.
class Call: @unchecked Sendable {
    /// Why a call was stopped.
    enum Reason {
        case cancelled
        case timeLimit(Duration)

        var error: any Error {
            switch self {
            case .cancelled: CancellationError()
            case .timeLimit(let limit):
                SQLiteError(code: .interrupt, message: "the time limit of \(limit) passed")
            }
        }

        /// What the caller hears: of a time limit also the statement that it ended, which `error` names.
        func error(insteadOf error: any Error) -> any Error {
            guard case .timeLimit(let limit) = self, let ended = error as? SQLiteError, ended.code == .interrupt,
                let sql = ended.sql
            else { return self.error }
            return SQLiteError(
                code: .interrupt, message: "the time limit of \(limit) passed", sql: sql, position: ended.position)
        }
    }

    private enum Phase {
        /// Nobody waits for it yet.
        case new
        /// It waits for a connection.
        case waiting
        /// It has a connection, but runs nothing that could be interrupted.
        case granted
        /// Its body is at work on that database.
        case running(Lease, database: UInt)
        case ended
    }

    private let state = Mutex<(phase: Phase, reason: Reason?)>((.new, nil))

    /// Begins to wait; false where the call was stopped before.
    func wait() -> Bool {
        state.withLock { state in
            guard case .new = state.phase else { return false }
            state.phase = .waiting
            return true
        }
    }

    /// Gives the call a connection; false where it was stopped while it waited.
    func grant() -> Bool {
        state.withLock { state in
            switch state.phase {
            case .new, .waiting:
                state.phase = .granted
                return true
            case .granted, .running, .ended: return false
            }
        }
    }

    /// Begins the body; throws why the call shall stop, where it shall.
    func run(_ lease: Lease, on database: OpaquePointer) throws {
        let reason = state.withLock { state in
            if state.reason == nil { state.phase = .running(lease, database: UInt(bitPattern: database)) }
            return state.reason
        }
        if let reason { throw reason.error }
    }

    /// Ends the body: from now on nothing interrupts its connection. Returns why it was to stop.
    func seal() -> Reason? {
        state.withLock { state in
            state.phase = .ended
            return state.reason
        }
    }

    /// Stops the call, wherever it is; one that has ended stays as it is.
    func stop(_ reason: Reason) {
        let hasWaited = state.withLock { state in
            guard state.reason == nil else { return false }
            switch state.phase {
            case .new:
                state = (.ended, reason)
            case .waiting:
                state = (.ended, reason)
                return true
            case .granted:
                state.reason = reason
            case .running(let lease, let database):
                state.reason = reason
                // Within the lock: once `seal` has it, the connection may be another call's.
                if let database = OpaquePointer(bitPattern: database) { lease.stop(database) }
            case .ended: break
            }
            return false
        }
        if hasWaited { stopped(reason) }
    }

    /// Why the call was stopped.
    var reason: Reason? {
        state.withLock { $0.reason }
    }

    /// Hears that the call was stopped while it waited.
    func stopped(_ reason: Reason) {}
}
