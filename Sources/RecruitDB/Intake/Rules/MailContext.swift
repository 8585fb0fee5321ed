import MailMessage

/// An application on file, as far as the mail rules ask.
struct KnownApplication: Sendable, Hashable {
    let id: Int64
    let ref: String
    let position: String
    let intake: String?
    let isOpen: Bool
}

/// A person on file, under one number or several.
struct KnownPerson: Sendable, Hashable {
    let id: Int64
    let ref: String
    /// The number of the person whose address it is: what comes is filed there, and goes along should they be two after all.
    var row: Int64?
    /// Every name that mail from the person has shown.
    let names: [String]
    let applications: [KnownApplication]

    /// Where what comes from the person is filed.
    var filedUnder: Int64 { row ?? id }

    var openApplications: [KnownApplication] { applications.filter(\.isOpen) }
}

/// The application that a known message belongs to.
struct KnownThread: Sendable, Hashable {
    let person: KnownPerson
    let application: KnownApplication
    /// The subject of the message that was answered.
    let subject: String?
}

/// What the database knows about the people in one mail.
protocol MailContext {
    /// The thread of any of these Message-IDs, the nearest first.
    func thread(of ids: [String]) -> KnownThread?

    /// The person with this address, which is in lower case.
    func person(address: String) -> KnownPerson?

    /// The one applicant whose name or reference the text says.
    func person(mentionedIn text: String) -> KnownPerson?

    /// The text of a paper, where it is known already.
    func text(of attachment: Attachment) -> String?
}

extension MailContext {
    func person(mentionedIn text: String) -> KnownPerson? { nil }

    func text(of attachment: Attachment) -> String? { nil }
}
