import MailMessage
import RecruitSQLite

/// The tables `messages`, `message_headers`, `message_texts` and `message_attachments`.
struct Messages {
    let connection: Connection

    /// A message that is there already.
    struct Known {
        let id: Int64
        let receivedAt: Timestamp
    }

    /// The message with this identity; nil when it is new.
    func find(identity: String) throws -> Known? {
        try connection.first(
            """
            SELECT m.id, m.received_at FROM message_headers h JOIN messages m ON m.id = h.message_id
            WHERE h.identity = \(identity)
            """
        ) { row in Known(id: try row.int64(0), receivedAt: try row.timestamp(1)) }
    }

    /// Inserts `message` and returns its row id.
    func insert(_ message: NewMessage) throws -> Int64 {
        try connection.run(
            """
            INSERT INTO messages (batch_id, file_id, direction, received_at, date_source, triage, why, in_inbox,
              applicant_id, application_id, suggested_position, suggested_applicant_id, filed_after_merge)
            VALUES (\(message.batch), \(message.file), \(message.isOut ? "out" : "in"),
              \(message.receivedAt.description), \(message.dateSource), \(message.triage), \(message.why),
              \(message.isInInbox), \(message.applicant), \(message.application), \(message.suggestedPosition),
              \(message.suggestedApplicant), (SELECT max(id) FROM merges))
            """)
        let id = connection.lastInsertedRowID
        let mail = message.mail
        let recipients = (mail.to + mail.cc).map(\.address).joined(separator: ", ")
        try connection.run(
            """
            INSERT INTO message_headers (message_id, identity, header_message_id, sender, sender_name, original_sender,
              recipients, subject, suggested_address, defects)
            VALUES (\(id), \(message.identity), \(mail.messageID), \(mail.from.first?.address ?? ""),
              \(mail.from.first?.name), \(message.originalSender), \(recipients), \(mail.subject),
              \(message.suggestedAddress), \(mail.defects.joined(separator: ", ")))
            """)
        try connection.run("INSERT INTO message_texts (message_id, text) VALUES (\(id), \(mail.text))")
        return id
    }

    /// Inserts the row of an attachment.
    func insert(_ attachment: NewAttachment, message: Int64, ordinal: Int) throws {
        try connection.run(
            """
            INSERT INTO message_attachments (message_id, ordinal, file_id, filename, media_type, document_type)
            VALUES (\(message), \(ordinal), \(attachment.file), \(attachment.filename), \(MediaTypeName.kept(attachment.mediaType)),
                    \(attachment.documentType))
            """)
    }
}

/// A message about to become rows.
struct NewMessage {
    var mail: Message
    var identity: String
    var batch: Int64
    var file: Int64
    var isOut = false
    var receivedAt: Timestamp
    var dateSource: String
    var triage: String
    var why: String
    var isInInbox = false
    var applicant: Int64?
    var application: Int64?
    var originalSender: String?
    var suggestedPosition: String?
    var suggestedApplicant: Int64?
    var suggestedAddress: String?
}

/// An attachment about to become a row.
struct NewAttachment {
    var file: Int64
    var filename: String?
    var mediaType: String
    /// nil when it is no paper.
    var documentType: String?
}
