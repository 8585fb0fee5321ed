import RecruitDB

/// A call, or a call that has changed.
struct ImportCall: Command {
    static let name = "call"
    static let file = Argument("file", "the call as JSON, as Examples/smart-lab/call.json is one; - for standard input")
    static let specification = Specification(
        "Takes in a call: lab, members, positions, intakes, scholarships; again, what changed in it",
        discussion: """
            A wrong file is refused whole, with every mistake at its line. The file wins for what it names; what somebody
            else put into the database stays. What an earlier call named and this one does not is removed, except that a
            position with applications is closed and a member becomes inactive.
            """,
        arguments: [file], options: [.by], flags: [.dryRun],
        examples: ["recruitdb import call call.json", "recruitdb import call call.json --dry-run"])

    func run(_ invocation: Invocation) throws {
        let path = try invocation.word(Self.file)
        let database = try RecruitmentDatabase(path: invocation.databasePath)
        let changes = try database.importCall(from: path, by: invocation.handle, isDryRun: invocation[.dryRun])
        invocation.print(raw: changes.description)
        if changes.isEmpty { StandardError.say("\(path): nothing new") }
        if invocation[.dryRun] { StandardError.say("a dry run: nothing was changed") }
    }
}
