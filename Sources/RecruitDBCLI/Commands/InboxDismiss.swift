import RecruitDB

/// A message of the inbox that is no application.
struct InboxDismiss: Command {
    static let name = "dismiss"
    static let message = Argument("id", "the message's number in the inbox")
    static let kind = Option("as", value: "kind", "enquiry, reply, spam, automatic or other")
    static let specification = Specification(
        "Takes a message out of the inbox as what it is",
        arguments: [message], options: [kind, .by], flags: [.dryRun],
        examples: ["recruitdb inbox dismiss 18 --as enquiry"])

    func run(_ invocation: Invocation) throws {
        let message = try invocation.messageNumber(Self.message)
        guard let kind = invocation[Self.kind] else {
            throw invocation.usage("as what? Add --as with enquiry, reply, spam, automatic or other")
        }
        try RecruitmentDatabase(path: invocation.databasePath)
            .dismiss(message, as: kind, by: invocation.handle, isDryRun: invocation[.dryRun])
        invocation.print("message \(message) \(invocation[.dryRun] ? "would be" : "is") dismissed as \(kind)")
    }
}
