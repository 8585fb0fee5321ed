import Synchronization

/// A thread of a pool's that runs the bodies of asynchronous calls, one after the other.
final class Worker: Sendable {
    private let signal = Signal()
    private let inbox = Mutex<(job: Job, slot: Slot)?>(nil)

    /// Starts a thread that runs the job, and then those that `assign` brings.
    static func start(with job: Job, on slot: Slot, for core: PoolCore) throws(SQLiteError) {
        let worker = Worker()
        worker.inbox.withLock { $0 = (job, slot) }
        try DetachedThread.start { worker.run(core) }
    }

    /// Has the worker, which is idle, run a job.
    func assign(_ job: Job, on slot: Slot) {
        inbox.withLock { $0 = (job, slot) }
        signal.raise()
    }

    /// Ends the worker, which is idle.
    func dismiss() {
        signal.raise()
    }

    private func run(_ core: PoolCore) {
        while let (job, slot) = takeJob() {
            var next: (job: Job, slot: Slot)? = (job, slot)
            while let (job, slot) = next {
                job.perform(on: slot, of: core)
                // First the slot, then the answer: a task that has it finds the pool at rest.
                next = core.give(slot, job.purpose, from: self)
                job.deliver()
            }
            if core.isClosed { return }
            signal.wait()
        }
    }

    private func takeJob() -> (job: Job, slot: Slot)? {
        inbox.withLock { inbox in
            defer { inbox = nil }
            return inbox
        }
    }
}
