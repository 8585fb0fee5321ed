import RecruitSQLite

/// JSON in whose strings another scalar stands for each NUL: SQLite's JSON functions end a string at `\u0000`.
struct NULMarks {
    /// The JSON to be read, the same where there is no NUL in it.
    let json: String
    /// What stands for a NUL, a scalar that the JSON does not hold otherwise; nil where there is none.
    private let mark: UnicodeScalar?

    /// Marks the NULs of `json`; nil where it holds every scalar that could stand for one.
    init?(_ json: String) {
        let places = Self.places(json)
        guard !places.isEmpty else {
            (self.json, mark) = (json, nil)
            return
        }
        let lower = json.lowercased()
        let scalars = Set(json.unicodeScalars)
        let free = (0xE000...0xF8FF).lazy.compactMap { UnicodeScalar($0 as Int) }.first { scalar in
            !scalars.contains(scalar) && !lower.contains(Self.digits(scalar))
        }
        guard let free else { return nil }
        var bytes = Array(json.utf8)
        for place in places { bytes.replaceSubrange(place..<place + 5, with: Self.digits(free).utf8) }
        (self.json, mark) = (String(decoding: bytes, as: UTF8.self), free)
    }

    /// What a value of the marked JSON is: a string with its NULs, or JSON in which they are escaped.
    func value(_ value: Value, isJSON: Bool) -> Value {
        guard let mark, case .text(let text) = value else { return value }
        return .text(isJSON ? text.replacing(Self.digits(mark), with: "u0000") : self.text(text))
    }

    /// A string of the marked JSON with its NULs.
    func text(_ text: String) -> String {
        guard let mark else { return text }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.map { $0 == mark ? "\0" : $0 })
        return String(scalars)
    }

    /// The places of the `u` of each `\u0000`.
    private static func places(_ json: String) -> [Int] {
        let bytes = Array(json.utf8)
        var places: [Int] = []
        var index = 0
        while let backslash = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) {
            if bytes[(backslash + 1)...].starts(with: "u0000".utf8) { places.append(backslash + 1) }
            index = min(backslash + 2, bytes.count)
        }
        return places
    }

    private static func digits(_ mark: UnicodeScalar) -> String { "u" + String(mark.value, radix: 16) }
}
