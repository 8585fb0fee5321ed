/// What people teach about senders.
struct InboxRuleCommand: Command {
    static let name = "rule"
    static let specification = Specification(
        "Teaches that mail from somewhere is never an application",
        discussion:
            "A rule is tried on the mail that is here before it counts, and never touches a reply in a known thread.",
        examples: [
            "recruitdb inbox rule add --from '*@lists.example.org' --as automatic --dry-run",
            "recruitdb inbox rule list", "recruitdb inbox rule remove 2",
        ])
    static var subcommands: [any Command.Type] { [InboxRuleAdd.self, InboxRuleList.self, InboxRuleRemove.self] }
}
