import RecruitDB

/// A rule taken away.
struct InboxRuleRemove: Command {
    static let name = "remove"
    static let rule = Argument("rule", "the rule's number, as inbox rule list shows it")
    static let specification = Specification(
        "Takes a rule away; what it decided stays decided",
        arguments: [rule], examples: ["recruitdb inbox rule remove 2"])

    func run(_ invocation: Invocation) throws {
        let word = try invocation.word(Self.rule)
        guard let number = Int64(word), number > 0 else {
            throw invocation.usage("a rule is named by its number, such as 2, not '\(Excerpt.of(word))'")
        }
        try RecruitmentDatabase(path: invocation.databasePath).unteach(rule: number)
        invocation.print("rule \(number) is gone")
    }
}
