/// What comes in.
struct Import: Command {
    static let name = "import"
    static let specification = Specification(
        "Brings in a call or mail", examples: ["recruitdb import call call.json", "recruitdb import mail inbox.mbox"])
    static var subcommands: [any Command.Type] { [ImportMail.self] }
}
