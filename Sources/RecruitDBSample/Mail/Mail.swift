/// A message before it is bytes.
struct Mail {
    var from: MailAddress
    var to: [MailAddress] = []
    var cc: [MailAddress] = []
    var replyTo: MailAddress?
    var subject: String
    /// When the message reached the mailbox.
    var time: Int64
    /// The Date field as it stands; nil leaves the field out.
    var date: String?
    var messageID: String?
    var inReplyTo: String?
    var references: [String] = []
    /// Fields that stand before all others, such as Return-Path and Received.
    var trace: [(name: String, value: String)] = []
    var fields: [(name: String, value: String)] = []
    var content: Entity
    var style: MailStyle
}

/// A MIME entity of RFC 2045.
indirect enum Entity {
    case text(String, subtype: String)
    case file(FilePart)
    /// An attached message; its bytes are made beforehand.
    case message([UInt8])
    case multipart(subtype: String, parameters: String, parts: [Entity])
    /// An entity of plain ASCII under that content type.
    case fixed(type: String, body: String)
}

/// An attachment or an inline image.
struct FilePart {
    var filename: String
    var mediaType: String
    var bytes: [UInt8]
    var disposition = "attachment"
    var contentID: String?
}
