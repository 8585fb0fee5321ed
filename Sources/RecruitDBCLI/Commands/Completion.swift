import RecruitDB

/// What a shell needs to complete words.
struct Completion: Command {
    static let name = "completion"
    static let words = Argument("shell", "bash, zsh or fish", .any)
    static let candidates = Flag("candidates", "print what may stand as the last of the words (the scripts ask so)")
    static let specification = Specification(
        "Prints the script with which a shell completes commands, flags, positions, stages and tables",
        arguments: [words], flags: [candidates],
        examples: ["recruitdb completion bash > ~/.local/share/bash-completion/completions/recruitdb"])

    func run(_ invocation: Invocation) throws {
        let words = invocation.words(Self.words)
        if invocation[Self.candidates] {
            let completions = Completions(words, database: invocation.databasePath)
            if completions.wantsFile { invocation.print("\t") }
            for candidate in completions.candidates { invocation.print("\(candidate.word)\t\(candidate.help)") }
            return
        }
        let shells = CompletionScript.shells
        guard words.count == 1, let script = CompletionScript.text(for: words[0]) else {
            throw invocation.usage(
                "which shell? One of: \(shells.joined(separator: ", "))"
                    + (words.first.map { Suggestion.among(shells, for: $0) } ?? ""))
        }
        invocation.print(raw: script)
    }
}
