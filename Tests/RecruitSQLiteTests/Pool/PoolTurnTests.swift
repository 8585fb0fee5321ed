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
}
