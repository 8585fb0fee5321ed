import RecruitSQLite

/// The parameters of a statement and the values that a person gave.
struct QueryBinding {
    private let statement: Statement
    /// By position, from 0: the name without its mark, else the position itself.
    private let names: [String]

    init(_ statement: Statement) {
        self.statement = statement
        guard statement.parameterCount > 0 else {
            names = []
            return
        }
        names = statement.parameterNames.enumerated().map { index, name in
            name.map { String($0.dropFirst()) } ?? String(index + 1)
        }
    }

    /// Binds all; a value too few, too many or given twice is an error that lists the parameters.
    func bind(_ parameters: [QueryParameter]) throws {
        if names.isEmpty, parameters.isEmpty { return }
        var bound: Set<String> = []
        for parameter in parameters {
            let places = names.indices.filter { names[$0] == parameter.name }
            let name = SQLExcerpt.visible(parameter.name)
            if places.isEmpty {
                throw RecruitmentError(.usage, "the SQL has no parameter :\(name); \(known)")
            }
            guard bound.insert(parameter.name).inserted else {
                throw RecruitmentError(.usage, "-p \(name) is given twice")
            }
            for place in places { try statement.bind(parameter.value, at: place + 1) }
        }
        let missing = names.filter { !bound.contains($0) }
        guard missing.isEmpty else {
            let wanted = missing.map { "-p \(SQLExcerpt.visible($0))=VALUE" }.joined(separator: " ")
            throw RecruitmentError(.usage, "the SQL has parameters without a value: add \(wanted)")
        }
    }

    private var known: String {
        if names.isEmpty { return "it has none" }
        return "it has " + names.map { ":" + SQLExcerpt.visible($0) }.joined(separator: ", ")
    }
}
