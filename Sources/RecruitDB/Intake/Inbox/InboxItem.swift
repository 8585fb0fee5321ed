import RecruitSQLite

/// A message that waits in the inbox, as one looks at it to decide.
public struct InboxItem: Sendable, Hashable {
    /// Its number.
    public let number: Int64
    /// Its date.
    public let receivedAt: Timestamp
    /// The address in From; empty when there is none.
    public let sender: String
    /// The name in From.
    public let senderName: String?
    /// Its subject.
    public let subject: String
    /// Why a person must decide, as a sentence.
    public let why: String
    /// The slug of the position it seems to be for.
    public let position: String?
    /// Who it seems to be from or about: `P-0041`.
    public let applicant: String?
    /// That person's name.
    public let applicantName: String?
    /// Whether it seems to be a letter of reference.
    public let isReferenceLetter: Bool
    /// The names of its papers.
    public let papers: [String]
}

extension RecruitmentDatabase {
    /// The messages that wait, oldest first.
    public func inboxItems() throws -> [InboxItem] {
        try DatabaseFile.named(path) {
            try connection.all(
                """
                SELECT m.id, m.received_at, h.sender, h.sender_name, h.subject, m.why, m.suggested_position, p.ref, n.name
                FROM messages m JOIN message_headers h ON h.message_id = m.id
                LEFT JOIN applicants o ON o.id = m.suggested_applicant_id LEFT JOIN applicants p ON p.id = o.person_id
                LEFT JOIN applicant_names n ON n.applicant_id = p.id
                WHERE m.in_inbox = 1 ORDER BY m.received_at, m.id
                """
            ) { row in
                let why = try row.text(5)
                let id = try row.int64(0)
                return InboxItem(
                    number: id, receivedAt: try row.timestamp(1), sender: try row.text(2),
                    senderName: try row.textOrNil(3), subject: try row.text(4),
                    why: InboxReason(rawValue: why)?.sentence ?? why, position: try row.textOrNil(6),
                    applicant: try row.textOrNil(7), applicantName: try row.textOrNil(8),
                    isReferenceLetter: why == InboxReason.referenceLetter.rawValue, papers: try papers(of: id))
            }
        }
    }

    /// What a message says, and what its papers say as far as they have been read.
    ///
    /// - Throws: `RecruitmentError` when there is no message with this number.
    public func text(ofMessage message: Int64) throws -> String {
        try DatabaseFile.named(path) {
            let body = try connection.first("SELECT text FROM message_texts WHERE message_id = \(message)") { row in
                try row.text(0)
            }
            guard let body else { throw RecruitmentError(.badData, "no message \(message)") }
            var parts = [body]
            try connection.forEach(
                """
                SELECT coalesce(t.filename, t.media_type), g.page, g.text
                FROM message_attachments t JOIN document_pages g ON g.file_id = t.file_id
                WHERE t.message_id = \(message) ORDER BY t.ordinal, g.page
                """
            ) { row in parts.append("── \(try row.text(0)), page \(try row.int(1)) ──\n\(try row.text(2))") }
            return parts.joined(separator: "\n\n")
        }
    }

    private func papers(of message: Int64) throws -> [String] {
        try connection.all(
            """
            SELECT coalesce(filename, media_type) FROM message_attachments
            WHERE message_id = \(message) AND document_type IS NOT NULL ORDER BY ordinal
            """
        ) { row in try row.text(0) }
    }
}
