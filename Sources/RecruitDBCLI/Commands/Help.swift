/// The help of a command.
struct Help: Command {
    static let name = "help"
    static let names = Argument("command", "the command, such as query", .any)
    static let specification = Specification(
        "Shows the help of a command", arguments: [names], examples: ["recruitdb help query"])

    func run(_ invocation: Invocation) throws {
        let call = try CommandCall(invocation.words(Self.names)[...])
        if let extra = call.words.first {
            throw invocation.usage("'\(call.path)' has no command '\(Excerpt.of(extra))'")
        }
        invocation.print(raw: HelpText(call.command, path: call.path).text)
    }
}
