/// A mailbox of an address field (RFC 5322 section 3.4).
public struct Address: Sendable, Hashable {
    /// The display name, else the comment; nil when there is neither.
    public var name: String?
    /// The address as written, without `<>`.
    public var address: String

    /// A mailbox.
    public init(name: String?, address: String) {
        self.name = name
        self.address = address
    }
}
