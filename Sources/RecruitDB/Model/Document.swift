/// A paper that a person handed in.
public struct Document: Sendable, Hashable {
    /// What became of its text.
    public enum TextStatus: String, Sendable, CaseIterable {
        /// It is not a paper, and nobody reads it.
        case none
        /// It waits to be read.
        case pending
        /// Its text is in the database.
        case extracted
        /// It has hardly any text: a scan.
        case noText = "no_text"
        /// It is of a kind that is not read.
        case unsupported
        /// It is damaged or locked, or took too long.
        case failed
    }

    /// The applicant's ref.
    public var applicant: String
    /// The ref of the application it came with, when there is one.
    public var application: String?
    /// A code of `document_types`: cv, transcript, ...
    public var type: String
    /// The name that the sender gave it. Never a path.
    public var filename: String
    /// RFC 6838, in lower case.
    public var mediaType: String
    /// How many bytes it has.
    public var byteSize: Int
    /// 64 hexadecimal digits, and the paper's name in the folder of documents.
    public var sha256: String
    /// When it came.
    public var receivedAt: Timestamp
    /// What became of its text.
    public var textStatus: TextStatus

    /// A paper; size and SHA-256 are those of its bytes.
    public init(
        applicant: String, application: String?, type: String, filename: String, mediaType: String,
        byteSize: Int = 0, sha256: String = "", receivedAt: Timestamp, textStatus: TextStatus = .pending
    ) {
        self.applicant = applicant
        self.application = application
        self.type = type
        self.filename = filename
        self.mediaType = mediaType
        self.byteSize = byteSize
        self.sha256 = sha256
        self.receivedAt = receivedAt
        self.textStatus = textStatus
    }
}
