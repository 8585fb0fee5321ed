import RecruitSQLite
import Testing

@Suite struct StatementTests {
    @Test func `the same SQL in use gets a statement of its own`() throws {
        let connection = try memory("CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (1), (2), (3)")
        func values(_ least: Int, _ depth: Int) throws -> String {
            try connection.all("SELECT x FROM t WHERE x >= \(least) ORDER BY x") { (row: borrowing Row) in
                let x = try row.int(0)
                return depth == 0 ? "\(x)" : "\(x)(\(try values(x, depth - 1)))"
            }.joined(separator: " ")
        }
        #expect(try values(1, 2) == "1(1(1 2 3) 2(2 3) 3(3)) 2(2(2 3) 3(3)) 3(3(3))")
    }

    @Test func `a statement is free again after a throw, a mismatch and a wrong number of values`() throws {
        struct Stop: Error {}
        let connection = try memory("CREATE TABLE t (x TEXT); INSERT INTO t VALUES ('a'), ('b')")
        for _ in 0..<3 {
            #expect(throws: Stop.self) {
                try connection.forEach("SELECT x FROM t") { (_: borrowing Row) in throw Stop() }
            }
            #expect(throws: SQLiteError.self) {
                try connection.all("SELECT x FROM t") { (row: borrowing Row) in try row.int(0) }
            }
            #expect(throws: SQLiteError.self) { try connection.run(SQL(raw: "SELECT x FROM t", values: [.integer(1)])) }
        }
        // A statement that is still running would keep the table from being dropped.
        try connection.execute("DROP TABLE t")
    }

    @Test func `texts that begin with the same literal, or stand where another stood, are told apart`() throws {
        let connection = try memory("CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (1), (2), (3)")
        func sum(_ ending: SQL) throws -> Int {
            try connection.value(Int.self, "SELECT sum(x) FROM t WHERE x > \(ending)")
        }
        for _ in 0..<3 {
            #expect(try sum("\(1)") == 5)
            #expect(try sum("\(raw: "1")") == 5)
            #expect(try sum("\(raw: "2")") == 3)
            #expect(try sum("\(raw: "2") AND x < \(4)") == 3)
            #expect(try sum(SQL(raw: "?", values: [.integer(0)])) == 6)
        }
        for number in 0..<300 {
            // Memory that is free again is given to the next text of the same length.
            var text = "SELECT sum(x) + \(1000 + number % 7) FROM t"
            #expect(try connection.value(Int.self, SQL(raw: text)) == 1006 + number % 7)
            text.replace("sum", with: "max")
            #expect(try connection.value(Int.self, SQL(raw: text)) == 1003 + number % 7)
        }
    }

    @Test func `more texts than the cache holds all work`() throws {
        let connection = try memory("CREATE TABLE t (x INTEGER) STRICT")
        for round in 0..<3 {
            for number in 0..<200 {
                #expect(try connection.value(Int.self, "SELECT \(raw: String(number)) + \(round)") == number + round)
            }
        }
        // SQLite's own count of the statements that a connection holds.
        #expect(try connection.value(Int.self, "SELECT count(*) FROM sqlite_stmt") <= 65)
    }

    @Test(arguments: ["other texts", "an authorizer", "the same text", "its connection let go"])
    func `a statement at work lives on where the cache lets it go`(reason: String) throws {
        var connection: Connection? = try memory()
        var numbers: [Int] = []
        func count(_ depth: Int) throws {
            try connection?.forEach("SELECT value FROM json_each(\("[1, 2, 3]"))") { (row: borrowing Row) in
                numbers.append(try row.int(0))
                guard numbers.count == 1 + depth else { return }
                switch reason {
                case "other texts":
                    for number in 0..<200 { try connection?.run("SELECT \(raw: String(number))") }
                case "an authorizer": connection?.authorize(nil)
                case "the same text": if depth < 9 { try count(depth + 1) }
                default: connection = nil
                }
            }
        }
        try count(0)
        #expect(numbers.count == (reason == "the same text" ? 30 : 3))
        #expect(numbers.suffix(2) == [2, 3])
        guard let connection else { return }
        #expect(try connection.value(Int.self, "SELECT count(*) FROM sqlite_stmt WHERE busy") == 1)
        #expect(try connection.value(Int.self, "SELECT count(*) FROM sqlite_stmt") <= 65)
    }

    @Test func `a cached statement follows a change of the schema`() throws {
        let connection = try memory("CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1)")
        func columns() throws -> Int? {
            try connection.first("SELECT * FROM t") { (row: borrowing Row) in row.columnCount }
        }
        #expect(try columns() == 1)
        try connection.execute("ALTER TABLE t ADD COLUMN y TEXT")
        #expect(try columns() == 2)
    }

    @Test func `parts are put together with their values`() throws {
        let connection = try memory()
        let condition: SQL = "x > \(1) AND x < \(4)"
        let order = "x DESC"
        let sql: SQL =
            "WITH t(x) AS (VALUES (1), (2), (3), (4)) SELECT x FROM t WHERE \(condition) OR x = \(4) ORDER BY \(raw: order)"
        #expect(sql.values == [.integer(1), .integer(4), .integer(4)])
        #expect(sql.text.hasSuffix("WHERE x > ? AND x < ? OR x = ? ORDER BY x DESC"))
        #expect(try connection.all(sql) { (row: borrowing Row) in try row.int(0) } == [4, 3, 2])
        let alone: SQL = "\(condition)"
        #expect(alone.text == "x > ? AND x < ?")
        #expect(("\(raw: "SELECT ")\(1)" as SQL).text == "SELECT ?")
        #expect(("\(1)\(raw: " + ")\(2)" as SQL).text == "? + ?")
        #expect("\(condition)" == "x > ? AND x < ?")
        #expect(String(reflecting: condition) == "x > ? AND x < ?")
        let list: SQL = "(\(SQL(raw: "? , ?", values: [.integer(1), .integer(2)])), \(3))"
        #expect(list.text == "(? , ?, ?)")
        #expect(list.values == [.integer(1), .integer(2), .integer(3)])
    }

    @Test func `a statement by hand`() throws {
        let connection = try memory(
            "CREATE TABLE t (a INTEGER, b TEXT); INSERT INTO t VALUES (1, 'x'), (2, 'y'), (3, NULL)")
        let statement = try connection.prepare("SELECT a AS first, b FROM t WHERE a >= :least AND a <> ? ; SELECT 2")
        #expect(statement.columnNames == ["first", "b"])
        #expect(statement.parameterNames == [":least", nil])
        #expect(statement.tail == " SELECT 2")
        #expect(statement.sql == "SELECT a AS first, b FROM t WHERE a >= :least AND a <> ? ;")
        #expect(statement.isReadOnly)
        try statement.bind(2, named: ":least")
        try statement.bind(nil as Int?, at: 2)
        #expect(try !statement.step())
        try statement.bind(0, at: 2)
        var picture: [String] = []
        for _ in 0..<2 {
            while try statement.step() {
                picture.append(
                    try statement.withRow { (row: borrowing Row) in "\(try row.int(0)) \(try row.textOrNil(1) ?? "-")" }
                )
            }
            #expect(try !statement.step())
            statement.reset()
        }
        #expect(picture == ["2 y", "3 -", "2 y", "3 -"])
        statement.clearBindings()
        #expect(try !statement.step())
    }

    @Test func `what is wrong by hand throws and traps nothing`() throws {
        let connection = try memory("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2)")
        let statement = try connection.prepare("SELECT a FROM t WHERE a > ?")
        for index in [0, -1, 2, Int.max, Int.min] {
            #expect(sqliteError { try statement.bind(1, at: index) }?.code == .range)
        }
        #expect(sqliteError { try statement.bind(1, named: ":none") }?.code == .range)
        #expect(sqliteError { try statement.run(1, 2) }?.code == .range)
        #expect(sqliteError { try statement.run() }?.code == .range)
        // Standing on a row it takes neither values nor a run.
        try statement.bind(0, at: 1)
        #expect(try statement.step())
        #expect(sqliteError { try statement.bind(1, at: 1) }?.code == .misuse)
        #expect(sqliteError { try statement.run(0) }?.code == .misuse)
        #expect(try statement.withRow { (row: borrowing Row) in try row.int(0) } == 1)
        statement.reset()
        #expect(statement.withRow { (row: borrowing Row) in row.columnCount } == 0)
        // Used within its own run it refuses, and the run goes on.
        var refused = 0
        let all = try statement.all(0) { (row: borrowing Row) in
            if sqliteError({ try statement.run(1) })?.code == .misuse { refused += 1 }
            if sqliteError({ _ = try statement.step() })?.code == .misuse { refused += 1 }
            statement.reset()
            statement.clearBindings()
            return try row.int(0)
        }
        #expect(all == [1, 2])
        #expect(refused == 4)
        statement.finalize()
        statement.finalize()
        #expect(sqliteError { try statement.run(0) }?.message == "the statement is finalized")
        #expect(sqliteError { _ = try statement.step() }?.code == .misuse)
        #expect(statement.columnNames == [])
        #expect(statement.parameterNames == [])
        statement.reset()
        statement.clearBindings()
    }

    @Test func `a statement finalized or closed within its row stays safe`() throws {
        let connection = try memory(
            "CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('long enough to be on the heap'), ('b')")
        let statement = try connection.prepare("SELECT a FROM t")
        #expect(try statement.step())
        let text = try statement.withRow { (row: borrowing Row) in
            statement.finalize()
            return try row.text(0)
        }
        #expect(text == "long enough to be on the heap")
        let other = try connection.prepare("SELECT a FROM t")
        let error = sqliteError {
            _ = try other.all { (row: borrowing Row) in
                connection.close()
                return row.value(0)
            }
        }
        #expect(error?.code == .misuse)
        #expect(sqliteError { _ = try other.step() }?.message == "the connection is closed")
        #expect(sqliteError { try connection.run("SELECT 1") }?.message == "the connection is closed")
        #expect(sqliteError { try connection.execute("SELECT 1") }?.message == "the connection is closed")
        #expect(sqliteError { _ = try connection.prepare("SELECT 1") }?.message == "the connection is closed")
        #expect(!connection.isInTransaction)
        #expect(connection.changes == 0)
        connection.close()
    }

    @Test func `a statement keeps its connection open`() throws {
        func prepare() throws -> Statement {
            try memory("CREATE TABLE t (x); INSERT INTO t VALUES (7)").prepare("SELECT x FROM t")
        }
        let statement = try prepare()
        #expect(try statement.first { (row: borrowing Row) in try row.int(0) } == 7)
    }

    @Test func `a run's values serve no later step by accident`() throws {
        let connection = try memory("CREATE TABLE t (a TEXT)")
        let statement = try connection.prepare("INSERT INTO t VALUES (?)")
        try statement.run(String(repeating: "long", count: 50_000))
        try statement.run("short")
        _ = try statement.step()
        #expect(
            try connection.all("SELECT length(a) FROM t") { (row: borrowing Row) in try row.intOrNil(0) } == [
                200_000, 5, nil,
            ])
    }

    @Test func `many and large values of one run stay in place`() throws {
        let connection = try memory()
        let texts = (0..<100).map { String(repeating: "\($0)-", count: 1 + $0 * 37) }
        let marks = repeatElement("?", count: texts.count).joined(separator: " || ")
        for _ in 0..<3 {
            let joined = try connection.first(SQL(raw: "SELECT \(marks)", values: texts.map { .text($0) })) {
                (row: borrowing Row) in
                try row.text(0)
            }
            #expect(joined == texts.joined())
        }
    }

    @Test func `run counts the rows of its own statement alone`() throws {
        let connection = try memory("CREATE TABLE t (a INTEGER)")
        #expect(try connection.run("INSERT INTO t VALUES (1), (2), (3)") == 3)
        #expect(try connection.run("SELECT * FROM t") == 0)
        #expect(try connection.run("CREATE TABLE u (a)") == 0)
        #expect(try connection.run("UPDATE t SET a = 9 WHERE a > 1") == 2)
        #expect(try connection.run("DELETE FROM t WHERE a = 77") == 0)
        #expect(try connection.run("INSERT INTO t VALUES (4) RETURNING a") == 1)
        #expect(connection.totalChanges == 6)
    }

    @Test func `a writing statement runs to its end though one row is wanted`() throws {
        let connection = try memory("CREATE TABLE t (a INTEGER)")
        let first = try connection.first("INSERT INTO t VALUES (1), (2) RETURNING a") { (row: borrowing Row) in
            try row.int(0)
        }
        #expect(first == 1)
        #expect(try connection.value(Int.self, "SELECT count(*) FROM t") == 2)
        #expect(try connection.value(Int.self, "INSERT INTO t VALUES (5) RETURNING a") == 5)
    }
}
