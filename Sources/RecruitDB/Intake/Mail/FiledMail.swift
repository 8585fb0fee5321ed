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
                guard let found, let applicant = found.applicant, let person = try person(row: applicant),
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
            let people = try ids.compactMap { try person(row: $0) }
            // Where several share the address, the name in From tells who writes.
            guard
                let person = people.first(where: { !PersonName.isAnother(senderName, than: $0.names) }) ?? people.first
            else { return nil }
            guard people.count > 1 else { return person }
            // A person under two numbers: the one that is known by this name.
            let ownRow = try people.first { other in
                let own = try names(ofRow: other.filedUnder)
                return other.id == person.id && !PersonName.isAnother(senderName, than: own)
            }
            return ownRow ?? person
        }
    }

    func person(mentionedIn text: String) -> KnownPerson? {
        answer {
            let folded = NormalizedText.folded(text)
            let ids = try connection.all(
                """
                SELECT min(n.applicant_id) FROM applicant_names n JOIN applicants p ON p.id = n.applicant_id
                WHERE (length(n.name) > 4 AND instr(\(folded), lower(n.name)) > 0) OR instr(\(text), p.ref) > 0
                   OR (length(n.name) BETWEEN 2 AND 4 AND unicode(n.name) > 11903 AND instr(\(text), n.name) > 0)
                GROUP BY p.person_id ORDER BY 1 LIMIT 2
                """
            ) { row in try row.int64(0) }
            guard ids.count == 1, let only = ids.first else { return nil }
            return try person(row: only)
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

    /// The person that a row is a part of, with all names and applications.
    private func person(row: Int64) throws -> KnownPerson? {
        let found = try connection.first(
            "SELECT p.id, p.ref FROM applicants o JOIN applicants p ON p.id = o.person_id WHERE o.id = \(row)"
        ) { person in (id: try person.int64(0), ref: try person.text(1)) }
        guard let found else { return nil }
        let applications = try connection.all(
            """
            SELECT a.id, a.ref, p.slug, a.intake, s.outcome = 'open'
            FROM applicants o JOIN applications a ON a.applicant_id = o.id
            JOIN positions p ON p.id = a.position_id JOIN stages s ON s.code = a.stage
            WHERE o.person_id = \(found.id) ORDER BY a.id
            """
        ) { row in
            KnownApplication(
                id: try row.int64(0), ref: try row.text(1), position: try row.text(2), intake: try row.textOrNil(3),
                isOpen: try row.bool(4))
        }
        return KnownPerson(
            id: found.id, ref: found.ref, row: row, names: try names(ofPerson: found.id), applications: applications)
    }

    private func names(ofPerson person: Int64) throws -> [String] {
        try connection.all(
            """
            SELECT n.name FROM applicants p JOIN applicant_names n ON n.applicant_id = p.id WHERE p.person_id = \(person)
            UNION SELECT n.native_name FROM applicants p JOIN applicant_names n ON n.applicant_id = p.id
              WHERE p.person_id = \(person) AND n.native_name IS NOT NULL
            UNION SELECT n.name FROM applicants p JOIN applicant_aliases n ON n.applicant_id = p.id
              WHERE p.person_id = \(person)
            """
        ) { row in try row.text(0) }
    }

    private func names(ofRow row: Int64) throws -> [String] {
        try connection.all(
            """
            SELECT name FROM applicant_names WHERE applicant_id = \(row)
            UNION SELECT native_name FROM applicant_names WHERE applicant_id = \(row) AND native_name IS NOT NULL
            UNION SELECT name FROM applicant_aliases WHERE applicant_id = \(row)
            """
        ) { row in try row.text(0) }
    }

    private func answer<Result>(_ question: () throws -> Result?) -> Result? {
        guard failure == nil else { return nil }
        do { return try question() } catch {
            failure = error
            return nil
        }
    }
}
