import RecruitDB

/// One message, whole.
struct InboxShow: Command {
    static let name = "show"
    static let message = Argument("id", "the message's number")
    static let specification = Specification(
        "Shows a message whole: what it is, its attachments, its text",
        discussion: "With --format json the parts are the members of one object, each an array of rows.",
        arguments: [message], options: Option.listing, flags: Flag.listing, examples: ["recruitdb inbox show 17"])

    func run(_ invocation: Invocation) throws {
        let sections = try RecruitmentDatabase.openForReading(at: invocation.databasePath).record(
            ofMessage: invocation.messageNumber(Self.message))
        try invocation.write(sections)
    }
}
