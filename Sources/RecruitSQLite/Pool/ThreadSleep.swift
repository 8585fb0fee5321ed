#if canImport(Glibc)
    import CRecruitSQLite
    import Glibc

    /// How a thread sleeps until another wakes it, which is never lost, even where it comes first (`sem_wait`).
    ///
    /// One word of the kernel's: a condition has a mutex too, which the thread that is woken would have to wait for.
    // Unchecked: the semaphore is C's, and stays in place.
    final class ThreadSleep: @unchecked Sendable {
        private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

        init() {
            sem_init(semaphore, 0, 0)
        }

        deinit {
            sem_destroy(semaphore)
            semaphore.deallocate()
        }

        /// Wakes the thread that sleeps or comes to sleep.
        func wake() {
            sem_post(semaphore)
        }

        /// Sleeps until `wake`.
        func wait() {
            while sem_wait(semaphore) != 0 {}
        }

        /// Sleeps until `wake`, which gives true, at most for `duration`, by a clock that nobody sets.
        func wait(atMost duration: Duration) -> Bool {
            let (seconds, attoseconds) = duration.components
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            let nanoseconds = Int64(time.tv_nsec) + attoseconds / 1_000_000_000
            time.tv_sec += Int(seconds + nanoseconds / 1_000_000_000)
            time.tv_nsec = Int(nanoseconds % 1_000_000_000)
            while recruit_sem_wait_until(semaphore, &time) != 0 {
                if errno != EINTR { return false }
            }
            return true
        }
    }
#elseif canImport(Darwin)
    import Darwin

    /// How a thread sleeps until another wakes it, which is never lost, even where it comes first (`pthread_cond_wait`).
    // Unchecked: the mutex and the condition are C's, stay in place, and guard the count.
    final class ThreadSleep: @unchecked Sendable {
        private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
        private var wakes = 0

        init() {
            mutex.initialize(to: pthread_mutex_t())
            condition.initialize(to: pthread_cond_t())
            pthread_mutex_init(mutex, nil)
            pthread_cond_init(condition, nil)
        }

        deinit {
            pthread_cond_destroy(condition)
            pthread_mutex_destroy(mutex)
            condition.deallocate()
            mutex.deallocate()
        }

        /// Wakes the thread that sleeps or comes to sleep.
        func wake() {
            pthread_mutex_lock(mutex)
            wakes += 1
            pthread_cond_signal(condition)
            pthread_mutex_unlock(mutex)
        }

        /// Sleeps until `wake`.
        func wait() {
            _ = sleep { pthread_cond_wait(condition, mutex) == 0 }
        }

        /// Sleeps until `wake`, which gives true, at most for `duration`.
        func wait(atMost duration: Duration) -> Bool {
            let (seconds, attoseconds) = duration.components
            var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
            return sleep { pthread_cond_timedwait_relative_np(condition, mutex, &time) == 0 }
        }

        private func sleep(_ block: () -> Bool) -> Bool {
            pthread_mutex_lock(mutex)
            defer { pthread_mutex_unlock(mutex) }
            while wakes == 0 {
                if !block(), wakes == 0 { return false }
            }
            wakes -= 1
            return true
        }
    }
#endif
