/// One message of a mailbox, not parsed yet.
public struct RawMessage: Sendable {
    /// The message: an mbox's From line and quoting are gone, line ends are as they were found.
    public var bytes: [UInt8]
    /// The date of the mbox's From line, seconds since 1970; nil elsewhere.
    public var envelopeDate: Int64?
    /// The path of the file that holds the message; `-` for standard input.
    public var source: String
    /// Where the message begins in an mbox, in bytes; 0 elsewhere.
    public var offset: Int

    /// A message from somewhere.
    public init(bytes: [UInt8], envelopeDate: Int64? = nil, source: String, offset: Int = 0) {
        self.bytes = bytes
        self.envelopeDate = envelopeDate
        self.source = source
        self.offset = offset
    }

    /// The message in the form that every mailbox keeps alike: LF, no blank lines at the end, every quoted From bare.
    public func canonicalBytes() -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        Canonical.forEachRun(bytes[...]) { out += $0 }
        return out
    }

    /// What tells whether two messages are the same mail, 64 hexadecimal digits.
    ///
    /// The digest of Message-ID, From, Date and body; without a Message-ID that of the canonical bytes. It is the same
    /// whether the message lay in a file with CRLF or LF, in an mbox of either quoting, or in a Maildir.
    public func identity() -> String {
        let head = MessageHead(bytes[...])
        var hash = SHA256()
        guard let id = head.header.first("message-id").flatMap(MessageIDs.first) else {
            hash.update(Array("message\n".utf8)[...])
            Canonical.forEachRun(bytes[...]) { hash.update($0) }
            return hash.hex()
        }
        var key = Array("mail\n\(id)\n".utf8)
        for name in ["from", "date"] {
            key += Canonical.field(head.header.first(name) ?? [])
            key.append(ASCII.lf)
        }
        hash.update(key[...])
        Canonical.forEachRun(bytes[head.bodyStart...]) { hash.update($0) }
        return hash.hex()
    }
}

/// A message's own header, read without its parts.
struct MessageHead {
    var header: Header
    var bodyStart: Int

    init(_ bytes: Bytes) {
        var ignored = Defects()
        var reader = HeaderReader(bytes, limits: Limits(), used: 0)
        bodyStart = reader.read(&ignored)
        header = reader.header
    }

    /// When the message arrived: the topmost Received, else the envelope's date, else its own Date.
    func received(_ envelopeDate: Int64?) -> Int64? {
        for raw in header.all("received") {
            if let date = MailDate.received(raw) { return date.seconds }
        }
        return envelopeDate ?? header.first("date").flatMap { MailDate($0)?.seconds }
    }
}

/// The form of a message that does not depend on where it was kept.
enum Canonical {
    /// Calls `body` with the pieces of the canonical form, in order.
    static func forEachRun(_ bytes: Bytes, _ body: (Bytes) -> Void) {
        var end = bytes.endIndex
        while end > bytes.startIndex, bytes[end - 1] == ASCII.lf || bytes[end - 1] == ASCII.cr { end -= 1 }
        let bytes = bytes[..<end]
        var run = bytes.startIndex
        var index = bytes.startIndex
        while index < end {
            let quotes = bytes[index] == 62 ? FromQuoting.length(bytes, index) : 0
            if quotes > 0 {
                if index > run { body(bytes[run..<index]) }
                run = index + quotes
            }
            let next = bytes.lineEnd(from: index)
            if next - index > 1, next < end, bytes[next - 2] == ASCII.cr, next - 2 >= run {
                body(bytes[run..<(next - 2)])
                run = next - 1
            }
            index = next
        }
        if run < end { body(bytes[run..<end]) }
    }

    /// A field's value without its folds.
    static func field(_ raw: Bytes) -> [UInt8] {
        var out: [UInt8] = []
        for byte in raw.trimmed {
            if !ASCII.isSpace(byte) { out.append(byte) } else if out.last != ASCII.space { out.append(ASCII.space) }
        }
        return out
    }
}
