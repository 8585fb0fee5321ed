import RecruitSQLite
import Testing

@Suite struct FunctionTests {
    @Test func `a function is called with its arguments and answers with any class`() throws {
        let connection = try memory()
        try connection.addFunction("echo", argumentCount: 1) { (arguments: borrowing FunctionArguments) in
            arguments.value(0)
        }
        for value in [
            Value.null, .integer(.min), .integer(.max), .real(0.1), .real(-.infinity), .text(""), .text("a\0b 张伟"),
            .blob([]), .blob([0, 255]),
        ] {
            #expect(try connection.value(Value.self, "SELECT echo(\(value))") == value)
        }
    }

    @Test func `arguments read as themselves alone`() throws {
        let connection = try memory()
        try connection.addFunction("kinds") { (arguments: borrowing FunctionArguments) in
            var read: [String] = []
            for index in 0..<arguments.count {
                if (try? arguments.int(index)) != nil { read.append("int") }
                if (try? arguments.double(index)) != nil { read.append("double") }
                if (try? arguments.text(index)) != nil { read.append("text") }
                if (try? arguments.blob(index)) != nil { read.append("blob") }
                if try arguments.isNull(index) { read.append("nil") }
                read.append(arguments.kind(index).rawValue + " \(arguments.withBytes(index) { $0.count })")
            }
            return read.joined(separator: " ")
        }
        #expect(
            try connection.value(String.self, "SELECT kinds(1, 1.5, '张', x'0001', NULL)")
                == "int INTEGER 0 double REAL 0 text TEXT 3 blob BLOB 2 nil NULL 0")
        #expect(try connection.value(String.self, "SELECT kinds()") == "")
    }

    @Test(arguments: [-1, 1, Int.max, Int.min])
    func `an argument that is not there is out of range and no trap`(index: Int) throws {
        let connection = try memory()
        try connection.addFunction("at", argumentCount: 1) { (arguments: borrowing FunctionArguments) in
            #expect(arguments.value(index) == .null)
            #expect(arguments.kind(index) == .null)
            #expect(arguments.withBytes(index) { $0.count } == 0)
            return try arguments.int(index)
        }
        let error = sqliteError { try connection.run("SELECT at(1)") }
        #expect(error?.code == .range)
        #expect(error?.message == "there is no argument \(index) of at: the call has 1")
    }

    @Test func `functions of one name stand side by side by their count, and the last of a count is called`() throws {
        let connection = try memory()
        for (count, name) in [(nil, "any"), (0, "none"), (2, "old"), (2, "two")] as [(Int?, String)] {
            try connection.addFunction("pick", argumentCount: count) { (_: borrowing FunctionArguments) in name }
        }
        let picked = try connection.first("SELECT pick(), pick(1), pick(1, 2), pick(1, 2, 3)") {
            (row: borrowing Row) in try (0..<4).map { try row.text($0) }
        }
        #expect(picked == ["none", "any", "two", "any"])
    }

    @Test func `a statement from the cache calls the function that was added last`() throws {
        let connection = try memory()
        func answer() throws -> Int { try connection.value(Int.self, "SELECT f(1)") }
        try connection.addFunction("f") { (_: borrowing FunctionArguments) in 1 }
        #expect(try answer() == 1)
        try connection.addFunction("f", argumentCount: 1) { (_: borrowing FunctionArguments) in 2 }
        #expect(try answer() == 2)
        try connection.removeFunction("f", argumentCount: 1)
        try connection.removeFunction("f")
        #expect(sqliteError { _ = try answer() }?.message.contains("no such function") == true)
        try connection.removeFunction("f")
    }

    @Test(arguments: ["", "a\0b", String(repeating: "n", count: 256)])
    func `a name that SQLite cannot take is misuse`(name: String) throws {
        let connection = try memory()
        #expect(
            sqliteError { try connection.addFunction(name) { (_: borrowing FunctionArguments) in 1 } }?.code == .misuse)
        #expect(sqliteError { try connection.removeFunction(name) }?.code == .misuse)
        #expect(sqliteError { try connection.addCollation(name, comparing: { _, _ in .same }) }?.code == .misuse)
    }

    @Test(arguments: [-2, -1, 128, Int.max, Int.min])
    func `a count of arguments that SQLite cannot take is out of range`(count: Int) throws {
        let connection = try memory()
        let error = sqliteError {
            try connection.addFunction("f", argumentCount: count) { (_: borrowing FunctionArguments) in 1 }
        }
        #expect(error?.code == .range)
    }

    @Test(arguments: [
        "CREATE VIEW v AS SELECT f() AS x; SELECT x FROM v",
        "CREATE TABLE t (x, CHECK (f() > 0)); INSERT INTO t VALUES (1)",
        "CREATE TABLE t (x DEFAULT (f())); INSERT INTO t DEFAULT VALUES",
        "CREATE TABLE t (x); CREATE INDEX i ON t (f())",
        "CREATE TABLE t (x); CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT f(); END; INSERT INTO t VALUES (1)",
        "CREATE TABLE t (x, y AS (f()))",
    ])
    func `nothing in a schema can call a function`(script: String) throws {
        let connection = try memory()
        try connection.addFunction("f", argumentCount: 0, isDeterministic: true) { (_: borrowing FunctionArguments) in 1
        }
        let error = sqliteError { try connection.execute(Script(raw: script)) }
        #expect(error?.message.contains("unsafe use of f()") == true, "\(error?.message ?? "no error")")
    }

    @Test func `a deterministic function of constants is called once`() throws {
        for (isDeterministic, expected) in [(true, 1), (false, 5)] {
            let connection = try memory()
            var calls = 0
            try connection.addFunction("f", argumentCount: 1, isDeterministic: isDeterministic) {
                (arguments: borrowing FunctionArguments) in
                calls += 1
                return try arguments.int(0)
            }
            try connection.run("WITH n(x) AS (VALUES (1), (2), (3), (4), (5)) SELECT f(7) + x FROM n")
            #expect(calls == expected)
        }
    }
}
