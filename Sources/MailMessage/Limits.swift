/// How much of a message is read; what lies beyond is cut, and a defect says so.
public struct Limits: Sendable, Hashable {
    /// Containers inside containers, attached messages among them.
    public var depth: Int
    /// Parts of one message, those of attached messages included.
    public var parts: Int
    /// Bytes of one header field.
    public var fieldBytes: Int
    /// Bytes of all headers of one message, those of its parts included.
    public var headerBytes: Int

    /// The limits of ordinary mail: depth 32, 1,000 parts, 256 KB a field, 4 MB of headers.
    public init(depth: Int = 32, parts: Int = 1000, fieldBytes: Int = 256 * 1024, headerBytes: Int = 4 * 1024 * 1024) {
        self.depth = depth
        self.parts = parts
        self.fieldBytes = fieldBytes
        self.headerBytes = headerBytes
    }
}
