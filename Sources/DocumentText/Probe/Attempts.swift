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

    /// Locks this process in, tries what a hostile document would try, and writes lines `attempt: refused` or
    /// `attempt: POSSIBLE`.
    ///
    /// - Returns: whether all were refused. When becoming another program is possible, that one writes the last line.
    static func run(_ profile: Profile) throws(ExtractionError) -> Bool {
        let new = "/tmp/recruitdb-extract.\(getpid())"
        switch profile {
        case .reader: Limits.lockReader()
        case .program: PDFProgram.lock(to: ProgramSearch.path(of: PDFProgram.name) ?? "/usr/bin/pdftotext")
        }
        var attempts = [
            ("read a file in /etc", isOpened("/etc/passwd", O_RDONLY)),
            ("list the folder /", isOpened("/", O_RDONLY)),
            ("write a new file in /tmp", isOpened(new, O_WRONLY | O_CREAT)),
            ("write to a device", isOpened("/dev/null", O_WRONLY)),
            ("make a folder", isFolderMade(new)),
            // Of files that are not there: the answer that they are not is no refusal.
            ("remove a file", succeeds(unlink(new + "/none"))),
            ("change a mode", succeeds(chmod(new + "/none", 0o600))),
            ("open a network socket", isSocketOpened(AF_INET)),
            ("open a local socket", isSocketOpened(AF_UNIX)),
            ("signal the parent", succeeds(kill(getppid(), 0))),
            ("start a process", isStarted("/bin/true")),
        ]
        if profile == .reader { attempts.append(("read a file in /usr", isOpened("/usr/bin/env", O_RDONLY))) }
        let lines = attempts.map { "\($0.0): \($0.1 ? "POSSIBLE" : "refused")\n" }
        try StandardOutput.write(Array(lines.joined().utf8))
        let last = "become another program"
        _ = CStrings.with(["sh", "-c", "echo '\(last): POSSIBLE'; exit \(ExitStatus.no.rawValue)"]) { arguments in
            CStrings.with([]) { environment in execve("/bin/sh", arguments, environment) }
        }
        try StandardOutput.write(Array("\(last): refused\n".utf8))
        return !attempts.contains { $0.1 }
    }

    private static func succeeds(_ result: Int32) -> Bool {
        result >= 0 || errno == ENOENT || errno == ENOTDIR
    }

    private static func isOpened(_ path: String, _ flags: Int32) -> Bool {
        let file = open(path, flags, 0o600)
        guard file >= 0 else { return false }
        close(file)
        if flags & O_CREAT != 0 { unlink(path) }
        return true
    }

    private static func isFolderMade(_ path: String) -> Bool {
        guard mkdir(path, 0o700) == 0 else { return false }
        rmdir(path)
        return true
    }

    private static func isSocketOpened(_ family: Int32) -> Bool {
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        return socket(family, stream, 0) >= 0
    }

    private static func isStarted(_ program: String) -> Bool {
        var process: pid_t = 0
        let result = CStrings.with([program]) { posix_spawn(&process, program, nil, nil, $0, $0) }
        return result == 0
    }
}
