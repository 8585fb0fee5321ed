/// Money that a position may be paid from (schema.org/MonetaryGrant).
public struct Scholarship: Sendable, Hashable {
    /// The word that it is known by, as `HKPFS`.
    public var code: String
    /// What it is called.
    public var name: String
    /// Who pays it.
    public var funder: String
    /// Whether others decide who gets it, as for a fellowship.
    public var needsNomination: Bool
    /// Its rates, each of an academic year.
    public var components: [ScholarshipComponent]

    /// A scholarship with its rates.
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
        /// What a person lives on.
        case stipend
        /// For travel to conferences and the like.
        case travelAllowance = "travel_allowance"
        /// An award that is paid once.
        case oneTimeAward = "one_time_award"
        /// What the university charges; negative where the person pays it.
        case tuition
        /// What is added to another scholarship.
        case topUp = "top_up"
    }
    /// How often it is paid.
    public enum Period: String, Sendable, CaseIterable {
        /// Every month.
        case month
        /// Every year.
        case year
        /// A single time.
        case once
    }

    /// `2025/26`.
    public var academicYear: String
    /// What is paid.
    public var code: Code
    /// How much; negative for what the person pays.
    public var amount: Money
    /// How often it is paid.
    public var per: Period
    /// First month of study it is paid for, from 1.
    public var fromMonth: Int
    /// Last month of study it is paid for; nil to the end.
    public var toMonth: Int?
    /// Whether it depends on something, as a renewal.
    public var conditional: Bool
    /// Whether the source says about.
    public var approximate: Bool
    /// Where the figure was read.
    public var sourceNote: String?

    /// A rate; it holds for all months of study if nothing else is said.
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
