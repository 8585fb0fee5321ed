import RecruitDB

/// What `query --list` and `query --help NAME` say of saved questions.
enum SavedQuestionHelp {
    /// Lists the questions; a file that is no question is named after them, and ends the program with 65.
    static func list(_ invocation: Invocation, _ style: ListingStyle) throws {
        if let word = invocation[Query.sql] ?? invocation[Query.file] {
            throw invocation.usage("--list takes no question, and not '\(Excerpt.of(word))'")
        }
        let (listing, remarks, problems) = try invocation.savedQuestions.listing(
            redactedFor: invocation[Query.redact] ? invocation.databasePath : nil)
        try invocation.write(listing, style)
        for remark in remarks { StandardError.say(remark) }
        guard let last = problems.last else { return }
        for problem in problems.dropLast() { StandardError.say(problem.message) }
        throw last
    }

    /// The help of the question that stands beside `--help`, nil when none does.
    static func text(_ invocation: Invocation) throws -> String? {
        guard let name = invocation[Query.sql], SavedQuestion.isName(name) else { return nil }
        let question = try invocation.savedQuestions.find(name)
        var sections = [HelpText.paragraph("QUESTION: " + question.question)]
        sections += question.notes.map(HelpText.paragraph)
        sections.append("USAGE: \(usage(of: question))")
        sections.append("EXAMPLE:\n  \(example(of: question))")
        sections.append(HelpText.table("PARAMETERS", question.parameters.map { ($0.name, facts(of: $0)) }))
        sections.append(HelpText.table("COLUMNS", question.columns.map { ($0.name, $0.meaning) }))
        sections.append(
            question.isPersonal ? "It shows personal data." : "It shows nothing personal, and reads nothing personal.")
        if let file = question.file {
            let replaces = SavedQuestions.replacesBuiltIn(question) ? ", in the place of the built-in question" : ""
            sections.append("FILE: \(Excerpt.of(file, limit: 1000))\(replaces)")
        }
        let lines = question.statement.split(separator: "\n", omittingEmptySubsequences: false)
        sections.append("SQL:\n" + lines.map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n"))
        return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private static func usage(of question: SavedQuestion) -> String {
        let words = question.parameters.map { parameter in
            let word = "-p \(parameter.name)=<\(parameter.type.rawValue)>"
            return parameter.isRequired ? word : "[\(word)]"
        }
        return (["\(Root.name) \(Query.name) \(question.name)"] + words).joined(separator: " ")
    }

    /// A whole command: with what must be given, else with the first parameter that has an example.
    private static func example(of question: SavedQuestion) -> String {
        var shown = question.parameters.filter(\.isRequired)
        if shown.isEmpty, let first = question.parameters.first(where: { $0.example != nil }) { shown = [first] }
        let words = shown.map { parameter in
            let value = parameter.example ?? "..."
            let word = "\(parameter.name)=\(value)"
            let isPlain = word.utf8.allSatisfy { $0 > 0x20 && !"'\"*?$&|;<>()[]{}\\`#~!".utf8.contains($0) }
            return "-p " + (isPlain ? word : "'\(word)'")
        }
        return (["\(Root.name) \(Query.name) \(question.name)"] + words).joined(separator: " ")
    }

    private static func facts(of parameter: QuestionParameter) -> String {
        var facts = parameter.type.rawValue
        if let value = parameter.defaultText { facts += ", default: \(value)" }
        if parameter.isOptional { facts += ", may be left out" }
        if parameter.isRequired { facts += ", needed" }
        if let example = parameter.example { facts += ", such as \(example)" }
        return "\(parameter.meaning) (\(facts))"
    }
}

extension Invocation {
    /// The saved questions: of `$RECRUITDB_QUESTIONS`, else of the folder beside the database, and those built in.
    var savedQuestions: SavedQuestions {
        SavedQuestions(beside: databasePath, folder: Environment.value("RECRUITDB_QUESTIONS"))
    }
}
