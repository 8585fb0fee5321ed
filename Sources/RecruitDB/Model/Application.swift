/// One person's application for one position.
public struct Application: Sendable, Hashable {
    /// How it came.
    public enum Source: String, Sendable, CaseIterable {
        /// By a mail of the person.
        case email
        /// By a mail that a member forwarded.
        case forward
        /// By a form on the web.
        case form
        /// From a table of applications.
        case csv
        /// Typed by a member.
        case manual
    }

    /// What people quote: `A-2027-0041`, by the year received. Empty until the application is added.
    public var ref: String
    /// The applicant's ref.
    public var applicant: String
    /// The position's slug.
    public var position: String
    /// The intake's code, `2027-fall`; nil when not known.
    public var intake: String?
    /// When it came.
    public var receivedAt: Timestamp
    /// How it came.
    public var source: Source
    /// A code of `stages`.
    public var stage: String
    /// Since when it stands there.
    public var stageAt: Timestamp
    /// A code of `decision_reasons`, where the stage needed one.
    public var stageReason: String?

    /// An application; the ref is given when it is added, and `stageAt` nil is `receivedAt`.
    public init(
        ref: String = "", applicant: String, position: String, intake: String? = nil, receivedAt: Timestamp,
        source: Source = .manual, stage: String = "received", stageAt: Timestamp? = nil, stageReason: String? = nil
    ) {
        self.ref = ref
        self.applicant = applicant
        self.position = position
        self.intake = intake
        self.receivedAt = receivedAt
        self.source = source
        self.stage = stage
        self.stageAt = stageAt ?? receivedAt
        self.stageReason = stageReason
    }
}
