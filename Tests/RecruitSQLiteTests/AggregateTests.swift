import RecruitSQLite
import Testing

@Suite struct AggregateTests {
    private func connection() throws -> Connection {
        let connection = try memory(
            "CREATE TABLE t (kind TEXT, x); INSERT INTO t VALUES ('a', 1), ('b', 10), ('a', 3), ('a', 2), ('b', 20)")
        try connection.addAggregate(
            "median", argumentCount: 1, isDeterministic: true, initial: { [] as [Int] },
            step: { (state: inout [Int], arguments: borrowing FunctionArguments) in
                if let x = try arguments.intOrNil(0) { state.append(x) }
            },
            result: { state in state.isEmpty ? nil : state.sorted()[state.count / 2] })
        return connection
    }

    @Test func `each group is answered from its own rows`() throws {
        let rows = try connection().all("SELECT kind, median(x) FROM t GROUP BY kind ORDER BY kind") {
            (row: borrowing Row) in "\(try row.text(0)) \(try row.int(1))"
        }
        #expect(rows == ["a 2", "b 20"])
    }

    @Test func `a group without rows is answered from the initial state`() throws {
        #expect(try connection().value(Int?.self, "SELECT median(x) FROM t WHERE false") == nil)
    }

    @Test func `two aggregates in one statement, and DISTINCT and FILTER, keep apart`() throws {
        let row = try connection().first(
            "SELECT median(x), median(x) FILTER (WHERE kind = 'b'), median(DISTINCT x / 10) FROM t"
        ) { (row: borrowing Row) in try (0..<3).map { try row.int($0) } }
        #expect(row == [3, 20, 1])
    }

    @Test func `an error of the answer fails the statement`() throws {
        let connection = try connection()
        try connection.addAggregate(
            "fails", initial: { 0 }, step: { (_: inout Int, _: borrowing FunctionArguments) in },
            result: { (_: Int) -> Int in throw SQLiteError(code: .range, message: "no rows wanted") })
        #expect(sqliteError { try connection.run("SELECT fails(x) FROM t") }?.message == "no rows wanted")
        #expect(sqliteError { try connection.run("SELECT fails(x) FROM t WHERE false") }?.code == .range)
    }

    @Test func `an aggregate is no part of a schema and no window function`() throws {
        let connection = try connection()
        #expect(
            sqliteError { try connection.execute("CREATE VIEW v AS SELECT median(x) FROM t; SELECT * FROM v") } != nil)
        #expect(sqliteError { try connection.run("SELECT median(x) OVER () FROM t") } != nil)
    }
}

@Suite struct CollationTests {
    private static let script: Script = """
        CREATE TABLE t (x TEXT); INSERT INTO t VALUES ('b10'), ('B9'), (''), ('b9'), ('zoé')
        """

    /// By length first: no built-in order does that.
    private static func byLength(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> CollationOrder {
        if first.count != second.count { return first.count < second.count ? .before : .after }
        for (one, two) in zip(first, second) where one != two { return one < two ? .before : .after }
        return .same
    }

    @Test func `rows are put into the order of a collation`() throws {
        let connection = try memory(Self.script)
        try connection.addCollation("length", comparingBytes: Self.byLength)
        let rows = try connection.all("SELECT x FROM t ORDER BY x COLLATE length") { (row: borrowing Row) in
            try row.text(0)
        }
        #expect(rows == ["", "B9", "b9", "b10", "zoé"])
    }

    @Test func `equality and groups follow the collation, by whole texts`() throws {
        let connection = try memory(Self.script)
        try connection.addCollation(
            "folded",
            comparing: { first, second in
                let (first, second) = (first.lowercased(), second.lowercased())
                return first == second ? .same : first < second ? .before : .after
            })
        #expect(try connection.value(Int.self, "SELECT count(DISTINCT x COLLATE folded) FROM t") == 4)
        #expect(try connection.value(Int.self, "SELECT count(*) FROM t WHERE x = \("ZOÉ") COLLATE folded") == 1)
        #expect(try connection.value(Bool.self, "SELECT \("A\0B") = \("a\0b") COLLATE folded"))
    }

    @Test func `a collation that contradicts itself gives some order and no harm`() throws {
        let connection = try memory(Self.script)
        try connection.addCollation("mad", comparing: { _, _ in .after })
        #expect(
            try connection.all("SELECT x FROM t ORDER BY x COLLATE mad") { (row: borrowing Row) in try row.text(0) }
                .count
                == 5)
    }

    @Test func `a removed collation is unknown`() throws {
        let connection = try memory(Self.script)
        try connection.addCollation("length", comparingBytes: Self.byLength)
        try connection.removeCollation("length")
        try connection.removeCollation("length")
        let error = sqliteError { try connection.run("SELECT x FROM t ORDER BY x COLLATE length") }
        #expect(error?.message.contains("no such collation sequence") == true)
    }

    @Test(arguments: ["BINARY", "nocase", "RTrim"])
    func `the collations that indexes are kept in are not replaced`(name: String) throws {
        let connection = try memory()
        #expect(sqliteError { try connection.addCollation(name, comparing: { _, _ in .same }) }?.code == .misuse)
        #expect(sqliteError { try connection.removeCollation(name) }?.code == .misuse)
    }
}
