/// What the lab offers (schema.org/JobPosting).
public struct Position: Sendable, Hashable {
    /// Whether mail may still apply for it.
    public enum Status: String, Sendable, CaseIterable {
        /// Not published yet.
        case draft
        /// People can apply.
        case open
        /// Nobody can apply for now.
        case paused
        /// Nobody can apply any more.
        case closed
        /// Somebody has it.
        case filled
    }

    /// Short name that people type: lower-case letters, digits and hyphens.
    public var slug: String
    /// What it is called.
    public var title: String
    /// A code of `position_types`: phd, postdoc, research_assistant, intern, visiting_scholar or other.
    public var type: String
    /// Whether mail may still apply for it.
    public var status: Status
    /// What it is, in a few sentences.
    public var description: String
    /// The least stay, in months.
    public var minMonths: Int?
    /// Whether it may be done from elsewhere.
    public var remoteAllowed: Bool
    /// Words in a subject that name the position.
    public var keywords: [String]

    /// A position; it is open if nothing else is said.
    public init(
        slug: String, title: String, type: String, status: Status = .open, description: String = "",
        minMonths: Int? = nil, remoteAllowed: Bool = false, keywords: [String] = []
    ) {
        self.slug = slug
        self.title = title
        self.type = type
        self.status = status
        self.description = description
        self.minMonths = minMonths
        self.remoteAllowed = remoteAllowed
        self.keywords = keywords
    }
}
