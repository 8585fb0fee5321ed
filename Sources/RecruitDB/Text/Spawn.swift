import CPipe

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Programs started with nothing of this process but three descriptors (posix_spawn(3)).
enum Spawn {
    /// Starts `program` without arguments, or with `arguments`, in a process group of its own.
    ///
    /// - Returns: an errno or 0, and the id of the process.
    static func start(
        _ program: String, _ arguments: [String] = [], input: Int32, output: Int32, messages: Int32
    ) -> (code: Int32, process: pid_t) {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
            let extraFlags: Int32 = 0
        #else
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
            let extraFlags = Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, messages, 2)
        // Signals that this process ignores or blocks, SIGPIPE say, end the other one as they should.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags =
            Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | extraFlags
        posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))
        var process: pid_t = 0
        var code: Int32 = 0
        // A program that is being replaced is busy for a moment.
        for attempt in 0..<20 {
            code = CStringList.with([program] + arguments) { arguments in
                CStringList.with(ExtractionProgram.environment) { environment in
                    posix_spawn(&process, program, &actions, &attributes, arguments, environment)
                }
            }
            guard code == ETXTBSY, attempt < 19 else { break }
            usleep(10_000)
        }
        return (code, process)
    }
}

/// A pipe whose reading end never waits; both ends are closed on exec.
struct PipeEnds {
    let readingEnd: Int32
    let writingEnd: Int32

    init() throws(SpawnError) {
        var ends: [Int32] = [-1, -1]
        guard recruit_pipe(&ends) == 0 else { throw .resources(errno) }
        // Descriptors 0 to 2 are free only where someone closed them; they would be overwritten in the other process.
        for index in 0...1 where ends[index] <= 2 {
            let moved = fcntl(ends[index], F_DUPFD_CLOEXEC, 3)
            guard moved >= 0 else {
                let code = errno
                for end in ends { close(end) }
                throw .resources(code)
            }
            close(ends[index])
            ends[index] = moved
        }
        readingEnd = ends[0]
        writingEnd = ends[1]
        _ = fcntl(readingEnd, F_SETFL, O_NONBLOCK)
    }

    func closeBoth() {
        close(readingEnd)
        close(writingEnd)
    }
}
