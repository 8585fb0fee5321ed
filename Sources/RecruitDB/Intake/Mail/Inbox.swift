import RecruitSQLite

extension RecruitmentDatabase {
    /// The mail that a person must decide, oldest first: message, received_at, sender, subject, why, suggestion.
    public func inboxListing() throws -> Listing {
        try listing(
            "SELECT message, received_at, sender, subject, why, suggestion FROM inbox ORDER BY received_at, message")
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
