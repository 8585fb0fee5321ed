import RecruitSQLite

/// A question with a name: SQL that only reads, and a header that says what it asks and what it takes.
///
/// ```swift
/// let question = try SavedQuestions(beside: "recruitment.db").find("overdue")
/// let listing = try question.query([QueryParameter("position", text: "phd")]).open("recruitment.db")
/// ```
public struct SavedQuestion: Sendable, Hashable {
    /// A column of the answer.
    public struct Column: Sendable, Hashable {
        /// Its name, as the answer shows it.
        public let name: String
        /// What it says.
        public let meaning: String
    }

    /// The word that asks it: `overdue`.
    public let name: String
    /// The question in one sentence.
    public let question: String
    /// Whether personal data show in the answer, or are read for it: names, addresses, subjects, texts, file names.
    public let isPersonal: Bool
    /// What it takes, in the order of the header.
    public let parameters: [QuestionParameter]
    /// The columns of the answer, in order.
    public let columns: [Column]
    /// Why it reads a large table whole, where it does.
    public let scan: String?
    /// What else there is to know.
    public let notes: [String]
    /// The statement, header and all, so that the lines of an error are those of the file.
    public let sql: String
    /// The file that it was read from; nil for one that is built in.
    public let file: String?

    /// Whether `text` is a name and not SQL: one word of letters, digits, `-` and `_` that begins no statement.
    public static func isName(_ text: String) -> Bool { SQLWord.isName(text) }

    /// The statement without its header.
    public var statement: String {
        var lines = sql.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let line = lines.first, line.isEmpty || line.hasPrefix("--") { lines.removeFirst() }
        return String(lines.joined(separator: "\n")).trimmed
    }

    /// The question with the values of its parameters, ready to be opened on a database.
    ///
    /// - Parameters:
    ///   - given: values by name; what is not given has its default.
    ///   - today: the day that `today` means; the default is the present one in UTC.
    /// - Returns: the question, which has its values.
    /// - Throws: `RecruitmentError` of kind usage, which lists the parameters: for one that is missing, unknown, given
    ///   twice, or not of its type.
    public func query(_ given: [QueryParameter] = [], today: Day? = nil) throws -> Query {
        let today = today ?? Timestamp.now.day
        let names = parameters.map(\.name)
        for (index, value) in given.enumerated() {
            let shown = SQLExcerpt.visible(value.name)
            guard names.contains(value.name) else {
                let hint = value.name.nearest(of: names).map { "; did you mean '\($0)'?" } ?? ""
                throw usage("there is no parameter '\(shown)'\(hint)")
            }
            guard !given[..<index].contains(where: { $0.name == value.name }) else {
                throw usage("-p \(shown) is given twice")
            }
        }
        let values = try parameters.map { parameter in
            let value = given.first { $0.name == parameter.name }
            guard let value = try value.map({ try read($0, as: parameter, today) }) ?? parameter.defaultValue(today)
            else { throw usage("it needs -p \(parameter.name)=\(parameter.type.rawValue.uppercased())") }
            return QueryParameter(parameter.name, value)
        }
        return Query(sql, parameters: values)
    }

    private func read(
        _ given: QueryParameter, as parameter: QuestionParameter, _ today: Day?
    ) throws -> Value {
        if let value = parameter.value(of: given, today: today) { return value }
        throw usage("-p \(parameter.name) takes \(parameter.type.inWords)")
    }

    private func usage(_ problem: String) -> RecruitmentError {
        let known = parameters.map(\.description).joined(separator: ", ")
        return RecruitmentError(
            .usage, "\(name): \(problem); " + (known.isEmpty ? "it has no parameters" : "its parameters: \(known)"))
    }
}
