import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Ctrl-C, and readers that go away.
enum Interruption {
    private static let isDeferred = Atomic<Bool>(false)
    private static let wasAsked = Atomic<Bool>(false)
    /// The address of the path of a file that must not outlive an interrupted run, 0 without one.
    private static let unfinished = Atomic<UInt>(0)

    /// Whether Ctrl-C was pressed while it was deferred; the run ends at the next whole step and exits with 130.
    static var isRequested: Bool { wasAsked.load(ordering: .relaxed) }

    /// Sets the signals up: SIGINT ends with 130; SIGPIPE and SIGXFSZ do nothing, so that write(2) says what is wrong.
    ///
    /// A handler, not SIG_IGN: the programs that are started get the default back. A SIGINT that whoever started this
    /// program ignores stays ignored, as for jobs in the background; one that is only blocked is let through.
    static func install() {
        _ = isDeferred.load(ordering: .relaxed)
        _ = wasAsked.load(ordering: .relaxed)
        _ = unfinished.load(ordering: .relaxed)
        signal(SIGPIPE) { _ in }
        signal(SIGXFSZ) { _ in }
        unblock(SIGINT)
        var before = sigaction()
        guard sigaction(SIGINT, nil, &before) == 0, !isIgnored(before) else { return }
        signal(SIGINT) { _ in
            if Interruption.isDeferred.load(ordering: .relaxed),
                !Interruption.wasAsked.exchange(true, ordering: .relaxed)
            {
                return
            }
            Interruption.removeUnfinished()
            _exit(ExitCode.interrupted.rawValue)
        }
    }

    /// Lets a signal through that whoever started this program has blocked.
    static func unblock(_ number: Int32) {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, number)
        sigprocmask(SIG_UNBLOCK, &signals, nil)
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        #if canImport(Glibc)
            unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
        #else
            unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == 1
        #endif
    }

    /// From here on the first Ctrl-C only sets `isRequested`; a second one ends the program.
    static func `defer`() { isDeferred.store(true, ordering: .relaxed) }

    /// The file at `path` is removed when a signal ends the run before its time.
    static func removes(_ path: String) {
        guard let copy = strdup(path) else { return }
        unfinished.store(UInt(bitPattern: copy), ordering: .relaxed)
        for number in [SIGTERM, SIGHUP] {
            var before = sigaction()
            guard sigaction(number, nil, &before) == 0, !isIgnored(before) else { continue }
            unblock(number)
            signal(number) { number in
                Interruption.removeUnfinished()
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    /// Removes the file; safe in a handler of a signal.
    static func removeUnfinished() {
        guard let path = UnsafePointer<CChar>(bitPattern: unfinished.load(ordering: .relaxed)) else { return }
        unlink(path)
    }
}
