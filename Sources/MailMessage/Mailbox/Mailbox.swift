#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Messages in a file, a folder or standard input.
public struct Mailbox {
    /// How the messages are kept.
    public enum Kind: String, Sendable {
        case eml, mbox, maildir, folder, standardInput
    }

    /// How the messages are kept, told by the content.
    public let kind: Kind
    /// The path as given; `-` is standard input.
    public let path: String
    /// Bytes to read, for progress; nil for standard input.
    public let byteSize: Int?
    /// How many messages there are where the count is known before reading: nil for an mbox and for standard input.
    public let estimatedCount: Int?

    private let files: [FolderFile]

    /// Looks at a path and tells what it is.
    public init(path: String) throws(MailboxError) {
        self.path = path
        if path == "-" {
            (kind, byteSize, estimatedCount, files) = (.standardInput, nil, nil, [])
            return
        }
        if MailFolder.isFolder(path) {
            kind = MailFolder.isMaildir(path) ? .maildir : .folder
            files = try MailFolder.files(in: path)
            if files.isEmpty { throw .empty(path: path) }
            byteSize = files.reduce(0) { $0 &+ $1.byteSize }
            estimatedCount = files.contains { $0.isMbox } ? nil : files.count
            return
        }
        let file = try MailFile(path: path)
        let head = try file.readAll(limit: MailContent.headSize)
        if head.isEmpty { throw .empty(path: path) }
        guard let content = MailContent(head) else { throw .notMail(path: path) }
        kind = content == .mbox ? .mbox : .eml
        byteSize = file.byteSize
        estimatedCount = content == .mbox ? nil : 1
        files = []
    }

    /// Calls `body` with each message, one in memory at a time.
    ///
    /// A mailbox has its own order; folders and Maildirs are read by the date received, then by path.
    ///
    /// - Parameters:
    ///   - onUnreadable: called for a file of a folder that cannot be read; without it the error ends the reading.
    ///   - body: called with each message; what it throws ends the reading.
    /// - Throws: MailboxError, and what the closures throw.
    public func forEach(
        onUnreadable: ((MailboxError) throws -> Void)? = nil, _ body: (RawMessage) throws -> Void
    ) throws {
        switch kind {
        case .eml:
            try body(RawMessage(bytes: MailFile(path: path).readAll(), source: path))
        case .mbox: try forEach(of: MboxReader(MailFile(path: path)), body)
        case .standardInput:
            let file = MailFile()
            let head = try file.readAll(limit: MailContent.headSize)
            if head.isEmpty { throw MailboxError.empty(path: path) }
            switch MailContent(head) {
            case .mbox?: try forEach(of: MboxReader(file, head: head), body)
            case .eml?: try body(RawMessage(bytes: head + file.readAll(), source: path))
            case nil: throw MailboxError.notMail(path: path)
            }
        case .maildir, .folder:
            try MailFolder.forEach(files, onUnreadable: onUnreadable, body)
        }
    }

    private func forEach(of reader: MboxReader, _ body: (RawMessage) throws -> Void) throws {
        var reader = reader
        while let piece = try reader.next() { try body(RawMessage(mbox: piece, source: path)) }
    }
}

/// What a file holds, told by its first bytes.
enum MailContent {
    case eml, mbox

    /// How many bytes tell.
    static let headSize = 1 << 16

    /// Nil when the bytes begin like no mail.
    init?(_ head: [UInt8]) {
        let start = head[...].drop(while: ASCII.isSpace)
        let line = start.line(from: start.startIndex, to: start.lineEnd(from: start.startIndex))
        if FromLine(line) != nil {
            self = .mbox
            return
        }
        guard !MessageHead(head[...]).header.fields.isEmpty else { return nil }
        self = .eml
    }
}
