/// An asynchronous call, whose body runs on a thread of the pool's.
class Job: Call, @unchecked Sendable {
    let purpose: Pool.Purpose

    init(_ purpose: Pool.Purpose) {
        self.purpose = purpose
    }

    /// Runs the body on the slot's connection and keeps what comes of it.
    func perform(on slot: Slot, of core: PoolCore) {}

    /// Gives the awaiting task what came of the body.
    func deliver() {}

    /// Gives the awaiting task an error instead of running the body.
    func fail(_ error: any Error) {}
}

/// An asynchronous call with its body and the task that awaits it.
// Unchecked: the continuation is set before the pool knows the call, the result before the task does.
final class AsyncCall<T: Sendable>: Job, @unchecked Sendable {
    private let body: @Sendable (Connection) throws -> T
    private var continuation: UnsafeContinuation<T, any Error>?
    private var result: Result<T, any Error>?

    init(_ purpose: Pool.Purpose, _ body: @escaping @Sendable (Connection) throws -> T) {
        self.body = body
        super.init(purpose)
    }

    /// Suspends the task until the call has ended; `begin` brings the call to the pool.
    nonisolated(nonsending) func wait(_ begin: (Job) -> Void) async throws -> T {
        try await withTaskCancellationHandler {
            try await withUnsafeThrowingContinuation { continuation in
                self.continuation = continuation
                begin(self)
            }
        } onCancel: {
            stop(.cancelled)
        }
    }

    override func perform(on slot: Slot, of core: PoolCore) {
        result = Result { try core.perform(purpose, on: slot, for: self, body) }
    }

    override func deliver() {
        guard let result, let continuation else { return }
        // The task may go on, and the pool close, while this object lives a moment longer.
        (self.result, self.continuation) = (nil, nil)
        continuation.resume(with: result)
    }

    override func fail(_ error: any Error) {
        _ = seal()
        continuation?.resume(throwing: error)
        continuation = nil
    }

    override func stopped(_ reason: Reason) {
        fail(reason.error)
    }
}
