import RecruitSQLite
import Testing

@testable import RecruitDB

/// Tables that grow with the years.
private let large: Set = [
    "applicants", "applications", "stage_history", "messages", "documents", "document_pages", "applicant_names",
    "applicant_emails", "message_headers", "document_names",
]

/// The large tables that a statement reads from end to end, as its program says: `Rewind`, `Last` or `Count` of a
/// cursor on the table or on an index of all its rows. An index of some rows is there to be read whole, and what begins
/// at the last row may end at a bound.
private func scans(_ sql: String, on connection: Connection) throws -> Set<String> {
    let pages = Dictionary(
        try connection.all(
            """
            SELECT rootpage, tbl_name FROM sqlite_schema
            WHERE rootpage > 0 AND (type = 'table' OR coalesce(sql, '') NOT LIKE '% WHERE %')
            """
        ) { row in (try row.int(0), try row.text(1)) }
    ) { first, _ in first }
    var cursors: [Int: String] = [:]
    var found: Set<String> = []
    var backwards: [Int: String] = [:]
    let program = try connection.prepare(Script(raw: "EXPLAIN " + sql))
    while try program.step() {
        let step = try program.withRow { row in
            (code: try row.text(1), first: try row.int(2), second: try row.int(3))
        }
        switch step.code {
        case "OpenRead", "ReopenIdx":
            cursors[step.first] = pages[step.second].flatMap { large.contains($0) ? $0 : nil }
        case "OpenEphemeral", "OpenAutoindex", "OpenPseudo", "SorterOpen": cursors[step.first] = nil
        case "Rewind", "Count":
            if let table = cursors[step.first] { found.insert(table) }
        case "Last": backwards[step.first] = cursors[step.first]
        case "IdxLT", "IdxLE": backwards[step.first] = nil
        default: break
        }
    }
    return found.union(backwards.values)
}

@Suite struct QuestionPlanTests {
    @Test(arguments: QuestionLab.names, [true, false])
    func `a question reads a large table whole only for a reason that it says`(name: String, analysed: Bool) throws {
        let question = try SavedQuestions.builtIn.find(name)
        let template = try Connection(path: QuestionLab.path(), access: .readOnly)
        let connection = try Connection(path: ":memory:", access: .create)
        try template.backup(to: connection)
        // Without numbers SQLite plans for tables that are large; with those of the sample, for one of a million.
        try connection.execute(
            analysed
                ? "UPDATE sqlite_stat1 SET stat = (CAST(stat AS INTEGER) * 3000) || substr(stat, instr(stat || ' ', ' '))"
                : "DELETE FROM sqlite_stat1")
        try connection.execute("ANALYZE sqlite_schema")
        let scanned = try scans(question.sql, on: connection)
        if question.scan == nil { #expect(scanned == []) }
    }

    @Test func `a reason stands only where a table is read whole`() throws {
        let connection = try Connection(path: QuestionLab.path(), access: .readOnly)
        let idle = try QuestionLab.questions.filter { question in
            try question.scan != nil && scans(question.sql, on: connection).isEmpty
        }
        #expect(idle.map(\.name) == [])
    }
}
