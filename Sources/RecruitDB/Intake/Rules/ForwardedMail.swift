import MailMessage

/// A mail that was passed on: the messages in it, the outermost first.
struct ForwardedMail: Sendable {
    struct Part: Sendable {
        let applicant: MailApplicant?
        /// The name shown, with or without an address.
        let name: String?
        let subject: String
        let text: String
        let attachments: [Attachment]
    }

    let parts: [Part]
    /// Several messages side by side, or two people outside the lab of whom either may be meant.
    let isAmbiguous: Bool

    /// The innermost message whose sender is not of the lab.
    func applicantPart(_ laboratory: Laboratory) -> Part? {
        parts.last { part in part.applicant.map { !laboratory.isOfLab($0.address) } ?? false }
    }

    /// `From: Ada Byron, To: Prof. Chen, Subject: ...` above Ada's own letter.
    static func isLetterhead(_ part: Part, _ message: Message) -> Bool {
        guard let author = message.from.first else { return false }
        if let address = part.applicant?.address { return address == Laboratory.folded(author.address) }
        return !PersonName.isAnother(part.name, than: [author.name ?? ""])
    }

    /// Reads a forward: by its prefix, an attached message, or a quoted header block without a reply prefix.
    ///
    /// - Returns: nil when the mail is no forward.
    init?(_ message: Message, _ line: SubjectLine, _ laboratory: Laboratory) {
        var reader = ForwardReader(laboratory: laboratory)
        reader.read(message, line, depth: 0)
        let isMarked = line.isForward || message.forwardedCount > 0
        guard isMarked || !reader.parts.isEmpty && !line.isReply else { return nil }
        if !isMarked, let only = reader.parts.first, reader.parts.count == 1, Self.isLetterhead(only, message) {
            return nil
        }
        parts = reader.parts
        isAmbiguous = reader.isAmbiguous
    }
}

/// Walks from the outermost message inwards.
private struct ForwardReader {
    let laboratory: Laboratory
    var parts: [ForwardedMail.Part] = []
    var isAmbiguous = false

    mutating func read(_ message: Message, _ line: SubjectLine, depth: Int) {
        guard depth < 8 else { return }
        if message.forwardedCount > 1 { isAmbiguous = true }
        if let inner = message.forwarded {
            let author = inner.from.first.map { MailApplicant(name: $0.name, address: Laboratory.folded($0.address)) }
            let sender = MailSender(inner, laboratory).applicant ?? author
            parts.append(
                ForwardedMail.Part(
                    applicant: sender, name: sender?.name, subject: inner.subject, text: inner.text,
                    attachments: inner.attachments))
            let innerLine = SubjectLine(inner.subject)
            if innerLine.isForward || inner.forwardedCount > 0 || isOfLab(sender) {
                read(inner, innerLine, depth: depth + 1)
            }
        } else if depth > 0 || !line.isReply {
            read(QuotedMessage.all(in: message.text))
        }
    }

    /// Of blocks below each other the next one is inside, unless the message above only answers it.
    private mutating func read(_ blocks: [QuotedMessage]) {
        for (index, block) in blocks.enumerated() {
            if index > 0, !isInside(block, of: blocks[index - 1]) { return }
            let applicant = block.address.map { MailApplicant(name: block.name, address: $0) }
            parts.append(
                ForwardedMail.Part(
                    applicant: applicant, name: block.name, subject: block.subject, text: block.text, attachments: []))
        }
    }

    private mutating func isInside(_ block: QuotedMessage, of outer: QuotedMessage) -> Bool {
        let line = SubjectLine(outer.subject)
        if line.isForward || outer.address.map(laboratory.isOfLab) ?? true { return true }
        guard let address = block.address, !laboratory.isOfLab(address), address != outer.address else { return false }
        isAmbiguous = true
        return true
    }

    private func isOfLab(_ applicant: MailApplicant?) -> Bool {
        applicant.map { laboratory.isOfLab($0.address) } ?? false
    }
}
