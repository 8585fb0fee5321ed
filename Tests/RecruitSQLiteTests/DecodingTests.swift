import RecruitSQLite
import Testing

@Suite struct DecodingTests {
    static let kinds = ["NULL", "1", "1.5", "'x'", "x'00ff'"]

    @Test func `every class reads as itself alone`() throws {
        let connection = try memory()
        var picture = ""
        for kind in Self.kinds {
            var line = kind
            let attempts: [(String, (borrowing Row) throws -> Void)] = [
                ("int", { (row: borrowing Row) in _ = try row.int(0) }),
                ("int32", { (row: borrowing Row) in _ = try row.get(0, as: Int32.self) }),
                ("bool", { (row: borrowing Row) in _ = try row.bool(0) }),
                ("double", { (row: borrowing Row) in _ = try row.double(0) }),
                ("text", { (row: borrowing Row) in _ = try row.text(0) }),
                ("blob", { (row: borrowing Row) in _ = try row.blob(0) }),
                ("intOrNil", { (row: borrowing Row) in _ = try row.intOrNil(0) }),
                ("Double?", { (row: borrowing Row) in _ = try row.get(0, as: Double?.self) }),
                ("textOrNil", { (row: borrowing Row) in _ = try row.textOrNil(0) }),
                ("blobOrNil", { (row: borrowing Row) in _ = try row.blobOrNil(0) }),
                ("Value", { (row: borrowing Row) in _ = try row.get(0, as: Value.self) }),
            ]
            for (name, attempt) in attempts {
                try connection.forEach("SELECT \(raw: kind)") { (row: borrowing Row) in
                    do {
                        try attempt(row)
                        line += " " + name
                    } catch let error as SQLiteError {
                        #expect(error.code == .mismatch)
                    }
                }
            }
            picture += line + "\n"
        }
        #expect(
            picture == """
                NULL intOrNil Double? textOrNil blobOrNil Value
                1 int int32 bool intOrNil Value
                1.5 double Double? Value
                'x' text textOrNil Value
                x'00ff' blob blobOrNil Value

                """)
    }

    @Test(arguments: [
        ("SELECT 'secret' AS name", "column 0 (name) is TEXT, not INTEGER"),
        ("SELECT NULL AS age", "column 0 (age) is NULL, not INTEGER"),
        ("SELECT 9223372036854775807.0 AS n", "column 0 (n) is REAL, not INTEGER"),
    ])
    func `a mismatch names the column and both classes and never the value`(sql: String, message: String) throws {
        let connection = try memory()
        let error = sqliteError { _ = try connection.value(Int.self, SQL(raw: sql)) }
        #expect(error?.message == message)
        #expect(error?.sql == sql)
    }

    @Test(arguments: [Int64.min, -1, 0, 1, Int64(Int32.max), Int64(Int32.max) + 1, Int64.max])
    func `an integer comes back whole or not at all`(number: Int64) throws {
        let connection = try memory()
        #expect(try connection.value(Int64.self, "SELECT \(number)") == number)
        let small = try? connection.value(Int32.self, "SELECT \(number)")
        #expect(small == Int32(exactly: number))
        if small == nil {
            let error = sqliteError { _ = try connection.value(Int32.self, "SELECT \(number) AS n") }
            #expect(error?.message == "column 0 (n) does not fit")
        }
    }

    @Test func `a bool is 0 or 1`() throws {
        let connection = try memory()
        #expect(try connection.value(Bool.self, "SELECT \(true)"))
        #expect(try !connection.value(Bool.self, "SELECT \(false)"))
        #expect(sqliteError { _ = try connection.value(Bool.self, "SELECT 2") }?.code == .mismatch)
    }

    @Test(arguments: [-1, 1, 7, Int.max, Int.min, 1 << 32])
    func `a column that is not there is out of range and no trap`(index: Int) throws {
        let connection = try memory()
        try connection.forEach("SELECT 1") { (row: borrowing Row) in
            #expect(row.kind(index) == .null)
            #expect(row.value(index) == .null)
            #expect(row.columnName(index) == "")
            #expect(row.withBytes(index) { $0.count } == 0)
            do {
                _ = try row.get(index, as: Int?.self)
                Issue.record("read column \(index)")
            } catch let error as SQLiteError {
                #expect(error.code == .range)
                #expect(error.message == "there is no column \(index): the row has 1")
            }
        }
    }

    @Test(arguments: [
        "", "plain", "a\0b", "\0", "Zoë", "张伟", "👩🏽‍🔬", String(repeating: "長", count: 100_000),
    ])
    func `text comes back whole by every way in and out`(text: String) throws {
        let connection = try memory("CREATE TABLE t (x TEXT NOT NULL) STRICT")
        try connection.run("INSERT INTO t VALUES (\(text))")
        try connection.run("INSERT INTO t VALUES (\(text[...]))")
        let statement = try connection.prepare("INSERT INTO t VALUES (:text)")
        try statement.run(text)
        try statement.bind(text, named: ":text")
        #expect(try !statement.step())
        #expect(
            try connection.all("SELECT x FROM t") { (row: borrowing Row) in try row.text(0) } == [
                text, text, text, text,
            ])
        let bytes = try connection.first("SELECT x FROM t") { (row: borrowing Row) in row.withBytes(0) { Array($0) } }
        #expect(bytes == Array(text.utf8))
        #expect(try connection.value(Int.self, "SELECT count(DISTINCT x) FROM t") == 1)
    }

    @Test func `text that is no UTF-8 is repaired as a String and comes as it is as bytes`() throws {
        let connection = try memory()
        try connection.forEach("SELECT CAST(x'61ff62c3' AS TEXT)") { (row: borrowing Row) in
            let text = try row.text(0)
            #expect(text == "a\u{FFFD}b\u{FFFD}")
            #expect(row.withBytes(0) { Array($0) } == [0x61, 0xFF, 0x62, 0xC3])
            #expect(row.value(0) == .text("a\u{FFFD}b\u{FFFD}"))
        }
    }

    @Test func `a database in UTF-16 reads the same`() throws {
        let connection = try memory("PRAGMA encoding='UTF-16le'; CREATE TABLE t (x TEXT)")
        try connection.run("INSERT INTO t VALUES (\("Zoë 张伟"))")
        #expect(try connection.value(String.self, "SELECT x FROM t") == "Zoë 张伟")
        #expect(
            try connection.first("SELECT x FROM t") { (row: borrowing Row) in row.withBytes(0) { Array($0) } }
                == Array("Zoë 张伟".utf8))
    }

    @Test(arguments: [[], [0], [0, 255, 0], Array(repeating: 7, count: 200_000)] as [[UInt8]])
    func `a blob comes back whole, and an empty one is not NULL`(bytes: [UInt8]) throws {
        let connection = try memory()
        #expect(try connection.value([UInt8].self, "SELECT \(bytes)") == bytes)
        let statement = try connection.prepare("SELECT ?")
        #expect(try statement.first(bytes) { (row: borrowing Row) in try row.blob(0) } == bytes)
        try statement.bind(bytes, at: 1)
        #expect(try statement.step())
        #expect(try statement.withRow { (row: borrowing Row) in try row.blob(0) } == bytes)
    }

    @Test func `a real comes back to the bit, and NaN is refused`() throws {
        let connection = try memory()
        for number in [0.1, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude] {
            #expect(try connection.value(Double.self, "SELECT \(number)").bitPattern == number.bitPattern)
        }
        #expect(sqliteError { try connection.run("SELECT \(Double.nan)") }?.code == .mismatch)
    }

    enum Stage: String, Bindable, ColumnDecodable { case received, rejected }

    @Test func `an enumeration is bound and read by its raw value`() throws {
        let connection = try memory()
        #expect(try connection.value(Stage.self, "SELECT \(Stage.rejected)") == .rejected)
        #expect(try connection.value(Stage?.self, "SELECT \(nil as Stage?)") == nil)
        let error = sqliteError { _ = try connection.value(Stage.self, "SELECT 'lost' AS stage") }
        #expect(error?.message == "column 0 (stage) is TEXT, not Stage")
        #expect(
            try connection.prepare("SELECT ?").first(Stage.received) { (row: borrowing Row) in try row.get(0) }
                == Stage.received)
    }
}
