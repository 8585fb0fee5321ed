import MailMessage
import RecruitSQLite

/// Does what a person decided about a message of the inbox.
struct InboxFiling {
    let connection: Connection
    let store: DocumentStore
    let by: String

    func place(_ assignment: InboxAssignment) throws -> InboxPlacement {
        let message = try InboxMessage(connection: connection, id: assignment.message)
        return assignment.isReferenceLetter
            ? try placeLetter(message, assignment) : try placeApplication(message, assignment)
    }

    private func placeLetter(_ message: InboxMessage, _ assignment: InboxAssignment) throws -> InboxPlacement {
        guard let ref = assignment.applicant else {
            throw RecruitmentError(.usage, "a letter of reference needs the applicant it is about: --applicant P-0041")
        }
        let person = try Applicants(connection: connection).id(of: ref)
        let application = try openApplication(of: person, position: assignment.position, intake: assignment.intake)
        let owner = application?.applicant ?? person
        try write(message, triage: "reference_letter", person: owner, application: application?.id)
        let papers = try handIn(message, person: owner, application: application?.id, isConfidential: true)
        return InboxPlacement(
            applicant: try Applicants(connection: connection).personRef(of: person), application: application?.ref,
            triage: "reference_letter", papers: papers)
    }

    private func placeApplication(_ message: InboxMessage, _ assignment: InboxAssignment) throws -> InboxPlacement {
        guard let position = assignment.position else {
            throw RecruitmentError(.usage, "for which position? Add --position SLUG; recruitdb inbox suggests one")
        }
        _ = try Positions(connection: connection).id(of: position)
        let enrolment = Enrolment(connection: connection, by: by, batch: message.batch)
        let (named, applicant) = try person(of: message, assignment)
        let rules = try MailRules(reading: connection)
        let intake = try intake(of: message, assignment, position: position, rules)
        let hasPapers = try !attachments(of: message).allSatisfy { $0.documentType == nil }
        let triage: String
        let known =
            try openApplication(of: named, position: position, intake: intake)
            ?? closedApplication(of: named, position: position, intake: intake)
        // A person may have two numbers: the message goes where its application is filed.
        let person = known?.applicant ?? named
        try enrolment.remember(applicant.name, of: person)
        try remember(applicant.address, of: person, in: message.batch)
        let application: PlacedApplication
        if let known {
            (application, triage) = (known, hasPapers ? "supplement" : "reply")
        } else {
            let id = try enrolment.apply(
                person, position: position, intake: intake, at: message.receivedAt,
                source: applicant.address == message.sender.lowercased() ? .email : .forward)
            (application, triage) = ((id, try ref(ofApplication: id), person), "application")
        }
        try write(message, triage: triage, person: person, application: application.id)
        if applicant.address != message.sender.lowercased() {
            try connection.run(
                "UPDATE message_headers SET original_sender = \(applicant.address) WHERE message_id = \(message.id)")
        }
        let papers = try handIn(message, person: person, application: application.id)
        try SentMail(connection: connection, store: store, rules: rules).join(person, in: message.batch)
        let ref = try Applicants(connection: connection).personRef(of: person)
        return InboxPlacement(applicant: ref, application: application.ref, triage: triage, papers: papers)
    }

    /// The person the message is from: the one named, else the one with its address and name, else a new one.
    private func person(
        of message: InboxMessage, _ assignment: InboxAssignment
    ) throws -> (id: Int64, applicant: MailApplicant) {
        let address = (assignment.email ?? message.suggestedAddress ?? message.sender).lowercased()
        let isOfLab = try connection.first(
            """
            SELECT 1 FROM members WHERE email = \(address) UNION ALL SELECT 1 FROM lab_addresses WHERE address = \(address)
            """
        ) { row in try row.int(0) }
        let shownName = address == message.sender.lowercased() && isOfLab == nil ? message.senderName : nil
        let applicant = MailApplicant(name: assignment.name ?? shownName, address: address)
        if let ref = assignment.applicant { return (try row(named: ref, address: address), applicant) }
        guard address.utf8.contains(UInt8(ascii: "@")) else {
            throw RecruitmentError(
                .usage,
                "message \(message.id) shows no address; say who applies: --applicant P-0041, or --email ADDRESS")
        }
        if isOfLab != nil {
            throw RecruitmentError(
                .usage,
                "message \(message.id) comes from the lab's own \(address); say who applies: --applicant P-0041, "
                    + "or --email ADDRESS --name NAME")
        }
        // Where several share the address, the name tells them apart.
        let context = FiledMail(connection: connection, sender: Address(name: applicant.name, address: address))
        let known = context.person(address: address)
        try context.check()
        if let known, !PersonName.isAnother(applicant.name, than: known.names) { return (known.filedUnder, applicant) }
        let enrolment = Enrolment(connection: connection, by: by, batch: message.batch)
        return (try enrolment.enrol(applicant, at: message.receivedAt), applicant)
    }

