extension Call {
    /// The lab that recruits, the employer whom applicants must be told of.
    public struct Lab: Sendable, Hashable {
        /// The lab's name.
        public let name: String
        /// What it does, in a few sentences.
        public let description: String?
        /// The handle of the member who leads it.
        public let leader: String?
        /// The university or company it belongs to.
        public let institution: String?
        /// Departments of the institution.
        public let affiliations: [String]
        /// What it works on.
        public let topics: [String]
        /// The address of its web page.
        public let website: String?
        /// The town, as schema.org's `addressLocality`.
        public let locality: String?
        /// ISO 3166-1 alpha-2.
        public let country: String?
        /// Everybody who belongs to it.
        public let members: [Member]
        /// The lab's other addresses and lists: mail from them is the lab's own.
        public let addresses: [String]
    }

    /// One who reads applications or looks after the data.
    public struct Member: Sendable, Hashable {
        /// What a member may do.
        public enum Role: String, Sendable, Hashable, CaseIterable {
            /// Leads the lab.
            case principalInvestigator = "pi"
            /// Looks after the data.
            case admin
            /// Reads applications.
            case reviewer
            /// Any other.
            case member
        }

        /// The word that a person types.
        public let handle: String
        /// The member's name.
        public let name: String
        /// The address of the member's mail, which is never an application.
        public let email: String
        /// What the member may do.
        public let role: Role
        /// schema.org's `honorificPrefix`.
        public let honorificPrefix: String?
        /// schema.org's `jobTitle`.
        public let jobTitle: String?
    }
}

extension Call.Lab {
    init(_ fields: JSONFields?) {
        name = fields?.line("name") ?? ""
        description = fields?.text("description", required: false)
        leader = fields?.text("leader", required: false, limit: 32, shape: .handle)
        institution = fields?.line("institution", required: false)
        affiliations = fields?.texts("affiliations") ?? []
        topics = fields?.texts("topics") ?? []
        website = fields?.text("website", required: false, limit: 2_000, shape: .webAddress)
        locality = fields?.line("locality", required: false)
        country = fields?.text("country", required: false, shape: .country)
        members = fields?.list("members", required: true) { Call.Member(JSONFields($0, $1, $2)) } ?? []
        addresses = fields?.texts("addresses", limit: 254, shape: .address) ?? []
        fields?.finish()
    }
}

extension Call.Member {
    init(_ fields: JSONFields) {
        handle = fields.text("handle", required: true, limit: 32, shape: .handle) ?? ""
        name = fields.line("name") ?? ""
        email = fields.text("email", required: true, limit: 254, shape: .address) ?? ""
        role = fields.choice("role", Role.self, required: true) ?? .member
        honorificPrefix = fields.line("honorific_prefix", required: false, limit: 40)
        jobTitle = fields.line("job_title", required: false)
        fields.finish()
    }
}
