/// A parameter as a header writes it: `name (type, default VALUE, example VALUE) meaning`, or `optional` for a default.
struct QuestionParameterLine {
    private let text: String

    init(_ text: String) { self.text = text }

    /// The parameter.
    ///
    /// - Throws: what `wrong` makes of the problem.
    func parameter(_ wrong: (String) -> RecruitmentError) throws(RecruitmentError) -> QuestionParameter {
        let form = "a parameter is '-- parameter: name (type, default VALUE) meaning'"
        guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else {
            throw wrong(form)
        }
        let name = String(text[..<open]).trimmed
        guard Self.isName(name) else {
            throw wrong("'\(SQLExcerpt.visible(name))' is no name of a parameter: a-z, 0-9 and _, a letter first")
        }
        let meaning = String(text[text.index(after: close)...]).trimmed
        guard !meaning.isEmpty else { throw wrong(form) }
        var words = text[text.index(after: open)..<close].split(separator: ",").map { String($0).trimmed }[...]
        let kinds = QuestionParameter.Kind.allCases.map(\.rawValue)
        guard let type = words.popFirst(), let kind = QuestionParameter.Kind(rawValue: type) else {
            throw wrong("the type of \(name) is one of \(kinds.joined(separator: ", "))")
        }
        var isOptional = false
        var defaultText: String?
        var example: String?
        for word in words {
            if word == "optional" {
                isOptional = true
            } else if word.hasPrefix("default ") {
                defaultText = String(word.dropFirst(8)).trimmed
            } else if word.hasPrefix("example ") {
                example = String(word.dropFirst(8)).trimmed
            } else {
                throw wrong("of \(name): '\(SQLExcerpt.visible(word))' is not optional, default VALUE or example VALUE")
            }
        }
        guard !isOptional || defaultText == nil else { throw wrong("\(name) is optional, or has a default, not both") }
        let parameter = QuestionParameter(
            name: name, type: kind, isOptional: isOptional, defaultText: defaultText, example: example,
            meaning: meaning)
        // Any day will do to see whether the values read as the type.
        let day = Day(daysSince1970: 0)
        for value in [defaultText, example].compactMap({ $0 }) where parameter.value(of: value, today: day) == nil {
            throw wrong("of \(name): '\(SQLExcerpt.visible(value))' is not \(kind.inWords)")
        }
        return parameter
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (0x61...0x7A).contains(first), name.utf8.count <= 40 else { return false }
        return name.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
        }
    }
}
