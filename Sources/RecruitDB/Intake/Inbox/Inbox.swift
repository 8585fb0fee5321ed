import RecruitSQLite

extension RecruitmentDatabase {
    /// The mail that a person must decide, oldest first: message, received_at, sender, subject, why, suggestion, command.
    ///
    /// command is what does what is suggested, or shows the message where nothing is. What a sender wrote is part of it
    /// only where it is harmless in a shell.
    public func inboxListing() throws -> Listing {
        try listing(
            """
            SELECT i.message, i.received_at, i.sender, i.subject, i.why, i.suggestion,
              'recruitdb inbox ' || CASE
                WHEN i.why = 'reference_letter' AND p.ref IS NOT NULL
                  THEN 'assign ' || i.message || ' --applicant ' || p.ref || ' --as reference_letter'
                WHEN i.why IN ('question', 'other_subject') THEN 'dismiss ' || i.message || ' --as enquiry'
                WHEN m.suggested_position IS NOT NULL THEN 'assign ' || i.message || ' --position ' || m.suggested_position
                  || CASE WHEN p.ref IS NOT NULL THEN ' --applicant ' || p.ref
                     WHEN h.suggested_address <> h.sender COLLATE NOCASE AND h.suggested_address NOT GLOB '*[^a-zA-Z0-9.@_+-]*'
                       AND h.suggested_address NOT GLOB '-*' THEN ' --email ' || h.suggested_address ELSE '' END
                ELSE 'show ' || i.message END AS command
            FROM inbox i JOIN messages m ON m.id = i.message JOIN message_headers h ON h.message_id = m.id
            LEFT JOIN applicants o ON o.id = m.suggested_applicant_id LEFT JOIN applicants p ON p.id = o.person_id
            ORDER BY i.received_at, i.message
            """)
    }

    /// A message whole, whether it waits or not: what it is, its papers, its text.
    ///
    /// - Throws: `RecruitmentError` when there is no message with this number.
    public func record(ofMessage message: Int64) throws -> [RecordSection] {
        let isThere = try DatabaseFile.named(path) {
            try connection.value(Bool.self, "SELECT EXISTS (SELECT 1 FROM messages WHERE id = \(message))")
        }
        guard isThere else {
            throw RecruitmentError(.badData, "no message \(message); recruitdb inbox lists those that wait")
        }
        return [
            RecordSection(
                title: "message",
                listing: try listing(
                    """
                    SELECT m.id AS message, m.received_at, h.sender, h.sender_name, h.recipients, h.subject, m.triage, m.why,
                           p.ref AS person, a.ref, m.decided_by, nullif(h.defects, '') AS defects
                    FROM messages m JOIN message_headers h ON h.message_id = m.id
                    LEFT JOIN applicants o ON o.id = m.applicant_id LEFT JOIN applicants p ON p.id = o.person_id
                    LEFT JOIN applications a ON a.id = m.application_id WHERE m.id = \(message)
                    """)),
            RecordSection(
                title: "attachments",
                listing: try listing(
                    """
                    SELECT t.ordinal, t.filename, t.document_type, t.media_type, f.byte_size, f.text_status, h.sha256
                    FROM message_attachments t JOIN files f ON f.id = t.file_id JOIN file_hashes h ON h.file_id = f.id
                    WHERE t.message_id = \(message) ORDER BY t.ordinal
                    """)),
            RecordSection(
                title: "text",
                listing: try listing("SELECT text FROM message_texts WHERE message_id = \(message)")),
        ]
    }

    /// Takes a message out of the inbox as what it is.
    ///
    /// - Parameters:
    ///   - message: its number in the inbox.
    ///   - triage: enquiry, reply, spam, automatic or other.
    ///   - by: who decides: a member's handle.
    ///   - isDryRun: whether to check only and change nothing.
    /// - Throws: `RecruitmentError` when it is not in the inbox, or `triage` is none of these.
    public func dismiss(_ message: Int64, as triage: String, by: String = "library", isDryRun: Bool = false) throws {
        let choices = ["enquiry", "reply", "spam", "automatic", "other"]
        guard choices.contains(triage) else {
            throw RecruitmentError(.usage, "--as takes one of \(choices.joined(separator: ", ")), not '\(triage)'")
        }
        try DatabaseFile.named(path) {
            try connection.transaction {
                _ = try InboxMessage(connection: connection, id: message)
                guard !isDryRun else { return }
                try connection.run(
                    """
                    UPDATE messages SET in_inbox = 0, decided_by = \(by), triage = \(triage)
                    WHERE id = \(message)
                    """)
            }
        }
    }
}

/// A message that waits in the inbox.
struct InboxMessage {
    let id: Int64
    let receivedAt: Timestamp
    let triage: String
    let subject: String
    let sender: String
    let senderName: String?
    let suggestedAddress: String?
    let suggestedApplicant: Int64?
    /// The import that brought it.
    let batch: Int64?

    /// Reads it.
    ///
    /// - Throws: `RecruitmentError` when there is no such message, or nobody needs to decide it.
    init(connection: Connection, id: Int64) throws {
        let found = try connection.first(
            """
            SELECT m.in_inbox, m.received_at, m.triage, h.subject, h.sender, h.sender_name, h.suggested_address,
                   m.suggested_applicant_id, m.batch_id
            FROM messages m JOIN message_headers h ON h.message_id = m.id WHERE m.id = \(id)
            """
        ) { row in
            (
                isInInbox: try row.bool(0),
                message: InboxMessage(
                    id: id, receivedAt: try row.timestamp(1), triage: try row.text(2), subject: try row.text(3),
                    sender: try row.text(4), senderName: try row.textOrNil(5), suggestedAddress: try row.textOrNil(6),
                    suggestedApplicant: try row.int64OrNil(7), batch: try row.int64OrNil(8))
            )
        }
        guard let found else {
            throw RecruitmentError(.badData, "no message \(id); recruitdb inbox lists those that wait")
        }
        guard found.isInInbox else {
            throw RecruitmentError(.badData, "message \(id) is not in the inbox: it is \(found.message.triage) already")
        }
        self = found.message
    }

    private init(
        id: Int64, receivedAt: Timestamp, triage: String, subject: String, sender: String, senderName: String?,
        suggestedAddress: String?, suggestedApplicant: Int64?, batch: Int64?
    ) {
        self.id = id
        self.receivedAt = receivedAt
        self.triage = triage
        self.subject = subject
        self.sender = sender
        self.senderName = senderName
        self.suggestedAddress = suggestedAddress
        self.suggestedApplicant = suggestedApplicant
        self.batch = batch
    }
}
