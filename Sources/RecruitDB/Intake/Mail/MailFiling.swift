import MailMessage
import RecruitSQLite

/// Puts one message where the rules say: its rows, its files, the application it makes or joins.
final class MailFiling {
    /// What became of a message.
    struct Filed {
        let triage: String
        let isInInbox: Bool
        let receivedAt: Timestamp
    }

    private let connection: Connection
    private let options: MailImportOptions
    private let now: Timestamp
    private var files: Files
    private let rules: MailRules
    let reading: PaperReading?
    private let sentMail: SentMail
    /// How many papers were new.
    private(set) var papers = 0

    init(_ database: RecruitmentDatabase, options: MailImportOptions, now: Timestamp) throws {
        connection = database.connection
        self.options = options
        self.now = now
        files = Files(connection: connection, store: options.isDryRun ? nil : database.documentStore)
        rules = try MailRules(reading: connection)
        let store = database.documentStore
        sentMail = SentMail(connection: connection, store: store, rules: rules)
        reading =
            options.isDryRun
            ? nil : options.program.map { PaperReading(connection: database.connection, store: store, program: $0) }
    }

    /// Files a new message; one that is unreadable waits in the inbox without having been decided.
    func file(
        _ parsed: ParsedMail, batch: Int64, dateBefore: Timestamp?, isUnreadable: Bool = false
    ) throws -> Filed {
        defer { reading?.forget() }
        files.batch = batch
        let mail = parsed.message
        let receivedAt = mail.date.map(Timestamp.init(secondsSince1970:)) ?? dateBefore ?? now
        let context = FiledMail(connection: connection, sender: mail.from.first, reading: reading)
        let decision = isUnreadable ? MailDecision(triage: .undecided) : try decide(mail, context)
        try context.check()
        var message = NewMessage(
            mail: mail, identity: parsed.identity, batch: batch, file: try original(parsed), receivedAt: receivedAt,
            dateSource: mail.dateSource.rawValue, triage: triage(of: decision).rawValue,
            why: isUnreadable
                ? "unreadable" : decision.why?.rawValue ?? decision.taughtBy.map { "taught rule \($0)" } ?? "rule")
        message.isOut = decision.triage == .sent
        message.isInInbox = isUnreadable || decision.why != nil
        try place(&message, by: decision)
        let id = try Messages(connection: connection).insert(message)
        let parts = try attachments(of: parsed, context: context)
        let bringsPapers = message.triage == "application" || message.triage == "supplement"
        for (index, part) in parts.enumerated() {
            try Messages(connection: connection).insert(part, message: id, ordinal: index + 1)
        }
        if bringsPapers, let applicant = message.applicant {
            papers += try enrolment(batch).handIn(
                parts, applicant: applicant, application: message.application, message: id, at: receivedAt)
        }
        if decision.new != nil, let applicant = message.applicant, !options.isDryRun {
            try sentMail.join(applicant, in: batch)
        }
        return Filed(triage: message.triage, isInInbox: message.isInInbox, receivedAt: receivedAt)
    }

    /// What the rules say, unless a person taught something about the sender.
    private func decide(_ mail: Message, _ context: FiledMail) throws -> MailDecision {
        let decision = rules.decide(mail, context: context)
        guard decision.triage != .sent, decision.joins == nil, let sender = mail.from.first?.address,
            let rule = try InboxRules(connection: connection).find(address: sender),
            let triage = MailTriage(rawValue: rule.triage)
        else { return decision }
        return MailDecision(triage: triage, taughtBy: rule.number)
    }

    /// Files a message that could not be filed like others: its bytes, and a place in the inbox.
    func fileBytes(_ parsed: ParsedMail, batch: Int64, dateBefore: Timestamp?) throws -> Filed {
        files.batch = batch
        let mail = Message([])
        let receivedAt = dateBefore ?? now
        let message = NewMessage(
            mail: mail, identity: parsed.identity, batch: batch, file: try original(parsed), receivedAt: receivedAt,
            dateSource: "none", triage: "undecided", why: "unreadable", isInInbox: true)
        _ = try Messages(connection: connection).insert(message)
        return Filed(triage: "undecided", isInInbox: true, receivedAt: receivedAt)
    }

    /// The applicant and application that the decision names, made where they are new.
    private func place(_ message: inout NewMessage, by decision: MailDecision) throws {
        if let new = decision.new {
            let enrolment = enrolment(message.batch)
            let person = try new.person ?? enrolment.enrol(new.applicant, at: message.receivedAt)
            try enrolment.remember(new.applicant.name, of: person)
            message.applicant = person
            message.application = try enrolment.apply(
                person, position: new.position, intake: new.intake, at: message.receivedAt,
                source: new.isForwarded ? .forward : .email)
            if new.isForwarded { message.originalSender = new.applicant.address }
        } else if let joined = decision.joins {
            message.application = joined.id
            message.applicant = try connection.value(
                Int64.self, "SELECT applicant_id FROM applications WHERE id = \(joined.id)")
        }
        guard let suggestion = decision.suggestion else { return }
        message.suggestedPosition = suggestion.position
        message.suggestedApplicant = suggestion.person?.filedUnder
        message.suggestedAddress = suggestion.applicant?.address
    }

    private func enrolment(_ batch: Int64) -> Enrolment {
        Enrolment(connection: connection, by: options.by, batch: batch)
    }

    /// A withdrawal joins its application as a reply, and waits for a person all the same.
    private func triage(of decision: MailDecision) -> MailTriage {
        decision.triage == .undecided && decision.joins != nil ? .reply : decision.triage
    }

    private func original(_ parsed: ParsedMail) throws -> Int64 {
        try files.id(of: parsed.raw.bytes, sha256: parsed.sha256, isPaper: false)
    }

    private func attachments(of mail: ParsedMail, context: FiledMail) throws -> [NewAttachment] {
        try mail.attachments.map { attachment, sha256 in
            let type =
                MailPaper.reasonAgainst(attachment) == nil
                ? PaperClassification(filename: attachment.filename, text: context.knownText(of: sha256)).type : nil
            let file = try files.id(of: attachment.bytes, sha256: sha256, isPaper: type != nil)
            try reading?.keep(sha256, file: file)
            return NewAttachment(
                file: file, filename: attachment.filename, mediaType: attachment.mediaType,
                documentType: type?.rawValue)
        }
    }
}
