import RecruitSQLite
import Testing

@Suite struct ListTests {
    private func connection() throws -> Connection {
        try memory("CREATE TABLE t (id INTEGER PRIMARY KEY, x); INSERT INTO t (x) VALUES ('a'), ('b'), (x'01'), (NULL)")
    }

    private func ids(_ sql: SQL) throws -> [Int] {
        try connection().all(sql) { (row: borrowing Row) in try row.int(0) }
    }

    @Test func `each value of a list is bound with a parameter of its own`() throws {
        let ids = [3, 1]
        let sql: SQL = "SELECT id FROM t WHERE id IN (\(list: ids)) AND id < \(9) ORDER BY id"
        #expect(sql.text == "SELECT id FROM t WHERE id IN (?, ?) AND id < ? ORDER BY id")
        #expect(sql.values == [.integer(3), .integer(1), .integer(9)])
        #expect(try self.ids(sql) == [1, 3])
        #expect(try self.ids("SELECT id FROM t WHERE x IN (\(list: ["a", nil, "'"])) ORDER BY id") == [1])
        #expect(try self.ids("SELECT id FROM t WHERE id IN (\(list: Set([2])))") == [2])
        #expect(try self.ids("SELECT id FROM t WHERE x IN (\(list: [[1] as [UInt8]]))") == [3])
    }

    @Test func `no value is in an empty list, and every value is not`() throws {
        let none: [Int] = []
        #expect(try ids("SELECT id FROM t WHERE id IN (\(list: none))") == [])
        #expect(try ids("SELECT id FROM t WHERE id NOT IN (\(list: none)) ORDER BY id") == [1, 2, 3, 4])
    }

    @Test func `a list may be as long as the connection's limit of parameters, and no longer`() throws {
        let most = try connection().limit(.parameterNumber)
        #expect(try ids("SELECT count(*) FROM t WHERE id IN (\(list: 1...most))") == [4])
        #expect(sqliteError { _ = try ids("SELECT 1 FROM t WHERE id IN (\(list: 0...most))") }?.code == .error)
    }

    @Test func `a list is a row's values too`() throws {
        let connection = try connection()
        let row: [Value] = [.integer(9), .text("z")]
        try connection.run("INSERT INTO t VALUES (\(list: row))")
        #expect(try connection.value(String.self, "SELECT x FROM t WHERE id = 9") == "z")
    }
}
