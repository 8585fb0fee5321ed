import RecruitSQLite
import Testing

private final class Witness {
    let order = CollationOrder.same
}

/// Adds one thing of each sort that holds a witness, and lends a way to see whether any is left.
private func witnesses(_ connection: Connection) throws -> () -> Int {
    weak var inFunction: Witness?
    weak var inAggregate: Witness?
    weak var inCollation: Witness?
    do {
        let (one, two, three) = (Witness(), Witness(), Witness())
        (inFunction, inAggregate, inCollation) = (one, two, three)
        try connection.addFunction("f") { (_: borrowing FunctionArguments) in Int(one.order.rawValue) }
        try connection.addAggregate(
            "a", initial: { 0 }, step: { (_: inout Int, _: borrowing FunctionArguments) in _ = two }, result: { $0 })
        try connection.addCollation("c", comparing: { _, _ in three.order })
    }
    return { [inFunction, inAggregate, inCollation].count { $0 != nil } }
}

@Suite struct FunctionLifetimeTests {
    @Test func `closures are released when they are removed`() throws {
        let connection = try memory()
        let left = try witnesses(connection)
        #expect(left() == 3)
        try connection.removeFunction("f")
        #expect(left() == 2)
        try connection.removeFunction("a")
        try connection.removeCollation("c")
        #expect(left() == 0)
    }

    @Test func `closures are released when they are replaced, or refused`() throws {
        let connection = try memory()
        let left = try witnesses(connection)
        let others = try witnesses(connection)
        #expect(left() == 0)
        #expect(others() == 3)
        weak var refused: Witness?
        try connection.forEach("SELECT 1") { (_: borrowing Row) in
            let witness = Witness()
            refused = witness
            let function = sqliteError {
                try connection.addFunction("f") { (_: borrowing FunctionArguments) in Int(witness.order.rawValue) }
            }
            let collation = sqliteError { try connection.addCollation("c", comparing: { _, _ in witness.order }) }
            #expect(function?.code == .busy)
            #expect(collation?.code == .busy)
        }
        #expect(refused == nil)
    }

    @Test func `closures are released with the connection, closed or left`() throws {
        let closed = try memory()
        let left = try witnesses(closed)
        closed.close()
        #expect(left() == 0)
        let leftToo = try witnesses(try memory())
        #expect(leftToo() == 0)
        #expect(sqliteError { try closed.removeFunction("f") }?.code == .misuse)
        #expect(sqliteError { try closed.addCollation("c", comparing: { _, _ in .same }) }?.code == .misuse)
    }

    @Test func `a statement that outlives its connection still calls, and asks in vain for the connection`() throws {
        var connection: Connection? = try memory()
        try connection?.addFunction("f", argumentCount: 0) { (_: borrowing FunctionArguments) in 7 }
        try connection?.addFunction("g", argumentCount: 0) { (arguments: borrowing FunctionArguments) in
            try arguments.connection.value(Int.self, "SELECT 1")
        }
        let f = try connection?.prepare("SELECT f()")
        let g = try connection?.prepare("SELECT g()")
        connection = nil
        #expect(try f?.first { (row: borrowing Row) in try row.int(0) } == 7)
        #expect(sqliteError { try g?.run() }?.message == "the connection is gone")
    }

    @Test func `an aggregate's state is released, also when its statement fails or ends early`() throws {
        let connection = try memory("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2), (3)")
        weak var state: Witness?
        var steps = 0
        try connection.addAggregate(
            "gather",
            initial: {
                let witness = Witness()
                state = witness
                return witness
            },
            step: { (_: inout Witness, arguments: borrowing FunctionArguments) in
                steps += 1
                if try arguments.int(0) == 3 { throw SQLiteError(code: .mismatch, message: "three") }
            }, result: { Int($0.order.rawValue) })
        try connection.run("SELECT gather(x) FROM t WHERE x < 3")
        #expect(state == nil)
        #expect(sqliteError { try connection.run("SELECT gather(x) FROM t") }?.message == "three")
        #expect(state == nil)
        #expect(steps == 5)
        let early = try connection.prepare("SELECT gather(x) FROM t WHERE x < 3 GROUP BY x")
        #expect(try early.step())
        early.finalize()
        #expect(state == nil)
    }
}
