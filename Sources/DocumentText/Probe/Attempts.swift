#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Attempts to get out of a profile, made by the program itself: the proof that this machine holds it.
enum Attempts {
    /// The two ways of being locked in.
    enum Profile: String {
        /// That of DOCX and plain text.
        case reader
        /// That of `pdftotext`.
        case program
    }

    /// Locks this process in, tries what a hostile document would try, and returns lines `attempt: refused` or
    /// `attempt: POSSIBLE`, and whether all were refused.
    static func report(_ profile: Profile) -> (lines: String, isTight: Bool) {
        let ownFile = getpid()
        switch profile {
        case .reader: Limits.lockReader()
        case .program: PDFProgram.lock(to: ProgramSearch.path(of: PDFProgram.name) ?? "/usr/bin/pdftotext")
        }
        var attempts: [(name: String, result: Int)] = [
            ("read a file in /etc", opened("/etc/passwd", O_RDONLY)),
            ("list the folder /", opened("/", O_RDONLY)),
            ("write a new file in /tmp", opened("/tmp/recruitdb-extract.\(ownFile)", O_WRONLY | O_CREAT)),
            ("write to a device", opened("/dev/null", O_WRONLY)),
            ("make a folder", Int(mkdir("/tmp/recruitdb-extract.\(ownFile)", 0o700))),
            ("remove a file", removed()),
            ("change a mode", Int(chmod("/tmp", 0o1777))),
            ("open a network socket", socketOpened(AF_INET)),
            ("open a local socket", socketOpened(AF_UNIX)),
            ("signal the parent", Int(kill(getppid(), 0))),
            ("start a process", started("/bin/true")),
            ("become another program", Int(CStrings.with(["true"]) { execve("/bin/true", $0, $0) })),
        ]
        if profile == .reader { attempts.append(("read a file in /usr", opened("/usr/bin/env", O_RDONLY))) }
        let lines = attempts.map { "\($0.name): \($0.result < 0 ? "refused" : "POSSIBLE")\n" }
        return (lines.joined(), attempts.allSatisfy { $0.result < 0 })
    }

    private static func opened(_ path: String, _ flags: Int32) -> Int {
        let file = open(path, flags, 0o600)
        if file >= 0 { close(file) }
        return Int(file)
    }

    /// Of a file that is not there: refused is any answer but "no such file".
    private static func removed() -> Int {
        unlink("/tmp/recruitdb-extract.no-such-file") < 0 && errno != ENOENT ? -1 : 0
    }

    private static func socketOpened(_ family: Int32) -> Int {
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        return Int(socket(family, stream, 0))
    }

    private static func started(_ program: String) -> Int {
        var process: pid_t = 0
        let result = CStrings.with([program]) { posix_spawn(&process, program, nil, nil, $0, $0) }
        return result == 0 ? 0 : -1
    }
}
