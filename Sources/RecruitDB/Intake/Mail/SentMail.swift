import MailMessage
import RecruitSQLite

/// The lab's own mail that came in before the application which it answers.
struct SentMail {
    let connection: Connection
    let store: DocumentStore
    let rules: MailRules

    /// Joins what the lab wrote to the applicant, and is part of no application yet, to theirs: a Sent folder may be
    /// imported before the inbox.
    /// `batch` is the import that brought the application.
    func join(_ applicant: Int64, in batch: Int64?) throws {
        let waiting = try connection.all(
            """
            SELECT m.id, f.sha256
            FROM messages m JOIN message_headers h ON h.message_id = m.id JOIN file_hashes f ON f.file_id = m.file_id
            WHERE m.direction = 'out' AND m.application_id IS NULL AND EXISTS (
              SELECT 1 FROM applicant_emails e WHERE e.applicant_id IN
                  (SELECT id FROM applicants WHERE person_id = (SELECT person_id FROM applicants WHERE id = \(applicant)))
                AND instr(', ' || lower(h.recipients) || ',', ', ' || lower(e.email) || ',') > 0)
            ORDER BY m.id
            """
        ) { row in (id: try row.int64(0), sha256: try row.text(1)) }
        for message in waiting {
            let mail = Message(try store.read(message.sha256))
            let context = FiledMail(connection: connection, sender: mail.from.first)
            let decision = rules.decide(mail, context: context)
            try context.check()
            guard decision.triage == .sent, let application = decision.joins else { continue }
            try connection.run(
                """
                UPDATE messages SET application_id = \(application.id),
                  applicant_id = (SELECT applicant_id FROM applications WHERE id = \(application.id)),
                  joined_in_batch_id = \(batch), filed_after_merge = (SELECT max(id) FROM merges)
                WHERE id = \(message.id)
                """)
        }
    }
}
