#if os(Linux)
    import CFileSync
    import Glibc
    import Synchronization

    /// A flush of the file system that goes on beside this thread (syncfs(2)).
    final class FileSystemFlush {
        private final class Answer: Sendable {
            /// An errno, or 0; -1 until it is known.
            let code = Atomic<Int32>(-1)
        }

        private let answer = Answer()
        private let thread: SystemThread

        /// Starts to flush the file system on which an open file or folder lies.
        init(_ descriptor: Int32) throws(RecruitmentError) {
            let answer = answer
            thread = try SystemThread {
                let code = recruit_sync_file_system(descriptor) == 0 ? 0 : errno
                answer.code.store(code, ordering: .releasing)
            }
        }

        deinit { thread.join() }

        /// Whether `wait()` returns at once.
        var isDone: Bool { answer.code.load(ordering: .acquiring) >= 0 }

        /// Waits for the end.
        ///
        /// - Returns: 0, or an errno.
        func wait() -> Int32 {
            thread.join()
            return answer.code.load(ordering: .acquiring)
        }
    }
#endif
