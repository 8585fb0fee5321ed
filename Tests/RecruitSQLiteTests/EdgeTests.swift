import RecruitSQLite
import Testing

/// Values and counts at the edge of what SQLite takes.
@Suite struct EdgeTests {
    @Test func `text and bytes longer than the limit are refused however they come, as long ones taken`() throws {
        let connection = try memory("CREATE TABLE t (x); INSERT INTO t VALUES ('ab'), ('cd')")
        connection.setLimit(.length, to: 1000)
        let (text, bytes) = (String(repeating: "é", count: 500), [UInt8](repeating: 1, count: 1000))
        #expect(try connection.value(String.self, "SELECT \(text)") == text)
        #expect(try connection.value([UInt8].self, "SELECT \(bytes)") == bytes)
        let statement = try connection.prepare("SELECT ?")
        try statement.bind(text, at: 1)
        let refused: [() throws -> Void] = [
            { _ = try connection.run("SELECT \(text + "x")") },
            { _ = try connection.run("SELECT \(bytes + [1])") },
            { try statement.bind(text + "x", at: 1) },
            { try statement.bind(bytes + [1], at: 1) },
            { try statement.run(text + "x") },
            { _ = try connection.run("SELECT zeroblob(1001)") },
            { _ = try connection.run("SELECT \(text) || 'x'") },
            { _ = try connection.run("SELECT group_concat(printf('%600s', x)) FROM t") },
            { _ = try connection.run("INSERT INTO t VALUES (zeroblob(\(Int64.max)))") },
            // The row with what stands around the value.
            { _ = try connection.run("INSERT INTO t VALUES (\(bytes))") },
        ]
        for (index, body) in refused.enumerated() { #expect(sqliteError(body)?.code == .tooBig, "\(index)") }
        #expect(try statement.all(7) { (row: borrowing Row) in try row.int(0) } == [7])
        #expect(try connection.value(Int.self, "SELECT count(*) FROM t") == 2)
    }

    @Test func `as many parameters as the build has numbers for are bound, and one more is an error`() throws {
        let connection = try memory()
        let most = connection.limit(.parameterNumber)
        #expect(most >= 999)
        let last = try connection.prepare("SELECT ?\(raw: String(most))")
        #expect(last.parameterCount == most)
        try last.bind(7, at: most)
        #expect(try last.step())
        #expect(try last.withRow { (row: borrowing Row) in try row.int(0) } == 7)
        last.reset()
        #expect(sqliteError { try last.bind(7, at: most + 1) }?.code == .range)
        #expect(sqliteError { _ = try connection.prepare("SELECT ?\(raw: String(most + 1))") }?.code == .error)
        #expect(sqliteError { _ = try connection.prepare("SELECT ?\(raw: String(Int64.max))") }?.code == .error)
    }

    @Test(arguments: [1, 32_767])
    func `a statement takes as many values as the limit says`(most: Int) throws {
        let connection = try memory()
        connection.setLimit(.parameterNumber, to: most)
        func sum(_ count: Int) -> SQL {
            let marks = Array(repeating: "(?)", count: count).joined(separator: ",")
            return SQL(
                raw: "SELECT sum(column1) FROM (VALUES \(marks))", values: (1...count).map { .integer(Int64($0)) })
        }
        #expect(try connection.value(Int.self, sum(most)) == most * (most + 1) / 2)
        #expect(sqliteError { _ = try connection.value(Int.self, sum(most + 1)) }?.code == .error)
        #expect(try connection.value(Int.self, sum(most)) == most * (most + 1) / 2)
    }

    @Test func `numbers beyond 64 bits are reals or errors, never other integers`() throws {
        let connection = try memory()
        #expect(try connection.value(Int64.self, "SELECT -9223372036854775808") == .min)
        #expect(try connection.value(Double.self, "SELECT 9223372036854775808") == 0x1p63)
        #expect(sqliteError { _ = try connection.value(Int64.self, "SELECT 9223372036854775808") }?.code == .mismatch)
        #expect(try connection.value(Double.self, "SELECT \(Int64.max) + 1") == 0x1p63)
        #expect(sqliteError { _ = try connection.value(Int64.self, "SELECT \(Int64.min) - 1") }?.code == .mismatch)
        #expect(sqliteError { try connection.run("SELECT abs(\(Int64.min))") }?.code == .error)
        #expect(
            sqliteError { try connection.run("SELECT sum(column1) FROM (VALUES (\(Int64.max)), (1))") }?.code == .error)
        #expect(sqliteError { _ = try connection.value(Int32.self, "SELECT \(0x1p31)") }?.code == .mismatch)
    }

    @Test func `what is not a number is refused by every way in, and made by none`() throws {
        let connection = try memory("CREATE TABLE t (x REAL)")
        for value in [Double.nan, .signalingNaN, -.nan] {
            #expect(sqliteError { try connection.run("INSERT INTO t VALUES (\(value))") }?.code == .mismatch)
            let statement = try connection.prepare("INSERT INTO t VALUES (?)")
            #expect(sqliteError { try statement.bind(value, at: 1) }?.code == .mismatch)
            #expect(sqliteError { try statement.run(value) }?.code == .mismatch)
            #expect(sqliteError { try statement.run(Value.real(value)) }?.code == .mismatch)
            #expect(
                sqliteError { try connection.run(SQL(raw: "INSERT INTO t VALUES (?)", values: [.real(value)])) }?.code
                    == .mismatch)
        }
        // SQLite makes NULL of what is none.
        for sql in ["SELECT \(Double.infinity) - \(Double.infinity)", "SELECT \(Double.infinity) * 0"] as [SQL] {
            #expect(try connection.value(Double?.self, sql) == nil)
        }
        #expect(try connection.value(Int.self, "SELECT count(*) FROM t") == 0)
    }

    @Test func `a connection that is closed within a read ends what runs, and nothing traps`() throws {
        let connection = try memory("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2), (3)")
        let statement = try connection.prepare("SELECT x FROM t")
        #expect(try statement.step())
        var rows = 0
        let error = sqliteError {
            try connection.transaction {
                try connection.forEach("SELECT a.x FROM t a, t b") { (_: borrowing Row) in
                    rows += 1
                    connection.close()
                }
            }
        }
        #expect(rows == 1)
        #expect(error?.code == .misuse)
        #expect(sqliteError { _ = try statement.step() }?.code == .misuse)
        #expect(sqliteError { try statement.bind(1, at: 1) }?.code == .misuse)
        statement.clearBindings()
        statement.finalize()
        #expect(sqliteError { _ = try connection.serialized() }?.code == .misuse)
        #expect(sqliteError { try connection.optimize() }?.code == .misuse)
        #expect(sqliteError { try connection.useWriteAheadLog() }?.code == .misuse)
        #expect(sqliteError { try connection.backup(to: try memory()) }?.code == .misuse)
        #expect(sqliteError { try memory().backup(to: connection) }?.code == .misuse)
    }
}
