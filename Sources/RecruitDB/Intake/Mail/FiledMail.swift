import MailMessage
import RecruitSQLite

/// What the database knows about the people in one mail.
final class FiledMail: MailContext {
    private let connection: Connection
    private let senderName: String?
    private let reading: PaperReading?
    private var texts: [String: String] = [:]
    private var failure: (any Error)?

    /// What is known about the people in a mail from `sender`; papers are read by `reading`, where there is one.
    init(connection: Connection, sender: Address?, reading: PaperReading? = nil) {
        self.connection = connection
        senderName = sender?.name
        self.reading = reading
    }

    /// Throws what went wrong while the rules asked.
    func check() throws {
        if let failure { throw failure }
    }

    func thread(of ids: [String]) -> KnownThread? {
        answer {
            for id in ids {
                let found = try connection.first(
                    """
                    SELECT m.application_id, m.applicant_id, h.subject
                    FROM message_headers h JOIN messages m ON m.id = h.message_id
                    WHERE h.header_message_id = \(id) AND m.application_id IS NOT NULL ORDER BY m.id LIMIT 1
                    """
                ) { row in (application: try row.int64(0), applicant: try row.int64OrNil(1), subject: try row.text(2)) }
                guard let found, let applicant = found.applicant, let person = try person(id: applicant),
                    let application = person.applications.first(where: { $0.id == found.application })
                else { continue }
                return KnownThread(person: person, application: application, subject: found.subject)
            }
            return nil
        }
    }

    func person(address: String) -> KnownPerson? {
        answer {
            let ids = try connection.all(
                "SELECT applicant_id FROM applicant_emails WHERE email = \(address) ORDER BY applicant_id"
            ) { row in try row.int64(0) }
            let people = try ids.compactMap { try person(id: $0) }
            // Where several share the address, the name in From tells who writes.
            return people.first { !PersonName.isAnother(senderName, than: $0.names) } ?? people.first
        }
    }

    func person(mentionedIn text: String) -> KnownPerson? {
        answer {
            let folded = NormalizedText.folded(text)
            let ids = try connection.all(
                """
                SELECT n.applicant_id FROM applicant_names n JOIN applicants p ON p.id = n.applicant_id
                WHERE (length(n.name) > 4 AND instr(\(folded), lower(n.name)) > 0) OR instr(\(text), p.ref) > 0
                   OR (length(n.name) BETWEEN 2 AND 4 AND unicode(n.name) > 11903 AND instr(\(text), n.name) > 0)
                ORDER BY n.applicant_id LIMIT 2
                """
            ) { row in try row.int64(0) }
            guard ids.count == 1, let only = ids.first else { return nil }
            return try person(id: only)
        }
    }

    func text(of attachment: Attachment) -> String? {
        answer {
            guard let text = try reading?.text(of: attachment) else { return nil }
            texts[attachment.sha256()] = text
            return text
        }
    }

    /// The text of the attachment with this hash, as far as the rules asked for it.
    func knownText(of sha256: String) -> String? { texts[sha256] }

    private func person(id: Int64) throws -> KnownPerson? {
        let ref = try connection.first("SELECT ref FROM applicants WHERE id = \(id)") { row in try row.text(0) }
        guard let ref else { return nil }
        let names = try connection.all(
            """
            SELECT name FROM applicant_names WHERE applicant_id = \(id)
            UNION SELECT native_name FROM applicant_names WHERE applicant_id = \(id) AND native_name IS NOT NULL
            UNION SELECT name FROM applicant_aliases WHERE applicant_id = \(id)
            """
        ) { row in try row.text(0) }
        let applications = try connection.all(
            """
            SELECT a.id, a.ref, p.slug, a.intake, s.outcome = 'open'
            FROM applications a JOIN positions p ON p.id = a.position_id JOIN stages s ON s.code = a.stage
            WHERE a.applicant_id = \(id) ORDER BY a.id
            """
        ) { row in
            KnownApplication(
                id: try row.int64(0), ref: try row.text(1), position: try row.text(2), intake: try row.textOrNil(3),
                isOpen: try row.bool(4))
        }
        return KnownPerson(id: id, ref: ref, names: names, applications: applications)
    }

    private func answer<Result>(_ question: () throws -> Result?) -> Result? {
        guard failure == nil else { return nil }
        do { return try question() } catch {
            failure = error
            return nil
        }
    }
}
