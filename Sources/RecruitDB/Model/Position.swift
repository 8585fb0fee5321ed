/// What the lab offers (schema.org/JobPosting).
public struct Position: Sendable, Hashable {
    /// Whether mail may still apply for it.
    public enum Status: String, Sendable, CaseIterable { case draft, open, paused, closed, filled }

    /// Short name that people type: lower-case letters, digits and hyphens.
    public var slug: String
    public var title: String
    /// A code of `position_types`: phd, postdoc, research_assistant, intern, visiting_scholar or other.
    public var type: String
    public var status: Status
    public var description: String
    /// The least stay, in months.
    public var minMonths: Int?
    public var remoteAllowed: Bool
    /// Words in a subject that name the position.
    public var keywords: [String]

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
