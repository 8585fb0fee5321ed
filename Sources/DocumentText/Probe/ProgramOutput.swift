#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What a program says when it is run.
enum ProgramOutput {
    /// Returns the first line of a program's standard output and error; nil when it cannot be run.
    static func firstLine(of program: String, _ arguments: [String]) -> String? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        var output = ""
        if let process = spawn(program, arguments, output: ends[1]) {
            close(ends[1])
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = read(ends[0], &buffer, buffer.count)
            close(ends[0])
            var status: Int32 = 0
            waitpid(process, &status, 0)
            output = String(decoding: buffer.prefix(max(count, 0)).prefix { $0 != 0x0A }, as: UTF8.self)
        }
        return output.isEmpty ? nil : output
    }

    private static func spawn(_ program: String, _ arguments: [String], output: Int32) -> pid_t? {
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        var process: pid_t = 0
        let result = CStrings.with([program] + arguments) { arguments in
            CStrings.with(["LC_ALL=C"]) { environment in
                posix_spawn(&process, program, &actions, nil, arguments, environment)
            }
        }
        return result == 0 ? process : nil
    }
}
