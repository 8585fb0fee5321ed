/// Writes messages as bytes with LF line ends.
struct MIMEBuilder {
    private var bytes: [UInt8] = []
    private let style: MailStyle
    private let boundarySeed: String
    private var boundaries = 0

    private init(style: MailStyle, boundarySeed: String) {
        self.style = style
        self.boundarySeed = boundarySeed
    }

    /// Returns the message; boundaries are drawn from the source.
    static func bytes(_ mail: Mail, _ random: inout RandomSource) -> [UInt8] {
        var style = mail.style
        if !fits(mail) { style.charset = .utf8 }
        var builder = MIMEBuilder(style: style, boundarySeed: random.hex(12))
        builder.header(mail)
        builder.write(mail.content)
        return builder.bytes
    }

    /// Returns whether every text of the message can be written in its charset.
    private static func fits(_ mail: Mail) -> Bool {
        if mail.style.charset == .utf8 { return true }
        var texts =
            [mail.subject] + ([mail.from, mail.replyTo].compactMap { $0 } + mail.to + mail.cc).compactMap(\.name)
        texts += self.texts(mail.content)
        return texts.allSatisfy { mail.style.charset.encode($0) != nil }
    }

    private static func texts(_ entity: Entity) -> [String] {
        switch entity {
        case .text(let text, _): [text]
        case .file(let file): [file.filename]
        case .message, .fixed: []
        case .multipart(_, _, let parts): parts.flatMap(texts)
        }
    }

    private mutating func header(_ mail: Mail) {
        for field in mail.trace { line(field.name, Array(field.value.utf8)) }
        line("From", HeaderField.address(mail.from, style))
        if let replyTo = mail.replyTo { line("Reply-To", HeaderField.address(replyTo, style)) }
        if !mail.to.isEmpty { line("To", HeaderField.addresses(mail.to, style)) }
        if !mail.cc.isEmpty { line("Cc", HeaderField.addresses(mail.cc, style)) }
        line("Subject", HeaderField.text(mail.subject, style))
        if let date = mail.date { line("Date", Array(date.utf8)) }
        if let identifier = mail.messageID { line("Message-ID", Array("<\(identifier)>".utf8)) }
        if let parent = mail.inReplyTo { line("In-Reply-To", Array("<\(parent)>".utf8)) }
        if !mail.references.isEmpty {
            line("References", Array(mail.references.map { "<\($0)>" }.joined(separator: "\n ").utf8))
        }
        for field in mail.fields { line(field.name, Array(field.value.utf8)) }
        if let mailer = style.mailer { line("X-Mailer", Array(mailer.utf8)) }
        line("MIME-Version", Array("1.0".utf8))
    }

    private mutating func line(_ name: String, _ value: [UInt8]) {
        append("\(name): ")
        bytes.append(contentsOf: value)
        bytes.append(0x0A)
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func write(_ entity: Entity) {
        switch entity {
        case .text(let text, let subtype): write(text: text, subtype: subtype)
        case .file(let file): write(file)
        case .message(let message):
            append("Content-Type: message/rfc822\nContent-Disposition: attachment\n")
            append("Content-Transfer-Encoding: 8bit\n\n")
            bytes.append(contentsOf: message)
        case .fixed(let type, let body): append("Content-Type: \(type)\n\n\(body)")
        case .multipart(let subtype, let parameters, let parts):
            boundaries += 1
            let boundary = "----=_Part_\(boundaries)_\(boundarySeed)"
            append("Content-Type: multipart/\(subtype)\(parameters);\n boundary=\"\(boundary)\"\n\n")
            if boundaries == 1 { append("This is a multi-part message in MIME format.\n") }
            for part in parts {
                append("\n--\(boundary)\n")
                write(part)
            }
            append("\n--\(boundary)--\n")
        }
    }

    private mutating func write(text: String, subtype: String) {
        let ascii = text.utf8.allSatisfy { $0 < 0x80 }
        let encoded = style.charset.encode(text)
        let charset = encoded == nil ? Charset.utf8 : style.charset
        let body = encoded ?? Array(text.utf8)
        append("Content-Type: text/\(subtype); charset=\"\(charset.rawValue)\"\n")
        let long = body.split(separator: 0x0A).contains { $0.count > 900 }
        if ascii, !long, style.body != .base64 {
            append("Content-Transfer-Encoding: 7bit\n\n")
            bytes.append(contentsOf: body)
            return
        }
        switch style.body {
        case .eightBit where !long:
            append("Content-Transfer-Encoding: 8bit\n\n")
            bytes.append(contentsOf: body)
        case .base64:
            append("Content-Transfer-Encoding: base64\n\n")
            Base64.appendLines(body, to: &bytes)
        case .quotedPrintable, .eightBit:
            append("Content-Transfer-Encoding: quoted-printable\n\n")
            QuotedPrintable.append(body, to: &bytes)
        }
    }

    private mutating func write(_ file: FilePart) {
        append("Content-Type: \(file.mediaType)")
        bytes.append(contentsOf: HeaderField.parameter("name", file.filename, style))
        append("\nContent-Disposition: \(file.disposition)")
        bytes.append(contentsOf: HeaderField.parameter("filename", file.filename, style))
        if let identifier = file.contentID { append("\nContent-ID: <\(identifier)>") }
        append("\nContent-Transfer-Encoding: base64\n\n")
        Base64.appendLines(file.bytes, to: &bytes)
    }
}
