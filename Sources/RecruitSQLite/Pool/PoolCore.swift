import Synchronization

/// What a pool and its workers share: the slots, and who gets them when.
final class PoolCore: Sendable {
    private let state: Mutex<PoolState>
    private let slots: [Slot]
    private let hasWriter: Bool

    init(readers: [Slot], writer: Slot?) {
        slots = readers + (writer.map { [$0] } ?? [])
        hasWriter = writer != nil
        state = Mutex(PoolState(readers: readers, writer: writer.map { [$0] } ?? []))
    }

    var isClosed: Bool {
        state.withLock { $0.isClosed }
    }

    /// Runs `body` on this thread.
    func perform<T>(_ purpose: Pool.Purpose, _ limit: Duration?, _ body: (Connection) throws -> T) throws -> T {
        for slot in slots where slot.isHeldHere {
            throw SQLiteError.misuse("read or write of a pool within a body of the same pool")
        }
        guard let limit else {
            let slot = try takeFree(purpose) ?? take(purpose, for: ThreadCall())
            defer { _ = give(slot, purpose, from: nil) }
            return try slot.perform(purpose, for: nil, body)
        }
        let call = ThreadCall()
        try Alarm.shared.set(call, after: limit)
        defer { Alarm.shared.clear(call) }
        let slot = try take(purpose, for: call)
        defer { _ = give(slot, purpose, from: nil) }
        return try slot.perform(purpose, for: call, body)
    }

    /// Runs `body` on a worker.
    nonisolated(nonsending) func perform<T: Sendable>(
        _ purpose: Pool.Purpose, _ limit: Duration?, _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        let call = AsyncCall(purpose, body)
        guard let limit else { return try await call.wait { submit($0) } }
        try Alarm.shared.set(call, after: limit)
        defer { Alarm.shared.clear(call) }
        return try await call.wait { submit($0) }
    }

    private func takeFree(_ purpose: Pool.Purpose) throws(SQLiteError) -> Slot? {
        try state.withLock { state throws(SQLiteError) in
            try requireOpen(state, for: purpose)
            return state.takeFree(purpose)
        }
    }

    private func take(_ purpose: Pool.Purpose, for call: ThreadCall) throws -> Slot {
        let slot: Slot? = try state.withLock { state throws(SQLiteError) in
            try requireOpen(state, for: purpose)
            if let slot = state.takeFree(purpose) { return slot }
            if call.wait() { state[purpose].append(call) }
            return nil
        }
        if let slot { return slot }
        if let reason = call.reason { throw reason.error }
        return try call.park()
    }

    private func requireOpen(_ state: borrowing PoolState, for purpose: Pool.Purpose) throws(SQLiteError) {
        if state.isClosed { throw SQLiteError.misuse("the pool is closed") }
        if purpose == .write, !hasWriter {
            throw SQLiteError(code: .readOnly, message: "the pool was opened for reading")
        }
    }

    private func submit(_ job: Job) {
        do {
            let grant: PoolState.Grant? = try state.withLock { state throws(SQLiteError) in
                try requireOpen(state, for: job.purpose)
                if let slot = state.takeFree(job.purpose) { return state.start(job, slot) }
                if job.wait() { state[job.purpose].append(job) }
                return nil
            }
            if let grant {
                carryOut(grant)
            } else if let reason = job.reason {
                job.fail(reason.error)
            }
        } catch {
            job.fail(error)
        }
    }

    /// Takes a slot back; a worker gets its next job, where there is one.
    func give(_ slot: Slot, _ purpose: Pool.Purpose, from worker: Worker?) -> (job: Job, slot: Slot)? {
        guard let grant = state.withLock({ $0.pass(slot, purpose, from: worker) }) else { return nil }
        if case .here(let job, let slot) = grant { return (job, slot) }
        carryOut(grant)
        return nil
    }

    private func carryOut(_ grant: PoolState.Grant) {
        switch grant {
        case .thread(let call, let slot): call.receive(slot)
        case .worker(let worker, let job, let slot): worker.assign(job, on: slot)
        case .here: break
        case .newWorker(let job, let slot):
            do {
                try Worker.start(with: job, on: slot, for: self)
            } catch {
                _ = give(slot, job.purpose, from: nil)
                job.fail(error)
            }
        }
    }

    /// Closes every connection and ends the workers; throws `.busy` where a body is at work.
    func close() throws(SQLiteError) {
        let workers = try state.withLock { state throws(SQLiteError) -> [Worker] in
            if state.busy > 0 {
                throw SQLiteError(code: .busy, message: "the pool is in use: \(state.busy) bodies are at work")
            }
            state.isClosed = true
            defer { state.idleWorkers = [] }
            return state.idleWorkers
        }
        for worker in workers { worker.dismiss() }
        for slot in slots { slot.close() }
    }
}
