/// What comes in.
struct Import: Command {
    static let name = "import"
    static let specification = Specification(
        "Takes in a call or mail, lists what came in, and takes it back",
        discussion: "The same thing may be imported again: what is known already changes nothing.",
        examples: [
            "recruitdb import call call.json", "recruitdb import mail inbox.mbox", "recruitdb import list",
            "recruitdb import undo 4 --dry-run",
        ])
    static var subcommands: [any Command.Type] {
        [ImportCall.self, ImportMail.self, ImportList.self, ImportShow.self, ImportUndo.self]
    }
}
