import RecruitDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Shows what is longer than the screen by `$PAGER` (else less), and what is not as it is.
///
/// Which it is shows when the first piece comes: all of a short result, or more than a screen.
final class Pager {
    private let rows: Int
    private var isDecided = false
    private var descriptor = STDOUT_FILENO
    private var process: pid_t = 0

    /// A pager for a screen of so many rows.
    init(rows: Int) {
        self.rows = rows
    }

    /// Takes the next bytes; returns 0, or an errno: EPIPE when the person has seen enough.
    func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        if !isDecided {
            isDecided = true
            if bytes.lazy.filter({ $0 == UInt8(ascii: "\n") }).count >= rows { start() }
        }
        var sent = 0
        while sent < bytes.count {
            let count = write(descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
            if count < 0, errno != EINTR { return errno }
            sent += max(0, count)
        }
        return 0
    }

    /// Waits until the person has read.
    func finish() {
        guard process > 0 else { return }
        close(descriptor)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        process = 0
    }

    private func start() {
        let command = getenv("PAGER").map { String(cString: $0) } ?? "less"
        guard !command.isEmpty, command != "cat" else { return }
        // As git has it: colours, no clearing, and at once back where all fits on the screen.
        setenv("LESS", "FRX", 0)
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        var words = ["sh", "-c", command].map { (word: String) in strdup(word) }
        words.append(nil)
        defer { for word in words { free(word) } }
        // In the foreground and with this environment, as what a person has before them must be.
        let code = posix_spawn(&process, "/bin/sh", &actions, nil, words, environ)
        close(ends[0])
        guard code == 0 else {
            process = 0
            close(ends[1])
            return
        }
        descriptor = ends[1]
        // Keys are for the pager now, and time is the person's.
        signal(SIGINT, SIG_IGN)
        Deadline.clear()
    }
}
