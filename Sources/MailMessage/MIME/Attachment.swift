/// A part that is neither a container nor the body a person reads.
public struct Attachment: Sendable {
    /// The cleaned file name; nil when the part states none.
    public var filename: String?
    /// In lower case, such as `application/pdf`.
    public var mediaType: String
    /// `attachment`, `inline` or what else the part states, in lower case; nil when it states nothing.
    public var disposition: String?
    /// Without `<>`.
    public var contentID: String?
    /// Where the part stands: the numbers, from 1, of the parts on the way to it; empty for a message without parts.
    public var partPath: [Int]
    /// The decoded bytes, sharing the message's storage where they were not encoded.
    var content: ArraySlice<UInt8>

    /// The bytes after transfer decoding; a text part's with LF, an attached message's as they were sent.
    public var bytes: [UInt8] { Array(content) }

    /// How many bytes the attachment has.
    public var byteSize: Int { content.count }

    /// SHA-256 of the bytes, 64 hexadecimal digits.
    public func sha256() -> String { SHA256Hex.of(content) }

    /// Calls `body` with the bytes, without a copy; they are valid in the closure only.
    public func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try content.withUnsafeBytes(body)
    }
}
