#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A thread of the system's that runs one closure and is gone (`pthread_create`).
enum DetachedThread {
    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts `body`; throws `.noMemory` where the system has no room for another thread.
    static func start(_ body: @escaping @Sendable () -> Void) throws(SQLiteError) {
        let code = create(Unmanaged.passRetained(Body(body)).toOpaque())
        guard code == 0 else {
            throw SQLiteError(
                code: .noMemory, message: "no thread can be started: \(String(cString: strerror(code)))")
        }
    }

    /// Creates the thread, which takes over `context`, and returns 0; else the error's number (errno.h).
    private static func create(_ context: UnsafeMutableRawPointer) -> Int32 {
        #if canImport(Darwin)
            var thread: pthread_t?
            let code = pthread_create(&thread, nil, { DetachedThread.run($0) }, context)
            if code == 0, let thread { pthread_detach(thread) }
        #else
            var thread = pthread_t()
            let code = pthread_create(&thread, nil, { $0.map { DetachedThread.run($0) } ?? nil }, context)
            if code == 0 { pthread_detach(thread) }
        #endif
        if code != 0 { Unmanaged<Body>.fromOpaque(context).release() }
        return code
    }

    private static func run(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        return nil
    }
}
