import RecruitSQLite
import Testing

private enum Stage: String, Bindable, ColumnDecodable { case received, rejected }

private struct Applicant: NamedRowDecodable, Equatable {
    enum Column: String, ColumnName { case id, name, stage, appliedAt = "applied_at" }

    let id: Int64
    let name: String?
    let stage: Stage
    let appliedAt: String

    init(_ row: borrowing NamedRow<Column>) throws {
        id = try row.get(.id)
        name = try row.get(.name)
        stage = try row.get(.stage)
        appliedAt = try row.get(.appliedAt)
    }
}

private enum Payload: ColumnName {
    case one(Int64)
    static var allCases: [Payload] { [.one(1)] }
    var rawValue: String { "id" }
    init?(rawValue: String) { nil }
}

@Suite struct NamedRowTests {
    private func connection() throws -> Connection {
        try memory(
            """
            CREATE TABLE a (applied_at TEXT, note BLOB, stage TEXT, name TEXT, id INTEGER PRIMARY KEY);
            INSERT INTO a VALUES ('2026-01-02', x'0102', 'received', 'Zoe', 7), ('2026-01-03', NULL, 'rejected', NULL, 8)
            """)
    }

    @Test func `rows are read by name whatever the order of the columns and whatever stands beside them`() throws {
        let connection = try connection()
        for sql in ["SELECT * FROM a ORDER BY id", "SELECT id, name, 1 AS one, stage, applied_at FROM a"] as [SQL] {
            let applicants = try connection.all(Applicant.self, sql)
            #expect(applicants.map(\.id) == [7, 8])
            #expect(applicants.map(\.name) == ["Zoe", nil])
            #expect(applicants.map(\.stage) == [.received, .rejected])
            #expect(applicants.map(\.appliedAt) == ["2026-01-02", "2026-01-03"])
        }
        #expect(try connection.first(Applicant.self, "SELECT * FROM a WHERE id = \(8)")?.stage == .rejected)
        #expect(try connection.first(Applicant.self, "SELECT * FROM a WHERE id = \(9)") == nil)
    }

    @Test func `a statement that writes runs to its end`() throws {
        let connection = try connection()
        let first = try connection.first(
            Applicant.self, "UPDATE a SET stage = \(Stage.rejected) RETURNING *")
        #expect(first?.stage == .rejected)
        #expect(try connection.value(Int.self, "SELECT count(*) FROM a WHERE stage = 'rejected'") == 2)
    }

    @Test(arguments: [
        ("SELECT id, name, stage FROM a", ResultCode.notFound, "the result has no column applied_at"),
        ("SELECT id AS ID, name, stage, applied_at FROM a", .notFound, "the result has no column id"),
        ("SELECT *, 1 AS stage FROM a", .mismatch, "the result has more than one column stage"),
        ("DELETE FROM a", .notFound, "the result has no column id"),
        ("DELETE FROM a RETURNING name", .notFound, "the result has no column id"),
        ("SELECT id, name, applied_at, 1.5 AS stage FROM a", .mismatch, "column 3 (stage) is REAL, not TEXT"),
        ("SELECT id, name, applied_at, 'lost' AS stage FROM a", .mismatch, "column 3 (stage) is TEXT, not Stage"),
    ])
    func `what does not fit is told by name`(sql: String, code: ResultCode, message: String) throws {
        let connection = try connection()
        for error in [
            sqliteError { _ = try connection.all(Applicant.self, SQL(raw: sql)) },
            sqliteError { _ = try connection.first(Applicant.self, SQL(raw: sql)) },
        ] {
            #expect(error?.code == code)
            #expect(error?.message == message)
            #expect(error?.sql == sql)
        }
        #expect(try connection.value(Int.self, "SELECT count(*) FROM a") == 2)
    }

    @Test func `the names are checked where there is no row`() throws {
        let connection = try connection()
        #expect(
            sqliteError { _ = try connection.all(Applicant.self, "SELECT id FROM a WHERE false") }?.code == .notFound)
    }

    @Test func `a cached statement follows its columns to new places when the schema changes`() throws {
        let connection = try connection()
        func names() throws -> [String?] {
            try connection.all(Applicant.self, "SELECT * FROM v ORDER BY id").map(\.name)
        }
        try connection.execute("CREATE VIEW v AS SELECT * FROM a")
        #expect(try names() == ["Zoe", nil])
        try connection.execute("DROP VIEW v; CREATE VIEW v AS SELECT name, stage, id, applied_at FROM a")
        #expect(try names() == ["Zoe", nil])
        try connection.execute("DROP VIEW v; CREATE VIEW v AS SELECT id FROM a")
        #expect(sqliteError { _ = try names() }?.code == .notFound)
    }

    @Test func `one statement serves two types in turn`() throws {
        enum Other: String, ColumnName { case name, id }
        let connection = try connection()
        for _ in 1...2 {
            #expect(try connection.all(Applicant.self, "SELECT * FROM a").count == 2)
            var ids: [Int] = []
            try connection.forEach("SELECT * FROM a", columns: Other.self) { (row: borrowing NamedRow<Other>) in
                ids.append(try row.get(.id))
                #expect(row.index(.name) == 3)
                #expect(row.value(.id) == .integer(Int64(ids.last ?? 0)))
                #expect(try row.isNull(.name) == (ids.last == 8))
                #expect(try row.row.text(row.index(.name) - 1) == (ids.last == 8 ? "rejected" : "received"))
            }
            #expect(ids == [7, 8])
        }
    }

    @Test func `an enumeration with payloads is misuse and no trap`() throws {
        let connection = try connection()
        let error = sqliteError {
            try connection.forEach("SELECT id FROM a", columns: Payload.self) { (_: borrowing NamedRow<Payload>) in }
        }
        #expect(error?.code == .misuse)
    }

    @Test func `a blob is lent without a copy, and only a blob`() throws {
        enum Note: String, ColumnName { case note }
        let connection = try connection()
        var read: [[UInt8]] = []
        var refused: [String] = []
        try connection.forEach("SELECT note FROM a UNION ALL SELECT 'text'", columns: Note.self) {
            (row: borrowing NamedRow<Note>) in
            do {
                read.append(try row.withBlob(.note) { Array($0) })
            } catch let error as SQLiteError {
                refused.append(error.message)
            }
            #expect(
                row.withBytes(.note) { $0.count } == (read.count + refused.count == 1 ? 2 : refused.count == 1 ? 0 : 4))
        }
        #expect(read == [[1, 2]])
        #expect(refused == ["column 0 (note) is NULL, not BLOB", "column 0 (note) is TEXT, not BLOB"])
    }
}
