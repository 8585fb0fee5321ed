/// The header of a saved question: comment lines `-- word: text` before the SQL.
///
/// ```sql
/// -- question: Which applications came in since a day?
/// -- personal: no
/// -- parameter: since (date, default today-7) the first day
/// -- parameter: position (text, optional, example phd) only this position
/// -- column: ref  the application
/// SELECT ref FROM application_facts WHERE received_at >= :since AND (:position IS NULL OR position = :position);
/// ```
///
/// `scan` says why a large table is read whole, `note` what else there is to know. A line that is indented by three
/// blanks or more goes on with the one before.
struct QuestionHeader {
    private static let words = ["question", "personal", "parameter", "column", "scan", "note"]

    private let source: String
    private var question: String?
    private var isPersonal: Bool?
    private var parameters: [QuestionParameter] = []
    private var columns: [SavedQuestion.Column] = []
    private var scan: String?
    private var notes: [String] = []

    /// Reads `text`; `source` is what errors call it, such as its file.
    ///
    /// - Throws: `RecruitmentError` of kind badData that names the source and the line.
    static func read(
        _ text: String, name: String, source: String, file: String? = nil
    ) throws(RecruitmentError) -> SavedQuestion {
        var header = QuestionHeader(source: source)
        let entries = try header.entries(of: text)
        for entry in entries { try header.take(entry) }
        let end = (entries.last?.line ?? 0) + 1
        guard let question = header.question else { throw header.wrong(end, "the header lacks '-- question: ...'") }
        guard let isPersonal = header.isPersonal else {
            throw header.wrong(end, "the header lacks '-- personal: yes' or '-- personal: no'")
        }
        guard SQLWord.hasStatement(text) else { throw header.wrong(end, "there is no SQL after the header") }
        return SavedQuestion(
            name: name, question: question, isPersonal: isPersonal, parameters: header.parameters,
            columns: header.columns, scan: header.scan, notes: header.notes, sql: text, file: file)
    }

    private init(source: String) { self.source = source }

    private struct Entry {
        let word: String
        var text: String
        let line: Int
    }

    /// The lines of the header, each with those that go on with it.
    private func entries(of text: String) throws(RecruitmentError) -> [Entry] {
        var entries: [Entry] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = String(line)
            if line.trimmed.isEmpty { continue }
            guard line.hasPrefix("--") else { break }
            let body = line.dropFirst(2)
            let said = String(body).trimmed
            if said.isEmpty { continue }
            if body.hasPrefix("   "), let last = entries.indices.last {
                entries[last].text += " " + said
                continue
            }
            guard let colon = said.firstIndex(of: ":") else {
                throw wrong(index + 1, "a line of the header is '-- word: text'; words are \(Self.list)")
            }
            let word = String(said[..<colon])
            guard Self.words.contains(word) else {
                let hint = word.nearest(of: Self.words).map { "; did you mean '\($0)'?" } ?? ""
                throw wrong(
                    index + 1, "'\(SQLExcerpt.visible(word))' is no word of a header, which are \(Self.list)\(hint)")
            }
            entries.append(
                Entry(word: word, text: String(said[said.index(after: colon)...]).trimmed, line: index + 1))
        }
        return entries
    }

    private mutating func take(_ entry: Entry) throws(RecruitmentError) {
        guard !entry.text.isEmpty else { throw wrong(entry.line, "'\(entry.word):' says nothing") }
        switch entry.word {
        case "question":
            guard question == nil else { throw wrong(entry.line, "there is a second question") }
            question = entry.text
        case "personal":
            guard isPersonal == nil, entry.text == "yes" || entry.text == "no" else {
                throw wrong(entry.line, "it is '-- personal: yes' or '-- personal: no', once")
            }
            isPersonal = entry.text == "yes"
        case "parameter":
            let parameter = try QuestionParameterLine(entry.text).parameter { [source] problem in
                RecruitmentError(.badData, "\(source):\(entry.line): \(problem)")
            }
            guard !parameters.contains(where: { $0.name == parameter.name }) else {
                throw wrong(entry.line, "the parameter \(parameter.name) is there already")
            }
            parameters.append(parameter)
        case "column":
            let parts = entry.text.split(separator: " ", maxSplits: 1)
            guard parts.count == 2 else { throw wrong(entry.line, "a column is '-- column: name what it says'") }
            columns.append(SavedQuestion.Column(name: String(parts[0]), meaning: String(parts[1]).trimmed))
        case "scan": scan = entry.text
        default: notes.append(entry.text)
        }
    }

    private func wrong(_ line: Int, _ problem: String) -> RecruitmentError {
        RecruitmentError(.badData, "\(source):\(line): \(problem)")
    }

    private static var list: String { words.joined(separator: ", ") }
}
