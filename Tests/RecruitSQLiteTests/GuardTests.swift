import RecruitSQLite
import Testing

@Suite struct GuardTests {
    @Test func `an authorizer sees what a statement would do`() throws {
        let connection = try memory("CREATE TABLE t (x INTEGER, y TEXT); CREATE VIEW v AS SELECT y FROM t")
        var seen: [String] = []
        connection.authorize { action in
            seen.append(
                "\(action.operation) "
                    + [action.first, action.second, action.database, action.source].map { $0 ?? "-" }.joined(
                        separator: " "))
            return .allow
        }
        _ = try connection.all("SELECT max(y) FROM v") { (row: borrowing Row) in row.value(0) }
        connection.authorize(nil)
        _ = try connection.all("SELECT x FROM t") { (row: borrowing Row) in row.value(0) }
        #expect(seen.contains("read t y main v"))
        #expect(seen.contains("function - max - -"))
        #expect(!seen.contains("read t x main -"))
    }

    @Test func `what an authorizer denies is not prepared, not even from the cache`() throws {
        let connection = try memory("CREATE TABLE t (open INTEGER, closed TEXT); INSERT INTO t VALUES (1, 'secret')")
        func read() throws -> String { try connection.value(String.self, "SELECT closed FROM t") }
        let held = try connection.prepare("SELECT closed FROM t")
        #expect(try read() == "secret")
        connection.authorize { $0.operation == .read && $0.second == "closed" ? .deny : .allow }
        #expect(sqliteError { _ = try read() }?.code == .auth)
        #expect(sqliteError { _ = try held.step() }?.code == .auth)
        #expect(try connection.value(Int.self, "SELECT open FROM t") == 1)
        connection.authorize(nil)
        #expect(try read() == "secret")
    }

    @Test func `a progress handler ends a statement that runs too long`() throws {
        let connection = try memory()
        var asked = 0
        connection.onProgress(every: 1000) {
            asked += 1
            return asked > 10
        }
        let endless: SQL = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
        #expect(sqliteError { _ = try connection.value(Int.self, endless) }?.code == .interrupt)
        #expect(asked == 11)
        connection.onProgress(every: 1000, nil)
        #expect(try connection.value(Int.self, "SELECT 1") == 1)
    }

    @Test func `an authorizer and a progress handler that use or close their connection do no harm`() throws {
        let script: Script = "CREATE TABLE t (x); INSERT INTO t VALUES (1), (2), (3)"
        let count: SQL = "SELECT count(*) FROM t, t, t"
        let asking = try memory(script)
        asking.authorize { [unowned asking] _ in (try? asking.value(Int.self, "SELECT 1")) == nil ? .deny : .allow }
        _ = sqliteError { _ = try asking.value(Int.self, count) }
        asking.authorize(nil)
        asking.onProgress(every: 1) { [unowned asking] in (try? asking.value(Int.self, count)) == nil }
        #expect(sqliteError { _ = try asking.value(Int.self, count) }?.code == .interrupt)
        asking.onProgress(every: 1, nil)
        #expect(try asking.value(Int.self, "SELECT 1") == 1)
        let closing = try memory(script)
        closing.authorize { [unowned closing] _ in
            closing.close()
            return .allow
        }
        #expect(sqliteError { _ = try closing.value(Int.self, "SELECT count(*) FROM t") } != nil)
        #expect(sqliteError { _ = try closing.value(Int.self, "SELECT 1") }?.message == "the connection is closed")
        let ending = try memory(script)
        ending.onProgress(every: 1) { [unowned ending] in
            ending.close()
            return false
        }
        #expect(sqliteError { _ = try ending.value(Int.self, "SELECT count(*) FROM t") }?.code == .interrupt)
        #expect(sqliteError { _ = try ending.value(Int.self, "SELECT 1") }?.message == "the connection is closed")
    }

    @Test func `an interrupt within a row ends the statement`() throws {
        let connection = try memory()
        let error = sqliteError {
            try connection.forEach("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n") {
                (row: borrowing Row) in if try row.int(0) == 5 { connection.interrupt() }
            }
        }
        #expect(error?.code == .interrupt)
        #expect(try connection.value(Int.self, "SELECT 1") == 1)
    }

    @Test func `a limit is set, told and felt`() throws {
        let connection = try memory()
        let before = connection.limit(.length)
        #expect(connection.setLimit(.length, to: 1000) == before)
        #expect(connection.limit(.length) == 1000)
        #expect(
            sqliteError { _ = try connection.value(String.self, "SELECT \(String(repeating: "x", count: 2000))") }?.code
                == .tooBig)
        #expect(connection.setLimit(.length, to: Int.max) == 1000)
        #expect(connection.limit(.length) == before)
    }

    @Test func `a copy is whole, compact and never over another file`() throws {
        try withTemporaryFolder { folder in
            let connection = try memory("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
            try connection.vacuum(into: folder + "/copy.db")
            let error = sqliteError { try connection.vacuum(into: folder + "/copy.db") }
            #expect(error.map { ResultCode.cantOpen ~= $0.code } == true)
            #expect(
                try Connection(path: folder + "/copy.db", access: .readOnly).value(Int.self, "SELECT x FROM t") == 1)
            let within = sqliteError {
                try connection.transaction { try connection.vacuum(into: folder + "/other.db") }
            }
            #expect(within?.code == .misuse)
            #expect(sqliteError { _ = try Connection(path: folder + "/other.db", access: .readOnly) } != nil)
        }
    }

    @Test func `a backup replaces the other database`() throws {
        let one = try memory("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        let two = try memory("CREATE TABLE u (x)")
        try one.backup(to: two)
        #expect(try two.value(Int.self, "SELECT x FROM t") == 1)
        #expect(sqliteError { _ = try two.value(Int.self, "SELECT count(*) FROM u") } != nil)
    }
}
