import Testing

@testable import RecruitSQLite

/// A job that is cancelled in the moment after it began to wait.
private final class CancelledJob: Job, @unchecked Sendable {
    // The test's thread alone uses it.
    private(set) var failures = 0

    override func wait() -> Bool {
        defer { stop(.cancelled) }
        return super.wait()
    }

    override func fail(_ error: any Error) { failures += 1 }
    override func stopped(_ reason: Reason) { fail(reason.error) }
}

/// A call that is granted the slot it waits for, and then stopped, in the moment after it began to wait.
private final class GrantedCall: ThreadCall, @unchecked Sendable {
    private let slot: Slot

    init(_ slot: Slot) {
        self.slot = slot
        super.init()
    }

    override func wait() -> Bool {
        let waits = super.wait()
        if grant() { receive(slot) }
        stop(.timeLimit(.zero))
        return waits
    }
}

/// A job that says when it runs.
private final class HeardJob: Job, @unchecked Sendable {
    let runs = Signal()

    override func perform(on slot: Slot, of core: PoolCore) { runs.raise() }
}

/// Where a call that waits is stopped, between its own look at it and another thread's, it ends once.
@Suite struct PoolTurnTests {
    @Test func `a job that is cancelled as soon as it waits fails once, and its task is not resumed twice`() throws {
        let pool = try Pool(path: ":memory:")
        let job = CancelledJob(.write)
        try pool.write { _ in pool.core.submit(job) }
        #expect(job.failures == 1)
        try pool.close()
    }

    @Test func `a call that is stopped as soon as it was granted a connection takes it, and none is lost`() throws {
        let pool = try Pool(path: ":memory:")
        let slot = pool.core.writer[0]
        #expect(pool.core.writer.take(0))
        let taken = try pool.core.take(.write, for: GrantedCall(slot))
        #expect(taken === slot)
        #expect(pool.core.give(taken, .write, from: nil) == nil)
        try pool.close()
    }

    @Test func `a pool that is not closed for a body at work gives what it took to whoever began to wait meanwhile`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let pool = try Pool(path: folder + "/pool.db", readers: 1)
            let job = HeardJob(.write)
            #expect(pool.core.readers.take(0))
            #expect(pool.core.writer.take(0))
            pool.core.submit(job)
            // By somebody who saw nobody wait, and then leaves the job to the closing, which has the slot.
            pool.core.writer.free(0)
            #expect(sqliteError { try pool.close() }?.code == .busy)
            #expect(await job.runs.arrives(seconds: 30))
            pool.core.readers.free(0)
            try await closeAtRest(pool)
        }
    }
}
