import CRecruitSQLite
import Synchronization

/// What a pool and its workers share: the slots, and who gets them when.
@usableFromInline
final class PoolCore: Sendable {
    private let state: Mutex<PoolState>
    let readers: SlotTable
    let writer: SlotTable
    /// The connection that looks for the commits of others, where there is no writer.
    let watcher: SlotTable
    /// Whether nobody else can have the database open.
    let isPrivate: Bool
    let log: CommitLog
    let isLookingRegularly = Mutex(false)
    /// How many looks for the commits of others are at work, which take a connection for a moment.
    let looks = Atomic<Int>(0)
    /// Whether the pool is about to be closed, and no look may begin.
    let isClosing = Atomic<Bool>(false)
    /// How many calls wait for a slot; changed with the lock only.
    private let waiting = Atomic<Int>(0)

    init(readers: [Slot], writer: Slot?, watcher: Slot?, isPrivate: Bool, log: CommitLog) {
        self.readers = SlotTable(readers)
        self.writer = SlotTable(writer.map { [$0] } ?? [])
        self.watcher = SlotTable(watcher.map { [$0] } ?? [])
        self.isPrivate = isPrivate
        self.log = log
        state = Mutex(PoolState(isSingle: readers.isEmpty))
    }

    deinit {
        for table in [readers, writer, watcher] { table.deallocate() }
    }

    var isClosed: Bool {
        state.withLock { $0.isClosed }
    }

    func table(for purpose: Pool.Purpose) -> SlotTable {
        purpose == .write || readers.count == 0 ? writer : readers
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

    /// Takes a free slot without the lock: four readers that meet at a lock wait longer for it than they read.
    func takeFree(_ purpose: Pool.Purpose) -> Slot? {
        table(for: purpose).take(for: ThreadIdentity.current)
    }

    /// When a call has its turn.
    private enum Turn {
        case now(Slot)
        /// When a slot is given back. Whether it is stopped meanwhile is no longer its own thread's to see: it may have
        /// been granted a slot before, which must be used, and `stopped` tells it else.
        case later
        /// It was stopped before it could wait.
        case never
    }

    /// Takes a free slot, or has the call wait; the caller has the lock.
    private func queue(_ call: Call, _ purpose: Pool.Purpose, _ state: inout PoolState) -> Turn {
        // Counted before the look, so that whoever frees a slot after it sees that somebody waits.
        waiting.add(1, ordering: .sequentiallyConsistent)
        if let slot = takeFree(purpose) {
            waiting.subtract(1, ordering: .sequentiallyConsistent)
            return .now(slot)
        }
        if call.wait() {
            state[purpose].append(call)
            return .later
        }
        waiting.subtract(1, ordering: .sequentiallyConsistent)
        return .never
    }

    /// Takes a slot for this thread, which waits where none is free.
    func take(_ purpose: Pool.Purpose, for call: ThreadCall) throws -> Slot {
        let turn = try state.withLock { state throws(SQLiteError) in
            try requireOpen(state, for: purpose)
            return queue(call, purpose, &state)
        }
        return switch turn {
        case .now(let slot): slot
        case .later: try call.park()
        case .never: throw call.reason?.error ?? CancellationError()
        }
    }

    private func requireOpen(_ state: borrowing PoolState, for purpose: Pool.Purpose) throws(SQLiteError) {
        if state.isClosed { throw SQLiteError.misuse("the pool is closed") }
        if purpose == .write, writer.count == 0 {
            throw SQLiteError(code: .readOnly, message: "the pool was opened for reading")
        }
    }

    /// Has a worker run the job as soon as a slot is free; a job that cannot run fails.
    func submit(_ job: Job) {
        do {
            let (turn, grant) = try state.withLock { state throws(SQLiteError) -> (Turn, PoolState.Grant?) in
                try requireOpen(state, for: job.purpose)
                let turn = queue(job, job.purpose, &state)
                guard case .now(let slot) = turn else { return (turn, nil) }
                return (turn, state.start(job, slot))
            }
            if let grant { carryOut(grant) }
            if case .never = turn { job.fail(job.reason?.error ?? CancellationError()) }
        } catch {
            job.fail(error)
        }
    }

    /// Takes a slot back; a worker gets its next job, where there is one.
    func give(_ slot: Slot, _ purpose: Pool.Purpose, from worker: Worker?) -> (job: Job, slot: Slot)? {
        if worker == nil, waiting.load(ordering: .relaxed) == 0 {
            free(slot.index, of: table(for: purpose), purpose)
            return nil
        }
        return passOn(slot, purpose, from: worker)
    }

    /// Takes back the slot on which a body of this thread ran.
    @inline(__always)
    func takeBack(_ slot: Unmanaged<Slot>, _ purpose: Pool.Purpose) {
        let index = slot._withUnsafeGuaranteedRef { $0.index }
        let table = table(for: purpose)
        if waiting.load(ordering: .relaxed) == 0 { return free(index, of: table, purpose) }
        table.letGo(index)
        _ = passOn(table[index], purpose, from: nil)
    }

    /// Gives a slot that is taken to who waits for it, or makes it free.
    private func passOn(_ slot: Slot, _ purpose: Pool.Purpose, from worker: Worker?) -> (job: Job, slot: Slot)? {
        let grant: PoolState.Grant? = state.withLock { state in
            while let call = state[purpose].popFirst() {
                waiting.subtract(1, ordering: .sequentiallyConsistent)
                if call.grant() { return state.pass(slot, to: call, from: worker) }
            }
            state.rest(worker)
            table(for: purpose).free(slot.index)
            return nil
        }
        guard let grant else { return nil }
        if case .here(let job, let slot) = grant { return (job, slot) }
        carryOut(grant)
        return nil
    }

    /// Makes a slot free, or passes it on to somebody who began to wait meanwhile.
    @inline(__always)
    private func free(_ index: Int, of table: SlotTable, _ purpose: Pool.Purpose) {
        table.free(index)
        // Who took it since will pass it on.
        if waiting.load(ordering: .sequentiallyConsistent) > 0, table.take(index) {
            _ = passOn(table[index], purpose, from: nil)
        }
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
        isClosing.store(true, ordering: .sequentiallyConsistent)
        defer { isClosing.store(false, ordering: .sequentiallyConsistent) }
        for _ in 0..<5000 where looks.load(ordering: .sequentiallyConsistent) > 0 { sqlite3_sleep(1) }
        let tables = [readers, writer, watcher]
        let (free, workers) = state.withLock { state -> ([[Int]], [Worker]) in
            if state.isClosed { return ([], []) }
            // Taken for good: who finds none free then asks with the lock, and hears that the pool is closed.
            let free = tables.map { table in (0..<table.count).filter { table.take($0) } }
            guard zip(tables, free).allSatisfy({ $0.count == $1.count }) else { return (free, []) }
            state.isClosed = true
            defer { state.idleWorkers = [] }
            return (free, state.idleWorkers)
        }
        // Closed already, by this thread or another.
        if free.isEmpty { return }
        let busy = zip(tables, free).reduce(0) { $0 + $1.0.count - $1.1.count }
        guard busy == 0 else {
            // To whoever began to wait meanwhile, and found none free.
            for index in free[0] { self.free(index, of: readers, .read) }
            for index in free[1] { self.free(index, of: writer, .write) }
            for index in free[2] { watcher.free(index) }
            throw SQLiteError(code: .busy, message: "the pool is in use: \(busy) bodies are at work")
        }
        // Without the lock: a closure that `onOpen` hung on a connection may call the pool.
        for table in tables { table.close() }
        for worker in workers { worker.dismiss() }
        log.close()
    }
}
