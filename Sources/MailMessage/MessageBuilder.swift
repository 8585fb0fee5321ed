/// Makes a message of bytes: the fields, the body, the attachments, and the message inside.
struct MessageBuilder {
    private var reader: EntityReader

    init(limits: Limits) { reader = EntityReader(limits: limits) }

    /// The message that the bytes hold; `depth` counts the containers around it.
    mutating func message(_ bytes: Bytes, envelopeDate: Int64?, depth: Int) -> Message {
        var defects = Defects()
        let bytes = LineEnds.withLineFeeds(bytes, &defects)
        let root = reader.read(bytes, depth: depth, &defects)
        var message = Message()
        message.header = root.header
        message.headerText = HeaderText(bodyCharset: root.anyCharset)
        readAddresses(&message, &defects)
        readThread(&message, &defects)
        readDate(&message, envelopeDate ?? Self.envelopeDate(bytes), &defects)
        var collector = BodyCollector(text: message.headerText)
        let pieces = collector.collect(root, &defects)
        (message.text, message.bodySource) = BodyText.joined(pieces, &defects)
        message.attachments = collector.attachments
        message.forwardedCount = collector.attachedMessages.filter { !$0.isInReport }.count
        readForwarded(&message, collector.attachedMessages, depth, &defects)
        if let sign = AutomaticSign(message, root) {
            message.automatic = sign.kind
            message.automaticField = sign.field
        }
        message.defects = defects.words
        return message
    }

    private func readAddresses(_ message: inout Message, _ defects: inout Defects) {
        let header = message.header
        let text = message.headerText
        func first(_ name: String) -> [Address] {
            let fields = header.all(name)
            if fields.count > 1 { defects.add("field_twice", name) }
            return fields.first.map { AddressList.read($0, text, &defects) } ?? []
        }
        message.from = first("from")
        message.sender = first("sender")
        message.replyTo = first("reply-to")
        message.to = header.all("to").flatMap { AddressList.read($0, text, &defects) }
        message.cc = header.all("cc").flatMap { AddressList.read($0, text, &defects) }
    }

    private func readThread(_ message: inout Message, _ defects: inout Defects) {
        let header = message.header
        for name in ["message-id", "subject", "date", "content-type"] where header.all(name).count > 1 {
            defects.add("field_twice", name)
        }
        message.messageID = header.first("message-id").flatMap(MessageIDs.first)
        message.subject = header.first("subject").map { message.headerText.text($0, &defects) } ?? ""
        message.inReplyTo = header.all("in-reply-to").flatMap(MessageIDs.read)
        message.references = header.all("references").flatMap(MessageIDs.read)
    }

    private func readDate(_ message: inout Message, _ envelopeDate: Int64?, _ defects: inout Defects) {
        if let raw = message.header.first("date") {
            if let date = MailDate(raw) {
                if !date.hasZone { defects.add("date_zone_missing") }
                message.date = date.seconds
                message.dateSource = .header
                return
            }
            defects.add("date_impossible")
        }
        for raw in message.header.all("received") {
            guard let date = MailDate.received(raw) else { continue }
            if !date.hasZone { defects.add("date_zone_missing") }
            message.date = date.seconds
            message.dateSource = .received
            return
        }
        if let envelopeDate {
            message.date = envelopeDate
            message.dateSource = .envelope
        }
    }

    /// The date of a From line that stands before the header.
    private static func envelopeDate(_ bytes: Bytes) -> Int64? {
        guard bytes.startsIgnoringCase("from ") else { return nil }
        return FromLine(bytes.line(from: bytes.startIndex, to: bytes.lineEnd(from: bytes.startIndex)))?.date
    }

    private mutating func readForwarded(
        _ message: inout Message, _ attached: [AttachedMessage], _ depth: Int, _ defects: inout Defects
    ) {
        for candidate in attached where !candidate.isInReport && !candidate.isInDigest {
            let inside = depth + candidate.depth + 1
            guard inside <= reader.limits.depth, reader.parts < reader.limits.parts else {
                defects.add(inside <= reader.limits.depth ? "too_many_parts" : "too_deep")
                return
            }
            let inner = self.message(candidate.content, envelopeDate: nil, depth: inside)
            guard inner.automatic != .bounce, !inner.isDigest else { continue }
            message.forwardedMessages = [inner]
            return
        }
    }
}

extension Message {
    /// Whether the message is a digest of other messages (RFC 2046 section 5.1.5).
    var isDigest: Bool {
        header.first("content-type").map { $0.trimmed.startsIgnoringCase("multipart/digest") } ?? false
    }
}
