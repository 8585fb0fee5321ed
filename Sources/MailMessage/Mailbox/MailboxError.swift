/// Why a mailbox cannot be read.
public enum MailboxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// No file or folder has that path.
    case notFound(path: String)
    /// The system refuses to read it; `reason` is the system's own word.
    case notReadable(path: String, reason: String)
    /// The file has no bytes, or the folder no mail.
    case empty(path: String)
    /// The file holds no mail.
    case notMail(path: String)

    /// One sentence for people.
    public var description: String {
        switch self {
        case .notFound(let path): "\(path): there is no such file or folder"
        case .notReadable(let path, let reason): "\(path): cannot be read: \(reason)"
        case .empty(let path): "\(path): holds no mail, it is empty"
        case .notMail(let path): "\(path): is no mail: neither a message, nor an mbox, nor a Maildir"
        }
    }
}
