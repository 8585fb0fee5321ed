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

    /// Whether Ctrl-C was pressed while it was deferred; the run ends at the next whole step and exits with 130.
    static var isRequested: Bool { wasAsked.load(ordering: .relaxed) }

    /// Sets the signals up: SIGINT ends with 130; SIGPIPE does nothing, so that write(2) says EPIPE.
    ///
    /// A handler, not SIG_IGN: the programs that are started get the default back.
    static func install() {
        _ = isDeferred.load(ordering: .relaxed)
        _ = wasAsked.load(ordering: .relaxed)
        signal(SIGPIPE) { _ in }
        signal(SIGINT) { _ in
            if Interruption.isDeferred.load(ordering: .relaxed),
                !Interruption.wasAsked.exchange(true, ordering: .relaxed)
            {
                return
            }
            _exit(ExitCode.interrupted.rawValue)
        }
    }

    /// From here on the first Ctrl-C only sets `isRequested`; a second one ends the program.
    static func `defer`() { isDeferred.store(true, ordering: .relaxed) }
}
