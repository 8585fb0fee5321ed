import RecruitSQLite
import Testing

@Suite struct FunctionNestingTests {
    @Test func `a function may ask and change the connection that calls it`() throws {
        let connection = try memory("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2), (3); CREATE TABLE log (x)")
        try connection.addFunction("rank", argumentCount: 1) { (arguments: borrowing FunctionArguments) in
            let x = try arguments.int(0)
            try arguments.connection.run("INSERT INTO log VALUES (\(x))")
            return try arguments.connection.value(Int.self, "SELECT count(*) FROM t WHERE x <= \(x)")
        }
        #expect(try connection.all("SELECT rank(x) FROM t") { (row: borrowing Row) in try row.int(0) } == [1, 2, 3])
        #expect(try connection.value(Int.self, "SELECT count(*) FROM log") == 3)
    }

    @Test func `a function that calls itself without an end is an error`() throws {
        let connection = try memory()
        var calls = 0
        try connection.addFunction("f") { (arguments: borrowing FunctionArguments) in
            calls += 1
            return try arguments.connection.value(Int.self, "SELECT f()")
        }
        let error = sqliteError { try connection.run("SELECT f()") }
        #expect(error?.message == "functions and statements call each other too deeply")
        #expect(calls == 50)
        #expect(try connection.value(Int.self, "SELECT 1") == 1)
    }

    @Test func `a statement stays whole while a function of its own resets, binds, steps and finalizes it`() throws {
        let connection = try memory()
        var held: Statement?
        var tried: [ResultCode?] = []
        try connection.addFunction("f", argumentCount: 1) { (_: borrowing FunctionArguments) in
            held?.reset()
            held?.clearBindings()
            tried = [
                sqliteError { try held?.bind(2, at: 1) }?.code, sqliteError { _ = try held?.step() }?.code,
                sqliteError { try held?.run(2) }?.code,
            ]
            #expect(held?.withRow { (row: borrowing Row) in row.value(0) } == .null)
            held?.finalize()
            return 7
        }
        let statement = try connection.prepare("SELECT f(?)")
        held = statement
        try statement.bind(1, at: 1)
        #expect(try statement.step())
        #expect(tried == [.misuse, .misuse, .misuse])
        #expect(sqliteError { _ = try statement.step() }?.message == "the statement is finalized")
        held = nil
        let other = try connection.prepare("SELECT f(?)")
        held = other
        #expect(sqliteError { try other.run(1) } == nil)
        #expect(sqliteError { try other.run(1) }?.message == "the statement is finalized")
        // The function holds the statement, and the statement its connection with the function.
        held = nil
    }

    @Test func `a function that closes its connection fails the statement, and the connection is closed after it`()
        throws
    {
        try withTemporaryFolder { folder in
            let connection = try Connection(path: folder + "/a.db", access: .create)
            try connection.execute("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2)")
            try connection.addFunction("shut") { (arguments: borrowing FunctionArguments) in
                try arguments.connection.close()
                return 1
            }
            #expect(sqliteError { try connection.execute("UPDATE t SET x = shut(); SELECT 1") } != nil)
            #expect(sqliteError { try connection.run("SELECT 1") }?.message == "the connection is closed")
            #expect(
                try Connection(path: folder + "/a.db", access: .readWrite).value(Int.self, "SELECT sum(x) FROM t") == 3)
        }
    }

    @Test func `an aggregate and a collation may close their connection too`() throws {
        let script: Script = "CREATE TABLE t (x); INSERT INTO t VALUES ('b'), ('a'), ('c')"
        let one = try memory(script)
        try one.addAggregate(
            "shut", initial: { 0 },
            step: { (_: inout Int, arguments: borrowing FunctionArguments) in try arguments.connection.close() },
            result: { $0 })
        #expect(sqliteError { try one.run("SELECT shut(x) FROM t") } != nil)
        #expect(sqliteError { try one.run("SELECT 1") }?.code == .misuse)
        let two = try memory(script)
        try two.addCollation(
            "shut",
            comparing: { [unowned two] _, _ in
                two.close()
                return .same
            })
        #expect(
            sqliteError { _ = try two.all("SELECT x FROM t ORDER BY x COLLATE shut") { (_: borrowing Row) in 0 } }
                != nil)
        #expect(sqliteError { try two.run("SELECT 1") }?.code == .misuse)
    }

    @Test func `a function is not replaced or removed while statements run`() throws {
        let connection = try memory()
        try connection.addFunction("f", argumentCount: 0) { (arguments: borrowing FunctionArguments) in
            try arguments.connection.removeFunction("f", argumentCount: 0)
            return 1
        }
        #expect(sqliteError { try connection.run("SELECT f()") }?.code == .busy)
        try connection.removeFunction("f", argumentCount: 0)
    }
}
