/// What a message is, in the words of the column `triage`.
enum MailTriage: String, Sendable, CaseIterable {
    case application, supplement, reply, enquiry, automatic, spam, other, sent, undecided
    case referenceLetter = "reference_letter"
}

/// The person that a mail is from or about.
struct MailApplicant: Sendable, Hashable {
    let name: String?
    /// In lower case.
    let address: String
}

/// An application that a mail makes.
struct NewApplication: Sendable, Hashable {
    let position: String
    /// The call's code; nil when it stays open.
    let intake: String?
    let intakeSource: IntakeMatcher.Source
    let applicant: MailApplicant
    /// The applicant on file with this address; nil makes a new one.
    let person: Int64?
    /// A member of the lab passed it on.
    let isForwarded: Bool
    /// What showed that the person applies, for people.
    let evidence: String
}

/// What an undecided mail may be: shown in the inbox, never done alone.
struct MailSuggestion: Sendable, Hashable {
    var position: String?
    var applicant: MailApplicant?
    var person: KnownPerson?
    var application: KnownApplication?
    /// What the message may be filed as.
    var triage: MailTriage?
}

/// What becomes of a mail.
struct MailDecision: Sendable, Hashable {
    var triage: MailTriage
    /// Set exactly when `triage` is undecided.
    var why: InboxReason?
    /// The words that decided, for people.
    var detail: String?
    /// Set exactly when `triage` is application.
    var new: NewApplication?
    /// The application that the message belongs to: of a reply, a supplement, a sent mail, a withdrawal.
    var joins: KnownApplication?
    var suggestion: MailSuggestion?
    /// The number of the rule that a person taught, where one decided.
    var taughtBy: Int64?

    static func undecided(_ why: InboxReason, _ detail: String? = nil, _ suggestion: MailSuggestion) -> MailDecision {
        MailDecision(triage: .undecided, why: why, detail: detail, suggestion: suggestion)
    }
}
