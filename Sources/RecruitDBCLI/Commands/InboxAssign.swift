import RecruitDB

/// A message of the inbox given its place.
struct InboxAssign: Command {
    static let name = "assign"
    static let message = Argument("id", "the message's number in the inbox")
    static let position = Option("position", value: "slug", "the position it applies for")
    static let intake = Option("intake", value: "code", "the intake, such as 2027-fall (default: what the mail states)")
    static let applicant = Option("applicant", value: "ref", "who it is from or about, such as P-0041")
    static let email = Option("email", value: "address", "the applicant's address, where the mail does not show it")
    static let personName = Option("name", value: "name", "the applicant's name, where the mail does not show it")
    static let kind = Option("as", value: "kind", "reference_letter: a letter about the applicant")
    static let specification = Specification(
        "Makes an application of a message, joins it to one, or files a letter of reference",
        arguments: [message], options: [position, intake, applicant, email, personName, kind, .by], flags: [.dryRun],
        examples: [
            "recruitdb inbox assign 17 --position phd", "recruitdb inbox assign 17 --position phd --applicant P-0041",
            "recruitdb inbox assign 19 --applicant P-0041 --as reference_letter",
        ])

    func run(_ invocation: Invocation) throws {
        let message = try invocation.messageNumber(Self.message)
        if let kind = invocation[Self.kind], kind != "reference_letter" {
            throw invocation.usage("--as takes reference_letter, not '\(Excerpt.of(kind))'")
        }
        let placed = try RecruitmentDatabase(path: invocation.databasePath).assign(
            InboxAssignment(
                message: message, position: invocation[Self.position], intake: invocation[Self.intake],
                applicant: invocation[Self.applicant], email: invocation[Self.email],
                name: invocation[Self.personName], isReferenceLetter: invocation[Self.kind] != nil),
            by: invocation.handle, isDryRun: invocation[.dryRun])
        let place = [placed.applicant, placed.application].compactMap { $0 }.joined(separator: ", ")
        let verb = invocation[.dryRun] ? "would be" : "is now"
        invocation.print("message \(message) \(verb) \(placed.triage) of \(place), with \(placed.papers) new papers")
    }
}

extension Invocation {
    /// The number of a message that `argument` holds.
    func messageNumber(_ argument: Argument) throws -> Int64 {
        let word = try word(argument)
        guard let number = Int64(word), number > 0 else {
            throw usage("a message is named by its number, such as 17, not '\(Excerpt.of(word))'")
        }
        return number
    }
}
