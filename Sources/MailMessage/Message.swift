/// Where a message's date was found.
public enum DateSource: String, Sendable {
    case header, received, envelope, none
}

/// What the body a person reads was made of.
public enum BodySource: String, Sendable {
    case plain, html, none
}

/// Why a message was not written by a person to us.
public enum Automatic: String, Sendable {
    case bulk, bounce
    case outOfOffice = "out_of_office"
}

/// One parsed message (RFC 5322, RFC 2045 to 2049).
public struct Message: Sendable {
    /// Without `<>`; nil when there is none.
    public internal(set) var messageID: String?
    /// Seconds since 1970, UTC.
    public internal(set) var date: Int64?
    /// Where the date was found.
    public internal(set) var dateSource = DateSource.none
    /// The authors; of two From fields the first counts.
    public internal(set) var from: [Address] = []
    /// Whom to answer.
    public internal(set) var replyTo: [Address] = []
    /// The recipients, groups flattened.
    public internal(set) var to: [Address] = []
    /// Those who get a copy.
    public internal(set) var cc: [Address] = []
    /// Who sent it for the authors.
    public internal(set) var sender: [Address] = []
    /// Decoded, on one line; empty when there is none.
    public internal(set) var subject = ""
    /// Identifiers without `<>`.
    public internal(set) var inReplyTo: [String] = []
    /// Identifiers without `<>`, oldest first as written.
    public internal(set) var references: [String] = []
    /// The body a person reads, with LF.
    public internal(set) var text = ""
    /// What the text was made of.
    public internal(set) var bodySource = BodySource.none
    /// Every part that is no container and not the body, in order; those of a forwarded message are listed there.
    public internal(set) var attachments: [Attachment] = []
    /// How many messages are attached, those in a delivery report apart.
    public internal(set) var forwardedCount = 0
    /// Why the message is no person's; nil when nothing says so.
    public internal(set) var automatic: Automatic?
    /// The field that decided `automatic`, in lower case; `list-id` only when nothing else did.
    public internal(set) var automaticField: String?
    /// What was broken and mended, each once, in the order found.
    public internal(set) var defects: [String] = []

    var forwardedMessages: [Message] = []
    var header = Header()
    var headerText = HeaderText()

    /// The first attached message that is no bounce or digest.
    public var forwarded: Message? { forwardedMessages.first }

    /// Parses a message; broken mail is mail: what was mended stands in `defects`.
    ///
    /// - Parameters:
    ///   - bytes: the message, with CRLF or LF, with or without an mbox's From line before it.
    ///   - envelopeDate: the date of the mbox's From line, the last source of a date.
    ///   - limits: how much is read.
    public init(_ bytes: [UInt8], envelopeDate: Int64? = nil, limits: Limits = Limits()) {
        var builder = MessageBuilder(limits: limits)
        self = builder.message(bytes[...], envelopeDate: envelopeDate, depth: 0)
    }

    init() {}

    /// The decoded text of the first field of that name, in any case; nil when there is none.
    public func header(_ name: String) -> String? { headers(name).first }

    /// The decoded text of every field of that name, in order.
    public func headers(_ name: String) -> [String] {
        var ignored = Defects()
        return header.all(name.lowercased()).map { headerText.text($0, &ignored) }
    }
}
