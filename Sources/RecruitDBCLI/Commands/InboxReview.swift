import RecruitDB

/// The inbox gone through with single keys.
struct InboxReview: Command {
    static let name = "review"
    static let specification = Specification(
        "Goes through the inbox with single keys, on a terminal",
        discussion: """
            a does what is suggested; p makes an application for a position of your choice; n the same for a new person;
            e, m, x and o dismiss as enquiry, automatic (a machine's), spam and other; t shows the text with that of the
            papers; s skips; u takes the last decision back; q ends. A decision counts when the next one is made, or at
            the end: until then u takes it back whole.
            """,
        options: [.by], examples: ["recruitdb inbox review --by lwei"])

    func run(_ invocation: Invocation) throws {
        guard Terminal.input.isInteractive, Terminal.output.isInteractive else {
            throw invocation.usage("review needs a terminal; recruitdb inbox lists the same mail, with commands")
        }
        let database = try RecruitmentDatabase(path: invocation.databasePath)
        var session = try ReviewSession(database, by: invocation.handle, output: invocation.output)
        try session.run()
    }
}
