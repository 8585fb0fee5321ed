import RecruitSQLite
import Testing

private struct Name: ColumnDecodable, RowDecodable, Equatable {
    let text: String
    init(_ row: borrowing Row, at index: Int) throws { text = try row.text(index) }
    init(_ row: borrowing Row) throws { text = "row of \(row.columnCount)" }
}

@Suite struct ReadingTests {
    private func connection() throws -> Connection {
        try memory("CREATE TABLE t (id INTEGER PRIMARY KEY, x); INSERT INTO t (x) VALUES ('a'), (NULL), ('c')")
    }

    @Test func `the first column is read from all rows, and from the first`() throws {
        let connection = try connection()
        #expect(try connection.all(Int.self, "SELECT id, x FROM t ORDER BY id") == [1, 2, 3])
        #expect(try connection.all(String?.self, "SELECT x FROM t ORDER BY id") == ["a", nil, "c"])
        #expect(sqliteError { _ = try connection.all(String.self, "SELECT x FROM t") }?.code == .mismatch)
        #expect(try connection.first(String.self, "SELECT x FROM t WHERE id = \(3)") == "c")
        #expect(try connection.first(String.self, "SELECT x FROM t WHERE id = \(4)") == nil)
        #expect(try connection.first(String?.self, "SELECT x FROM t WHERE id = \(2)") == .some(nil))
        #expect(try connection.first(Int.self, "INSERT INTO t (x) VALUES ('d'), ('e') RETURNING id") == 4)
        #expect(try connection.value(Int.self, "SELECT count(*) FROM t") == 5)
    }

    @Test func `a type that is read from a column and from a row is read from the row`() throws {
        let connection = try connection()
        #expect(try connection.first(Name.self, "SELECT x, id FROM t")?.text == "row of 2")
        #expect(try connection.all(Name.self, "SELECT x, id FROM t LIMIT 1").map(\.text) == ["row of 2"])
        #expect(try connection.value(Name.self, "SELECT x FROM t WHERE id = 1").text == "a")
    }

    @Test func `a held statement lends its rows and gives its value`() throws {
        let statement = try connection().prepare("SELECT id FROM t WHERE id > ? AND id < ? ORDER BY id")
        var ids: [Int] = []
        for _ in 0..<2 { try statement.forEach(0, 3) { (row: borrowing Row) in ids.append(try row.int(0)) } }
        #expect(ids == [1, 2, 1, 2])
        #expect(try statement.value(Int.self, 1, 3) == 2)
        #expect(sqliteError { _ = try statement.value(Int.self, 3, 3) }?.code == .notFound)
        #expect(sqliteError { _ = try statement.value(Int.self, 0, 3) }?.code == .mismatch)
        #expect(sqliteError { _ = try statement.value(String.self, 1, 3) }?.code == .mismatch)
        #expect(sqliteError { _ = try statement.value(Int.self, 1) }?.code == .range)
        #expect(throws: CancellationError.self) {
            try statement.forEach(0, 3) { (_: borrowing Row) in throw CancellationError() }
        }
        #expect(try statement.value(Int.self, 1, 3) == 2)
    }

    @Test func `numbers of other sizes are stored as they are and read where they fit`() throws {
        let connection = try connection()
        func check<T: Bindable & ColumnDecodable & Equatable>(_ values: [T]) throws {
            for value in values { #expect(try connection.value(T.self, "SELECT \(value)") == value) }
        }
        try check([Int8.min, 0, .max])
        try check([Int16.min, 0, .max])
        try check([Int32.min, 0, .max])
        try check([UInt8.min, .max])
        try check([UInt16.min, .max])
        try check([UInt32.min, .max])
        try check([Float(0.1), -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude])
        func refuses<T: ColumnDecodable>(_ type: T.Type, _ value: some Bindable) -> ResultCode? {
            sqliteError { _ = try connection.value(type, "SELECT \(value)") }?.code
        }
        #expect(refuses(Int8.self, 128) == .mismatch)
        #expect(refuses(UInt8.self, -1) == .mismatch)
        #expect(refuses(Int16.self, 1 << 15) == .mismatch)
        #expect(refuses(UInt16.self, 1 << 16) == .mismatch)
        #expect(refuses(UInt32.self, 1 << 32) == .mismatch)
        #expect(refuses(Float.self, 0.1) == .mismatch)
        #expect(refuses(Float.self, 1) == .mismatch)
        #expect(refuses(Double.self, Float.nan) == .mismatch)
    }
}
