#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A thread of the system that runs one closure (pthread_create).
final class SystemThread {
    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    #if canImport(Darwin)
        private var thread: pthread_t?
    #else
        private var thread = pthread_t()
    #endif
    private var isJoined = false

    /// Starts `body`.
    ///
    /// - Throws: `RecruitmentError` when the system has no room for a thread.
    init(_ body: @escaping @Sendable () -> Void) throws(RecruitmentError) {
        let context = Unmanaged.passRetained(Body(body)).toOpaque()
        #if canImport(Darwin)
            let code = pthread_create(&thread, nil, { SystemThread.run($0) }, context)
        #else
            let code = pthread_create(&thread, nil, { $0.map { SystemThread.run($0) } ?? nil }, context)
        #endif
        guard code == 0 else {
            Unmanaged<Body>.fromOpaque(context).release()
            isJoined = true
            throw RecruitmentError(.io, "no thread can be started: \(reason(code))")
        }
    }

    /// Waits until the closure has ended.
    func join() {
        guard !isJoined else { return }
        isJoined = true
        #if canImport(Darwin)
            if let thread { pthread_join(thread, nil) }
        #else
            pthread_join(thread, nil)
        #endif
    }

    private static func run(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        return nil
    }
}
