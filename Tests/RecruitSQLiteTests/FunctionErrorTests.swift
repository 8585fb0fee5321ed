import RecruitSQLite
import Testing

private struct Refusal: Error {
    let secret = "Zoe Example"
}

@Suite struct FunctionErrorTests {
    @Test func `any error fails the statement and tells its type alone`() throws {
        let connection = try memory()
        try connection.addFunction("f") { (_: borrowing FunctionArguments) -> Int in throw Refusal() }
        for sql in ["SELECT f(1)", "SELECT f(\("Zoe Example"))"] as [SQL] {
            let error = sqliteError { try connection.run(sql) }
            #expect(error?.code == .error)
            #expect(error?.message == "f failed with Refusal")
            #expect(error?.sql == sql.text)
        }
        #expect(try connection.value(Int.self, "SELECT 1") == 1)
    }

    @Test(arguments: [
        (ResultCode.mismatch, ResultCode.mismatch), (.range, .range), (.constraintCheck, .constraintCheck),
        (.ok, .error), (.schema, .error), (.corrupt, .error), (.full, .error), (.noMemory, .error), (.io, .error),
        (ResultCode(rawValue: 100), .error), (ResultCode(rawValue: 101), .error), (ResultCode(rawValue: -1), .error),
    ])
    func `an SQLiteError keeps its words, and its code where SQLite gives it no other sense`(
        thrown: ResultCode, expected: ResultCode
    ) throws {
        let connection = try memory("CREATE TABLE t (x); INSERT INTO t VALUES (1); BEGIN")
        var calls = 0
        try connection.addFunction("f") { (_: borrowing FunctionArguments) -> Int in
            calls += 1
            throw SQLiteError(code: thrown, message: "not today")
        }
        let error = sqliteError { try connection.run("UPDATE t SET x = f(x)") }
        #expect(error?.code == expected)
        #expect(error?.message == "not today")
        #expect(calls == 1)
        #expect(connection.isInTransaction)
        try connection.execute("UPDATE t SET x = 2; COMMIT")
        #expect(try connection.value(Int.self, "SELECT x FROM t") == 2)
    }

    @Test func `what a message quotes is left out where values are bound`() throws {
        let connection = try memory()
        try connection.addFunction("f") { (arguments: borrowing FunctionArguments) -> Int in
            throw SQLiteError(code: .error, message: "no such scale: \"\(try arguments.text(0))\"")
        }
        #expect(sqliteError { try connection.run("SELECT f(\("Zoe"))") }?.message == "no such scale: ...")
    }

    @Test func `an answer that SQLite cannot hold is an error`() throws {
        let connection = try memory()
        connection.setLimit(.length, to: 1000)
        try connection.addFunction("nan") { (_: borrowing FunctionArguments) in Double.nan }
        try connection.addFunction("long") { (_: borrowing FunctionArguments) in String(repeating: "x", count: 2000) }
        #expect(sqliteError { try connection.run("SELECT nan()") }?.code == .mismatch)
        #expect(sqliteError { try connection.run("SELECT long()") }?.code == .tooBig)
    }

    @Test func `an argument that is no such value is told with the function's name`() throws {
        let connection = try memory()
        try connection.addFunction("half") { (arguments: borrowing FunctionArguments) in try arguments.int(0) / 2 }
        let error = sqliteError { try connection.run("SELECT half('x')") }
        #expect(error?.code == .mismatch)
        #expect(error?.message == "argument 0 of half is TEXT, not INTEGER")
    }

    @Test func `an error within a script names its statement`() throws {
        let connection = try memory()
        try connection.addFunction("f") { (_: borrowing FunctionArguments) -> Int in throw Refusal() }
        let error = sqliteError { try connection.execute("SELECT 1;\nSELECT f();") }
        #expect(error?.sql == "SELECT f()")
        #expect(error?.position?.line == 2)
    }
}
