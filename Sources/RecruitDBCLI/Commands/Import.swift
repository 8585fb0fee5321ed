import RecruitDB

/// What comes in.
struct Import: Command {
    static let name = "import"
    static let specification = Specification(
        "Takes in a call",
        discussion: "The same thing may be imported again: what is known already changes nothing.",
        examples: ["recruitdb import call call.json"])
    static var subcommands: [any Command.Type] { [ImportCall.self] }
}
