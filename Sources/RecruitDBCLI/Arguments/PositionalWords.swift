import RecruitDB

extension Specification {
    /// Gives `words` to the arguments: one each, and what is over to the argument that takes several.
    func assign(_ words: [String], command: String) throws -> [ParsedWords.Given] {
        var assigned: [ParsedWords.Given] = []
        var rest = words[...]
        for (index, argument) in arguments.enumerated() {
            let needed = arguments[(index + 1)...].count { !$0.isOptional }
            let available = max(0, rest.count - needed)
            let count = argument.isRepeating ? available : min(1, available)
            if count == 0, !argument.isOptional {
                throw RecruitmentError.usage("<\(argument.name)> is missing", command: command)
            }
            for word in rest.prefix(count) {
                assigned.append(ParsedWords.Given(name: argument.name, word: word))
            }
            rest = rest.dropFirst(count)
        }
        if let extra = rest.first {
            throw RecruitmentError.usage("unexpected word '\(Excerpt.of(extra))'", command: command)
        }
        return assigned
    }
}

/// What a person typed, short enough and harmless enough to be shown in an error.
enum Excerpt {
    /// The first `limit` scalars of `word`, controls shown as spaces.
    static func of(_ word: String, limit: Int = 60) -> String {
        var shown = ""
        for (index, scalar) in word.unicodeScalars.enumerated() {
            if index == limit { return shown + "…" }
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            shown.unicodeScalars.append(isControl ? " " : scalar)
        }
        return shown
    }
}
