#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs the subcommand that the first argument names.
private func run(_ arguments: [String]) throws(Failure) {
    switch arguments.first {
    case "mailbox": try MailboxCommand.run(Array(arguments.dropFirst()))
    case "database": try DatabaseCommand.run(Array(arguments.dropFirst()))
    case "--help", "-h", "help":
        try OutputFile.standardOutput { file throws(Failure) in try file.write(Array(Usage.program.utf8)) }
    case let name?:
        throw Failure(code: .usage, sentence: "\(name) is not a command; recruitdb-sample --help lists them.")
    case nil: throw Failure(code: .usage, sentence: "A command is missing; recruitdb-sample --help lists them.")
    }
}

do {
    try run(Array(CommandLine.arguments.dropFirst()))
} catch {
    let line = Array("recruitdb-sample: \(error.sentence)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(error.code.rawValue)
}
