import CRecruitSQLite
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What one thread waits for and another raises, once each time (`pthread_cond_wait`).
// Unchecked: the mutex and the condition are C's, and stay in place.
final class Signal: @unchecked Sendable {
    private enum State {
        static let nothing = 0
        static let raised = 1
        static let awaited = 2
    }

    private let state = Atomic<Int>(State.nothing)
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        mutex.initialize(to: pthread_mutex_t())
        condition.initialize(to: pthread_cond_t())
        pthread_mutex_init(mutex, nil)
        #if canImport(Darwin)
            pthread_cond_init(condition, nil)
        #else
            // A deadline must not move when somebody sets the clock.
            var attributes = pthread_condattr_t()
            pthread_condattr_init(&attributes)
            pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
            pthread_cond_init(condition, &attributes)
            pthread_condattr_destroy(&attributes)
        #endif
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Wakes the thread that waits, or lets the next one that comes pass.
    func raise() {
        guard state.exchange(State.raised, ordering: .acquiringAndReleasing) == State.awaited else { return }
        pthread_mutex_lock(mutex)
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    /// Waits until the signal is raised, and takes it down.
    func wait() {
        wait { pthread_cond_wait(condition, mutex) == 0 }
    }

    /// Waits until the signal is raised, which is expected soon, and takes it down.
    ///
    /// It looks for a few microseconds before it sleeps: to wake a thread takes longer than most reads do.
    func waitEagerly() {
        for _ in 0..<Self.looks {
            if state.load(ordering: .relaxed) == State.raised {
                _ = state.exchange(State.nothing, ordering: .acquiringAndReleasing)
                return
            }
            recruit_processor_pause()
        }
        wait()
    }

    private static let looks = 100

    /// Waits until the signal is raised, at most for `duration`.
    func wait(atMost duration: Duration) {
        let (seconds, attoseconds) = min(max(duration, .zero), .seconds(3600)).components
        var time = timespec()
        #if canImport(Darwin)
            (time.tv_sec, time.tv_nsec) = (Int(seconds), Int(attoseconds / 1_000_000_000))
            wait { pthread_cond_timedwait_relative_np(condition, mutex, &time) == 0 }
        #else
            clock_gettime(CLOCK_MONOTONIC, &time)
            let nanoseconds = Int64(time.tv_nsec) + attoseconds / 1_000_000_000
            time.tv_sec += Int(seconds + nanoseconds / 1_000_000_000)
            time.tv_nsec = Int(nanoseconds % 1_000_000_000)
            wait { pthread_cond_timedwait(condition, mutex, &time) == 0 }
        #endif
    }

    private func wait(_ block: () -> Bool) {
        // Whoever raises a signal that is awaited takes the mutex first, so that the waking cannot be lost.
        pthread_mutex_lock(mutex)
        let (isAwaited, _) = state.compareExchange(
            expected: State.nothing, desired: State.awaited, ordering: .acquiringAndReleasing)
        if isAwaited {
            while state.load(ordering: .acquiring) == State.awaited, block() {}
        }
        // An exchange: where it was raised just as the time was over, this thread is to see what came before that.
        _ = state.exchange(State.nothing, ordering: .acquiringAndReleasing)
        pthread_mutex_unlock(mutex)
    }
}
