import RecruitDB

/// Mail that a person must decide.
struct Inbox: Command {
    static let name = "inbox"
    static let specification = Specification(
        "Lists the mail that a person must decide, with the reason, a suggestion and the command that does it",
        discussion:
            "Without a subcommand it lists; assign and dismiss take a message out, rule teaches what never comes in.",
        options: Option.listing, flags: Flag.listing,
        examples: [
            "recruitdb inbox", "recruitdb inbox show 17", "recruitdb inbox assign 17 --position phd",
            "recruitdb inbox dismiss 18 --as spam",
        ])
    static var subcommands: [any Command.Type] {
        [InboxAssign.self, InboxDismiss.self, InboxShow.self, InboxReview.self, InboxRuleCommand.self]
    }

    func run(_ invocation: Invocation) throws {
        let style = try invocation.listingStyle()
        try invocation.write(RecruitmentDatabase.openForReading(at: invocation.databasePath).inboxListing(), style)
    }
}
