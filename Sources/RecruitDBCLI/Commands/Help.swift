/// The help of a command.
struct Help: Command {
    static let name = "help"
    static let names = Argument("command", "the command, such as query, and of query a saved question", .any)
    static let man = Flag("man", "as a manual page, for man(1)")
    static let specification = Specification(
        "Shows the help of a command", arguments: [names], flags: [man],
        examples: [
            "recruitdb help query", "recruitdb help query overdue", "recruitdb help --man query | man -l -",
        ])

    func run(_ invocation: Invocation) throws {
        let call = try CommandCall(invocation.words(Self.names)[...])
        if let extra = call.words.first {
            guard !invocation[Self.man], let text = try call.command.init().help(invocation.call(call)) else {
                throw invocation.usage("'\(call.path)' has no command '\(Excerpt.of(extra))'")
            }
            return invocation.print(raw: text)
        }
        invocation.print(
            raw: invocation[Self.man]
                ? ManPage(call.command, path: call.path).text : HelpText(call.command, path: call.path).text)
    }
}
