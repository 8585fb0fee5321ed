/// The program itself: the list of its commands, one line each, in the order of help.
struct Root: Command {
    static let name = "recruitdb"
    static let specification = Specification(
        "Keeps a lab's applicants in one SQLite file: mail in, answers out",
        discussion: "Results go to standard output, everything else to standard error.")
    static var subcommands: [any Command.Type] {
        [
            Init.self,
            Migrate.self,
            Import.self,
            Inspect.self,
            Inbox.self,
            Applications.self,
            Show.self,
            Move.self,
            Duplicates.self,
            Merge.self,
            Unmerge.self,
            Search.self,
            Query.self,
            Shell.self,
            Export.self,
            Check.self,
            Completion.self,
            Help.self,
        ]
    }

    /// Without a command: the help.
    func run(_ invocation: Invocation) throws {
        invocation.print(raw: HelpText(Root.self, path: Root.name).text)
    }
}
