import MailMessage

/// A mail with all that can be known of it without the database.
struct ParsedMail: Sendable {
    let raw: RawMessage
    let identity: String
    let message: Message
    /// SHA-256 of the mail as it came.
    let sha256: String
    /// The attachments, those of forwarded messages after the message's own, each with its SHA-256.
    let attachments: [(attachment: Attachment, sha256: String)]

    init(_ raw: RawMessage, identity: String) {
        self.raw = raw
        self.identity = identity
        message = Message(raw.bytes, envelopeDate: raw.envelopeDate)
        sha256 = SHA256.hex(of: raw.bytes)
        var attachments: [(attachment: Attachment, sha256: String)] = []
        var next: Message? = message
        while let message = next {
            attachments += message.attachments.map { ($0, $0.sha256()) }
            next = message.forwarded
        }
        self.attachments = attachments
    }
}
