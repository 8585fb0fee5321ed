extension Call {
    /// Something to apply for, named as schema.org's JobPosting names it.
    public struct Position: Sendable, Hashable {
        /// Whether people can apply.
        public enum Status: String, Sendable, Hashable, CaseIterable {
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

        /// What kind of work or study it is.
        public enum PositionType: String, Sendable, Hashable, CaseIterable {
            /// Studies for a doctorate.
            case phd
            /// Research after the doctorate.
            case postdoc
            /// Work for the lab's research.
            case researchAssistant = "research_assistant"
            /// A stay of some months, beside studies.
            case intern
            /// A stay of someone who belongs elsewhere.
            case visitingScholar = "visiting_scholar"
            /// Any other.
            case other
        }

        /// The word in commands, tables and addresses, as `research-assistant`.
        public let slug: String
        /// What it is called.
        public let title: String
        /// What kind of work or study it is.
        public let positionType: PositionType
        /// Whether people can apply; nil when not said, which is open for a new position and no change for another.
        public let status: Status?
        /// What it is, in a few sentences.
        public let description: String?
        /// What in a mail's subject names this position; empty when only a person can tell.
        public let keywords: [String]
        /// The shortest stay in months.
        public let minMonths: Int?
        /// Whether it may be done from elsewhere.
        public let remoteAllowed: Bool?
        /// The handle of the member whom applicants ask.
        public let contact: String?
        /// The day it was published, as `2027-09-01`.
        public let datePostedOn: String?
        /// The last day of applying, as `2027-12-31`.
        public let validThroughOn: String?
        /// The intakes that it takes people for.
        public let intakes: [PositionIntake]
        /// What it asks of people, in order.
        public let requirements: [Requirement]
        /// The papers that an application consists of.
        public let documents: [ChecklistDocument]
        /// Codes of the scholarships that may pay for it.
        public let scholarships: [String]
        /// ISCED 2011 levels of study whose students it is for; empty when for all.
        public let eligibleLevels: [Int]
    }

    /// An intake that a position takes people for.
    public struct PositionIntake: Sendable, Hashable {
        /// The intake's code, as `2027-fall`.
        public let code: String
        /// How many; nil when not said.
        public let openings: Int?
    }
}

extension Call.Position {
    init(_ fields: JSONFields) {
        slug = fields.text("slug", required: true, limit: 60, shape: .slug) ?? ""
        title = fields.line("title") ?? ""
        positionType = fields.choice("position_type", PositionType.self, required: true) ?? .other
        status = fields.choice("status", Status.self, required: false)
        description = fields.text("description", required: false)
        keywords = fields.texts("keywords", limit: 80)
        minMonths = fields.integer("min_months", 1...120)
        remoteAllowed = fields.flag("remote_allowed")
        contact = fields.text("contact", required: false, limit: 32, shape: .handle)
        datePostedOn = fields.day("date_posted_on")
        validThroughOn = fields.day("valid_through_on")
        intakes = fields.list("intakes", Call.PositionIntake.init)
        let wanted = fields.list("requirements") { Call.Requirement.Wanted(JSONFields($0, $1, $2)) }
        requirements = wanted.enumerated().map { $1.numbered($0 + 1) }
        documents = fields.list("documents", Call.ChecklistDocument.init)
        scholarships = fields.texts("scholarships", limit: 40, shape: .code)
        eligibleLevels = fields.list("eligible_levels") { JSONFields.integer($0, $1, $2, 0...8) }
        fields.finish()
    }
}

extension Call.PositionIntake {
    /// An intake by its code alone, or as an object with the number of openings.
    init?(_ value: JSONValue, _ path: JSONPath, _ problems: JSONProblems) {
        if case .string = value.content {
            let code = JSONFields.text(value, path, problems, limit: 11, shape: .intakeCode)
            guard let code else { return nil }
            self.init(code: code, openings: nil)
        } else {
            let fields = JSONFields(value, path, problems)
            self.init(
                code: fields.text("code", required: true, shape: .intakeCode) ?? "",
                openings: fields.integer("openings", 1...10_000))
            fields.finish()
        }
    }
}
