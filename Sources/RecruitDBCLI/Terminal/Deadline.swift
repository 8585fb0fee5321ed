import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The time after which a run ends, whatever it does: a signal of the clock, since SQLite looks at nothing while it
/// sorts or compares one long text.
enum Deadline {
    /// The address of the sentence that is said then, 0 without one; and its length.
    private static let sentence = Atomic<UInt>(0)
    private static let length = Atomic<Int>(0)

    /// Ends the run after `seconds` with exit code 75 and `message`; a file of results goes.
    static func set(after seconds: Double, saying message: String) {
        guard let copy = strdup(StandardError.line(message)) else { return }
        length.store(strlen(copy), ordering: .relaxed)
        sentence.store(UInt(bitPattern: copy), ordering: .relaxed)
        signal(SIGALRM) { _ in
            Interruption.removeUnfinished()
            if let text = UnsafeRawPointer(bitPattern: Deadline.sentence.load(ordering: .relaxed)) {
                _ = write(STDERR_FILENO, text, Deadline.length.load(ordering: .relaxed))
            }
            _exit(ExitCode.busy.rawValue)
        }
        Interruption.unblock(SIGALRM)
        // Whole microseconds, and at least one: a time of zero would be none.
        let microseconds = max(1, Int((seconds * 1e6).rounded()))
        start(microseconds)
    }

    /// Takes the time away.
    static func clear() { start(0) }

    private static func start(_ microseconds: Int) {
        var time = itimerval()
        time.it_value.tv_sec = microseconds / 1_000_000
        time.it_value.tv_usec = numericCast(microseconds % 1_000_000)
        #if canImport(Glibc)
            let clock = __itimer_which_t(ITIMER_REAL.rawValue)
        #else
            let clock = ITIMER_REAL
        #endif
        setitimer(clock, &time, nil)
    }
}
