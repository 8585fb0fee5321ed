#if SANITIZES_THREADS
    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Darwin)
        import Darwin
    #endif

    /// The system's mutex in place of Swift's, for the thread sanitizer alone (.ci/sanitize): Swift's waits in its own
    /// library, unseen, so that all it guards would look unguarded.
    // Unchecked: the mutex orders who uses the value.
    struct Mutex<Value>: ~Copyable, @unchecked Sendable {
        private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        private let value = UnsafeMutablePointer<Value>.allocate(capacity: 1)

        init(_ initial: Value) {
            lock.initialize(to: pthread_mutex_t())
            pthread_mutex_init(lock, nil)
            value.initialize(to: initial)
        }

        deinit {
            value.deinitialize(count: 1)
            value.deallocate()
            pthread_mutex_destroy(lock)
            lock.deallocate()
        }

        func withLock<R, E: Error>(_ body: (inout Value) throws(E) -> R) throws(E) -> R {
            pthread_mutex_lock(lock)
            defer { pthread_mutex_unlock(lock) }
            return try body(&value.pointee)
        }
    }
#endif