    /// The number that is named; where that is the person's and the address another number's of theirs, that one.
    private func row(named ref: String, address: String) throws -> Int64 {
        let named = try Applicants(connection: connection).id(of: ref)
        let owner = try connection.first(
            """
            SELECT o.id FROM applicants o JOIN applicant_emails e ON e.applicant_id = o.id
            WHERE o.person_id = \(named) AND e.email = \(address) ORDER BY o.id <> \(named), o.id LIMIT 1
            """
        ) { row in try row.int64(0) }
        return owner ?? named
    }

    /// Keeps an address under which the person wrote; the lab's own and those of machines are nobody's.
    private func remember(_ address: String, of person: Int64, in batch: Int64?) throws {
        guard address.utf8.contains(UInt8(ascii: "@")), AddressKind(address) == .person else { return }
        try connection.run(
            """
            INSERT INTO applicant_emails (applicant_id, email, batch_id) SELECT \(person), \(address), \(batch)
            WHERE NOT EXISTS (SELECT 1 FROM members WHERE email = \(address))
              AND NOT EXISTS (SELECT 1 FROM lab_addresses WHERE address = \(address))
              AND NOT EXISTS (
                SELECT 1 FROM applicants p JOIN applicants o ON o.person_id = p.person_id
                JOIN applicant_emails e ON e.applicant_id = o.id WHERE p.id = \(person) AND e.email = \(address))
            """)
    }

    /// An application, and the applicant under whose number it is filed.
    private typealias PlacedApplication = (id: Int64, ref: String, applicant: Int64)

    private func closedApplication(
        of person: Int64, position: String, intake: String?
    ) throws -> PlacedApplication? {
        try connection.first(
            """
            SELECT a.id, a.ref, a.applicant_id
            FROM applicants o JOIN applications a ON a.applicant_id = o.id JOIN positions p ON p.id = a.position_id
            WHERE o.person_id = (SELECT person_id FROM applicants WHERE id = \(person))
              AND p.slug = \(position) AND a.intake IS \(intake)
            ORDER BY o.id = \(person) DESC, a.id DESC LIMIT 1
            """
        ) { row in (try row.int64(0), try row.text(1), try row.int64(2)) }
    }

    private func openApplication(
        of person: Int64, position: String?, intake: String?
    ) throws -> PlacedApplication? {
        try connection.first(
            """
            SELECT a.id, a.ref, a.applicant_id
            FROM applicants o JOIN applications a ON a.applicant_id = o.id
            JOIN positions p ON p.id = a.position_id JOIN stages s ON s.code = a.stage
            WHERE o.person_id = (SELECT person_id FROM applicants WHERE id = \(person))
              AND s.outcome = 'open' AND (\(position) IS NULL OR p.slug = \(position))
              AND (\(intake) IS NULL OR a.intake IS NULL OR a.intake = \(intake))
            ORDER BY a.intake IS \(intake) DESC, o.id = \(person) DESC, a.received_at DESC, a.id DESC LIMIT 1
            """
        ) { row in (try row.int64(0), try row.text(1), try row.int64(2)) }
    }

    /// The intake that a person named, else the one that the mail states.
    private func intake(
        of message: InboxMessage, _ assignment: InboxAssignment, position: String, _ rules: MailRules
    ) throws -> String? {
        if let code = assignment.intake {
            let known = try connection.all("SELECT code FROM intakes ORDER BY code") { row in try row.text(0) }
            guard known.contains(code) else {
                throw RecruitmentError(.badData, "no intake \(code); there are: \(known.joined(separator: ", "))")
            }
            return code
        }
        let text = try connection.value(
            String?.self, "SELECT text FROM message_texts WHERE message_id = \(message.id)")
        return rules.intake(of: position, subject: message.subject, text: text ?? "", date: message.receivedAt)
    }

    private func write(_ message: InboxMessage, triage: String, person: Int64, application: Int64?) throws {
        try connection.run(
            """
            UPDATE messages SET application_id = \(application), applicant_id = \(person), in_inbox = 0, triage = \(triage),
              decided_by = \(by), filed_after_merge = (SELECT max(id) FROM merges)
            WHERE id = \(message.id)
            """)
    }

    private func attachments(of message: InboxMessage) throws -> [NewAttachment] {
        try connection.all(
            """
            SELECT file_id, filename, media_type, document_type FROM message_attachments
            WHERE message_id = \(message.id) ORDER BY ordinal
            """
        ) { row in
            NewAttachment(
                file: try row.int64(0), filename: try row.textOrNil(1), mediaType: try row.text(2),
                documentType: try row.textOrNil(3))
        }
    }

    private func handIn(
        _ message: InboxMessage, person: Int64, application: Int64?, isConfidential: Bool = false
    ) throws -> Int {
        try Enrolment(connection: connection, by: by, batch: message.batch).handIn(
            attachments(of: message), applicant: person, application: application, message: message.id,
            at: message.receivedAt, isConfidential: isConfidential)
    }

    private func ref(ofApplication id: Int64) throws -> String {
        try connection.value(String.self, "SELECT ref FROM applications WHERE id = \(id)")
    }
}
