import MailMessage

/// A paper that a mail brings, with its type.
struct MailPaper: Sendable {
    let attachment: Attachment
    let classification: PaperClassification

    /// The papers among attachments, in their order.
    static func all(
        in attachments: [Attachment], text: (Attachment) -> String? = { _ in nil }
    ) -> [MailPaper] {
        attachments.compactMap { attachment in
            guard reasonAgainst(attachment) == nil else { return nil }
            let known = text(attachment) ?? plainText(of: attachment)
            return MailPaper(
                attachment: attachment,
                classification: PaperClassification(filename: attachment.filename, text: known))
        }
    }

    /// Why an attachment is no paper; nil when it is one.
    static func reasonAgainst(_ attachment: Attachment) -> String? {
        PaperPart.reasonAgainst(
            filename: attachment.filename, mediaType: attachment.mediaType, disposition: attachment.disposition,
            contentID: attachment.contentID, beginning: attachment.withBytes { Array($0.prefix(512)) })
    }

    private static func plainText(of attachment: Attachment) -> String? {
        guard attachment.mediaType == "text/plain" else { return nil }
        return attachment.withBytes { String(decoding: $0.prefix(40_000), as: UTF8.self) }
    }
}
