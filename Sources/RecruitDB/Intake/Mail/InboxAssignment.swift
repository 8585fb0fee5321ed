import RecruitSQLite

/// A message of the inbox given its place by a person.
public struct InboxAssignment: Sendable {
    /// The message's number in the inbox.
    public var message: Int64
    /// The slug of the position it applies for.
    public var position: String?
    /// The intake's code; nil for what the mail states.
    public var intake: String?
    /// The person's ref (`P-0041`); nil for who the mail is from.
    public var applicant: String?
    /// The person's address, where the mail does not show it.
    public var email: String?
    /// The person's name, where the mail does not show it.
    public var name: String?
    /// Whether it is a letter of reference about the applicant.
    public var isReferenceLetter: Bool

    /// The place of the message with this number.
    public init(
        message: Int64, position: String? = nil, intake: String? = nil, applicant: String? = nil,
        email: String? = nil, name: String? = nil, isReferenceLetter: Bool = false
    ) {
        self.message = message
        self.position = position
        self.intake = intake
        self.applicant = applicant
        self.email = email
        self.name = name
        self.isReferenceLetter = isReferenceLetter
    }
}

/// Where a message went.
public struct InboxPlacement: Sendable, Hashable {
    /// `P-0041`.
    public let applicant: String
    /// `A-2027-0041`; nil for a letter about someone who has no application.
    public let application: String?
    /// application, supplement, reply or reference_letter.
    public let triage: String
    /// How many papers were new.
    public let papers: Int
}

extension RecruitmentDatabase {
    /// Gives a message of the inbox its place: a new application, a join of one, or a letter of reference.
    ///
    /// - Parameters:
    ///   - assignment: which message, and where to.
    ///   - by: who decides: a member's handle.
    ///   - isDryRun: whether to check only and change nothing.
    /// - Returns: where it went.
    /// - Throws: `RecruitmentError` that says what is missing: the position, the applicant, the address.
    @discardableResult
    public func assign(
        _ assignment: InboxAssignment, by: String, isDryRun: Bool = false
    ) throws -> InboxPlacement {
        struct OnlyTried: Error { let placement: InboxPlacement }
        return try DatabaseFile.named(path) {
            do {
                return try connection.transaction {
                    let placement = try InboxFiling(connection: connection, store: documentStore, by: by).place(
                        assignment)
                    if isDryRun { throw OnlyTried(placement: placement) }
                    return placement
                }
            } catch let tried as OnlyTried { return tried.placement }
        }
    }
}
