import RecruitSQLite
import Testing

@testable import RecruitDB

/// What a statement reads, as SQLite asks for it while it prepares: table.column, lower case, those of views too.
private func reads(_ sql: String, on connection: Connection) throws -> Set<String> {
    final class Reads {
        var columns: Set<String> = []
    }
    let reads = Reads()
    connection.authorize { action in
        if action.operation == .read, let table = action.first, let column = action.second, !column.isEmpty {
            reads.columns.insert("\(table).\(column)".lowercased())
        }
        return .allow
    }
    defer { connection.authorize(nil) }
    _ = try connection.prepare(Script(raw: sql))
    return reads.columns
}

@Suite struct QuestionPrivacyTests {
    @Test(arguments: QuestionLab.names)
    func `a question that shows nothing personal reads no personal column, and only such a one says so`(
        name: String
    ) throws {
        let question = try SavedQuestions.builtIn.find(name)
        let connection = try Connection(path: QuestionLab.path(), access: .readOnly)
        let open = Set(
            try connection.all(
                """
                SELECT lower(table_name || '.' || column_name) FROM data_dictionary
                WHERE personal_data IN ('none', 'pseudonymous')
                """
            ) { row in try row.text(0) })
        let views = Set(try connection.all("SELECT name FROM sqlite_schema WHERE type = 'view'") { try $0.text(0) })
        // A column of a view is asked for again as that of its table.
        let tables = try reads(question.sql, on: connection).filter { read in
            !views.contains(String(read.prefix { $0 != "." }))
        }
        #expect(!tables.isEmpty)
        let personal = tables.subtracting(open)
        if question.isPersonal {
            #expect(!personal.isEmpty, "it could say personal: no")
        } else {
            #expect(personal.sorted() == [])
        }
    }
}
