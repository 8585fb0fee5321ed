import RecruitDB

/// The rules that people taught.
struct InboxRuleList: Command {
    static let name = "list"
    static let specification = Specification(
        "Lists the rules that people taught, and how much of the mail that is here they fit",
        options: Option.listing, flags: Flag.listing, examples: ["recruitdb inbox rule list"])

    func run(_ invocation: Invocation) throws {
        let style = try invocation.listingStyle()
        let database = try RecruitmentDatabase.openForReading(at: invocation.databasePath)
        try invocation.write(database.inboxRuleListing(), style)
    }
}
