extension Call {
    /// A time at which people can begin, and the days on which they can apply for it.
    public struct Intake: Sendable, Hashable {
        /// `2027-fall`.
        public let code: String
        /// `2027/28`.
        public let academicYear: String
        /// `YYYY-MM-DD`, as all days here.
        public let startsOn: String
        /// The first day of applying; nil when it was always open.
        public let opensOn: String?
        /// The last day of applying; nil when none is set.
        public let closesOn: String?
    }
}

extension Call.Intake {
    init(_ fields: JSONFields) {
        code = fields.text("code", required: true, shape: .intakeCode) ?? ""
        academicYear = fields.text("academic_year", required: true, shape: .academicYear) ?? ""
        startsOn = fields.day("starts_on", required: true) ?? ""
        opensOn = fields.day("opens_on")
        closesOn = fields.day("closes_on")
        fields.finish()
    }
}
