extension JSONFields {
    /// A text on one line of at most `limit` scalars, not blank.
    func line(_ name: String, required: Bool = true, limit: Int = 500) -> String? {
        text(name, required: required, limit: limit, shape: .line)
    }

    /// A text of a `shape`, at most `limit` scalars long; line breaks only where the shape allows them.
    func text(_ name: String, required: Bool, limit: Int = 20_000, shape: TextShape = .text) -> String? {
        guard let value = value(name, required: required) else { return nil }
        return Self.text(value, path.member(name), problems, limit: limit, shape: shape)
    }

    /// The word of `E` that the text called `name` is.
    func choice<E: RawRepresentable & CaseIterable>(_ name: String, _ type: E.Type, required: Bool) -> E?
    where E.RawValue == String {
        guard let value = value(name, required: required) else { return nil }
        if case .string(let text) = value.content, let choice = E(rawValue: text) { return choice }
        wrong(name, value, "is not one of " + E.allCases.map(\.rawValue).joined(separator: ", "))
        return nil
    }

    /// An integer within `range`; `3.0` is one.
    func integer(_ name: String, _ range: ClosedRange<Int>, required: Bool = false) -> Int? {
        guard let value = value(name, required: required) else { return nil }
        return Self.integer(value, path.member(name), problems, range)
    }

    /// True or false.
    func flag(_ name: String, required: Bool = false) -> Bool? {
        guard let value = value(name, required: required) else { return nil }
        if case .bool(let truth) = value.content { return truth }
        wrong(name, value, "is not true or false")
        return nil
    }

    /// A day of the calendar, `YYYY-MM-DD`.
    func day(_ name: String, required: Bool = false) -> String? {
        text(name, required: required, limit: 10, shape: .day)
    }

    /// The object called `name`, to be read and finished by the caller.
    func object(_ name: String, required: Bool) -> JSONFields? {
        value(name, required: required).map { JSONFields($0, path.member(name), problems) }
    }

    /// The elements of the list called `name`, each read by `element`; none when it is absent.
    func list<T>(
        _ name: String, required: Bool = false, _ element: (JSONValue, JSONPath, JSONProblems) -> T?
    ) -> [T] {
        guard let value = value(name, required: required) else { return [] }
        guard case .array(let values) = value.content else {
            wrong(name, value, "is not a list")
            return []
        }
        return values.enumerated().compactMap { element($1, path.member(name).element($0), problems) }
    }

    /// The texts of the list called `name`, each of `shape`.
    func texts(_ name: String, limit: Int = 500, shape: TextShape = .line) -> [String] {
        list(name) { Self.text($0, $1, $2, limit: limit, shape: shape) }
    }

    /// The text that `value` is, or nil with the reason noted.
    static func text(
        _ value: JSONValue, _ path: JSONPath, _ problems: JSONProblems, limit: Int, shape: TextShape
    ) -> String? {
        guard case .string(let text) = value.content else {
            problems.add(path, "\(value.quoted) is not a text in quotes")
            return nil
        }
        if shape.isRight(text) {
            let length = text.unicodeScalars.count
            if length <= limit { return text }
            problems.add(path, "\(value.quoted) has \(length) characters, more than \(limit)")
        } else {
            problems.add(path, "\(value.quoted) is not \(shape.name)")
        }
        return nil
    }

    /// The integer that `value` is, or nil with the reason noted.
    static func integer(
        _ value: JSONValue, _ path: JSONPath, _ problems: JSONProblems, _ range: ClosedRange<Int>
    ) -> Int? {
        if case .number(let number) = value.content {
            if let integer = number.integer, range.contains(Int(integer)) { return Int(integer) }
            let bounds = "from \(range.lowerBound) to \(range.upperBound)"
            problems.add(path, "\(value.quoted) is not a whole number \(bounds)")
        } else {
            problems.add(path, "\(value.quoted) is not a number")
        }
        return nil
    }
}
