/// A season of the academic calendar.
enum Season: String, Sendable, Hashable, CaseIterable {
    case spring, summer, fall, winter

    /// Reads the English and Chinese words.
    init?(word: String) {
        switch word {
        case "spring", "春": self = .spring
        case "summer", "夏": self = .summer
        case "fall", "autumn", "秋": self = .fall
        case "winter", "冬": self = .winter
        default: return nil
        }
    }
}

/// A season of one year, as a mail states it.
struct IntakePeriod: Sendable, Hashable {
    let season: Season
    let year: Int
}

/// An intake that the call opens for a position.
struct OpenIntake: Sendable, Hashable {
    /// The call's own code, such as `2027-fall`.
    let code: String
    /// The season and year that a mail may name; nil for an intake of another shape.
    let period: IntakePeriod?
    /// First and last day of applying, `YYYY-MM-DD`; nil is without end.
    let opensOn: String?
    let closesOn: String?

    /// Takes the call's words; a period that is nil is read from the code (`2027-fall`, `fall-2027`).
    init(code: String, period: IntakePeriod? = nil, opensOn: String? = nil, closesOn: String? = nil) {
        self.code = code
        let stated = IntakeStatement(WordTokens(code)).periods
        self.period = period ?? (stated.count == 1 ? stated.first : nil)
        self.opensOn = opensOn
        self.closesOn = closesOn
    }

    func isOpen(on day: String) -> Bool {
        (opensOn ?? day) <= day && day <= (closesOn ?? day)
    }
}
