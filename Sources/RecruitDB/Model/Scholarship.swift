/// Money that a position may be paid from (schema.org/MonetaryGrant).
public struct Scholarship: Sendable, Hashable {
    public var code: String
    public var name: String
    public var funder: String
    /// Whether others decide who gets it, as for a fellowship.
    public var needsNomination: Bool
    public var components: [ScholarshipComponent]

    public init(
        code: String, name: String, funder: String, needsNomination: Bool = false,
        components: [ScholarshipComponent] = []
    ) {
        self.code = code
        self.name = name
        self.funder = funder
        self.needsNomination = needsNomination
        self.components = components
    }
}

/// A rate of a scholarship in one academic year.
public struct ScholarshipComponent: Sendable, Hashable {
    /// What is paid.
    public enum Code: String, Sendable, CaseIterable {
        case stipend, travelAllowance = "travel_allowance", oneTimeAward = "one_time_award", tuition, topUp = "top_up"
    }
    /// How often it is paid.
    public enum Period: String, Sendable, CaseIterable { case month, year, once }

    /// `2025/26`.
    public var academicYear: String
    public var code: Code
    public var amount: Money
    public var per: Period
    /// First month of study it is paid for, from 1.
    public var fromMonth: Int
    /// Last month of study it is paid for; nil to the end.
    public var toMonth: Int?
    public var conditional: Bool
    public var approximate: Bool
    /// Where the figure was read.
    public var sourceNote: String?

    public init(
        academicYear: String, code: Code, amount: Money, per: Period, fromMonth: Int = 1, toMonth: Int? = nil,
        conditional: Bool = false, approximate: Bool = false, sourceNote: String? = nil
    ) {
        self.academicYear = academicYear
        self.code = code
        self.amount = amount
        self.per = per
        self.fromMonth = fromMonth
        self.toMonth = toMonth
        self.conditional = conditional
        self.approximate = approximate
        self.sourceNote = sourceNote
    }
}
