import RecruitDB

/// The whole program: words in, an exit code out.
struct Program {
    private let output = ResultOutput()

    /// The words after the program's own name.
    static var words: [String] {
        var words: [String] = []
        for index in 1..<max(1, Int(CommandLine.argc)) {
            if let word = CommandLine.unsafeArgv[index] { words.append(String(cString: word)) }
        }
        return words
    }

    /// Runs the command that `words` (without the program's own name) ask for, and says on standard error what failed.
    func run(_ words: [String]) -> ExitCode {
        do {
            try perform(words)
            try output.finish()
            return .done
        } catch {
            return report(error)
        }
    }

    /// Finds the command, sorts its words, runs it; before its name only `-d`, `--help` and `--version` may stand.
    private func perform(_ words: [String]) throws {
        var parser = ArgumentParser(Root.specification, command: Root.name, isRoot: true)
        let (before, count) = try parser.read(words[...], stopsAtWord: true)
        let call = try CommandCall(words.dropFirst(count))
        let isRoot = call.path == Root.name
        parser = ArgumentParser(call.command.specification, command: call.path, isRoot: isRoot)
        var (parsed, _) = try parser.read(call.words)
        parsed.options += before.options
        parsed.flags += before.flags
        if parsed.flags.contains(Flag.help.name) {
            // Words that fit no argument do not keep anybody from the help.
            parsed.arguments = (try? call.command.specification.assign(parsed.positional, command: call.path)) ?? []
            let invocation = Invocation(command: call.path, words: parsed, output: output)
            output.append(try call.command.init().help(invocation) ?? HelpText(call.command, path: call.path).text)
            return
        }
        if isRoot, parsed.flags.contains(Flag.version.name) {
            output.append("\(Root.name) \(Version.current)\n")
            return
        }
        parsed.arguments = try call.command.specification.assign(parsed.positional, command: call.path)
        try call.command.init().run(Invocation(command: call.path, words: parsed, output: output))
    }

    /// Says what failed; results that were ready are written first, and a file that is not whole goes.
    private func report(_ error: any Error) -> ExitCode {
        do {
            // A check that finds something has its whole answer.
            if let error = error as? RecruitmentError, error.kind == .no {
                try output.finish()
            } else if !(error is OutputError) || output.isFile {
                try output.abandon()
            }
        } catch {
            return report(error)
        }
        if let error = error as? OutputError, error.isBrokenPipe { return .done }
        let error = RecruitmentError(wrapping: error)
        StandardError.say(error.message)
        return ExitCode(error.kind)
    }
}

/// Which command is meant, and the words that are left for it.
struct CommandCall {
    /// The command.
    let command: any Command.Type
    /// What a person typed for it, such as `recruitdb import mail`.
    let path: String
    /// The words after its name.
    let words: ArraySlice<String>

    /// Follows the names at the beginning of `words` from the root.
    init(_ words: ArraySlice<String>) throws {
        var command: any Command.Type = Root.self
        var path = Root.name
        var rest = words
        while let name = rest.first, let next = command.subcommands.first(where: { $0.name == name }) {
            command = next
            path += " " + name
            rest = rest.dropFirst()
        }
        if let name = rest.first, !name.hasPrefix("-"), !command.subcommands.isEmpty,
            command.specification.arguments.isEmpty
        {
            let names = command.subcommands.map { $0.name }
            throw RecruitmentError.usage(
                "unknown command '\(Excerpt.of(name))'" + Suggestion.among(names, for: name), command: path)
        }
        self.command = command
        self.path = path
        self.words = rest
    }
}
