/// A line of an application's history.
public struct StageChange: Sendable, Hashable {
    /// nil where the application came in.
    public let from: String?
    /// The stage after it, a code of `stages`.
    public let to: String
    /// When it happened.
    public let at: Timestamp
    /// A member's handle, or what made the change.
    public let by: String
    /// A code of `decision_reasons`.
    public let reason: String?

    /// A change from one stage to another.
    public init(from: String?, to: String, at: Timestamp, by: String, reason: String?) {
        self.from = from
        self.to = to
        self.at = at
        self.by = by
        self.reason = reason
    }
}
