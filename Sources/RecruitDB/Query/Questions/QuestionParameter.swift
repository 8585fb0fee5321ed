import RecruitSQLite

/// What a saved question takes: `-p name=value`.
public struct QuestionParameter: Sendable, Hashable, CustomStringConvertible {
    /// What its values are.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Any text, digits among it.
        case text
        /// A whole number of 64 bits.
        case integer
        /// A decimal number.
        case number
        /// A day, `YYYY-MM-DD`; also `today`, `today-7`, `today+14`.
        case date

        /// A value of it, as a sentence says it.
        var inWords: String {
            switch self {
            case .text: "text"
            case .integer: "a whole number"
            case .number: "a number"
            case .date: "a day: 2027-02-28, today, or today-7"
            }
        }
    }

    /// Its name without the colon.
    public let name: String
    /// What its values are.
    public let type: Kind
    /// Whether it may be left out although it has no default; it is NULL then.
    public let isOptional: Bool
    /// What it is when it is left out, as one would write it.
    public let defaultText: String?
    /// A value that shows what it takes.
    public let example: String?
    /// What it means.
    public let meaning: String

    /// Whether it must be given.
    public var isRequired: Bool { !isOptional && defaultText == nil }

    /// `name (type, default: value)`.
    public var description: String {
        let other = defaultText.map { ", default: \($0)" } ?? (isOptional ? ", optional" : "")
        return "\(name) (\(type.rawValue)\(other))"
    }

    /// The value when none is given; nil when one must be.
    func defaultValue(_ today: Day?) -> Value? {
        if let defaultText { return value(of: defaultText, today: today) }
        return isOptional ? .null : nil
    }

    /// What was given as a value of this type; nil when it is none.
    func value(of given: QueryParameter, today: Day?) -> Value? {
        if let written = given.written { return value(of: written, today: today) }
        switch (given.value, type) {
        case (.null, _): return isOptional ? .null : nil
        case (.text, .text), (.integer, .integer), (.integer, .number), (.real, .number): return given.value
        case (.text(let text), .date): return value(of: text, today: today)
        default: return nil
        }
    }

    /// What `text` writes as a value of this type; nil when it is none.
    func value(of text: String, today: Day?) -> Value? {
        switch type {
        case .text: return .text(text)
        case .integer: return Int64(text).map { .integer($0) }
        case .number:
            guard let number = QueryParameter.value(of: text, type: nil) else { return nil }
            if case .text = number { return nil }
            return number
        case .date: return Self.day(text, today: today).map { .text($0.description) }
        }
    }

    /// The day that `text` writes, or that lies so many days before or after today.
    private static func day(_ text: String, today: Day?) -> Day? {
        if let day = Day(text) { return day }
        guard text.hasPrefix("today"), let today else { return nil }
        let offset = text.dropFirst(5)
        if offset.isEmpty { return today }
        guard offset.hasPrefix("+") || offset.hasPrefix("-"), offset.utf8.count <= 6, let days = Int(offset) else {
            return nil
        }
        return Day(daysSince1970: today.daysSince1970 + days)
    }
}
