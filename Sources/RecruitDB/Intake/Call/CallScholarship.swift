extension Call {
    /// Money for applicants, named as schema.org's MonetaryGrant names it.
    public struct Scholarship: Sendable, Hashable {
        /// `HKPFS`.
        public let code: String
        /// What it is called.
        public let name: String
        /// Who pays it.
        public let funder: String
        /// True when the lab or university must propose the person.
        public let needsNomination: Bool?
        /// The address of its web page.
        public let url: String?
        /// The rates, each of an academic year.
        public let components: [ScholarshipComponent]
    }

    /// What a scholarship pays in one academic year under one heading.
    public struct ScholarshipComponent: Sendable, Hashable {
        /// What the money is for.
        public enum Code: String, Sendable, Hashable, CaseIterable {
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
        public enum Period: String, Sendable, Hashable, CaseIterable {
            /// Every month.
            case month
            /// Every year.
            case year
            /// A single time.
            case once
        }

        /// `2027/28`.
        public let academicYear: String
        /// What the money is for.
        public let code: Code
        /// In the currency's minor units, HKD 18,500 is 1850000; negative for what the person pays.
        public let amountMinor: Int64
        /// ISO 4217.
        public let currency: String
        /// How often it is paid.
        public let per: Period
        /// The first month of study it is paid in, from 1.
        public let fromMonth: Int
        /// The last one; nil for the end of the studies.
        public let toMonth: Int?
        /// True when it depends on something, as a renewal.
        public let isConditional: Bool
        /// True when the source says about.
        public let isApproximate: Bool
        /// Where the figure was read.
        public let sourceNote: String?
    }
}

extension Call.Scholarship {
    init(_ fields: JSONFields) {
        code = fields.text("code", required: true, limit: 40, shape: .code) ?? ""
        name = fields.line("name") ?? ""
        funder = fields.line("funder") ?? ""
        needsNomination = fields.flag("needs_nomination")
        url = fields.text("url", required: false, limit: 2_000, shape: .webAddress)
        components = fields.list("components") { Call.ScholarshipComponent(JSONFields($0, $1, $2)) }
        fields.finish()
    }
}

extension Call.ScholarshipComponent {
    /// The largest amount either way, in major units.
    static let largest: Int64 = 1_000_000_000

    init(_ fields: JSONFields) {
        academicYear = fields.text("academic_year", required: true, shape: .academicYear) ?? ""
        code = fields.choice("code", Code.self, required: true) ?? .stipend
        let currency = fields.text("currency", required: true, shape: .currency) ?? ""
        self.currency = currency
        amountMinor = Self.amount(fields, currency) ?? 0
        per = fields.choice("per", Period.self, required: true) ?? .month
        fromMonth = fields.integer("from_month", 1...600) ?? 1
        toMonth = fields.integer("to_month", 1...600)
        isConditional = fields.flag("conditional") ?? false
        isApproximate = fields.flag("approximate") ?? false
        sourceNote = fields.text("source_note", required: false, limit: 2_000)
        fields.finish()
    }

    private static func amount(_ fields: JSONFields, _ currency: String) -> Int64? {
        guard let value = fields.value("amount", required: true) else { return nil }
        guard case .number(let number) = value.content else {
            fields.wrong("amount", value, "is not a number; write 18500 or 18500.50, without quotes and commas")
            return nil
        }
        guard abs(number.double) <= Double(largest) else {
            fields.wrong("amount", value, "is not between -\(largest) and \(largest)")
            return nil
        }
        let decimals = minorUnitDigits(of: currency)
        if let minor = number.scaled(by: decimals) { return minor }
        fields.wrong("amount", value, "has more than the \(decimals) decimals that \(currency) has")
        return nil
    }

    /// How many decimals a currency's minor unit is (ISO 4217, list one); 2 for all but a few.
    static func minorUnitDigits(of currency: String) -> Int {
        switch currency {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
            "XOF", "XPF":
            0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        case "CLF", "UYW": 4
        default: 2
        }
    }
}
