import RecruitSQLite
import Testing

/// What bodies and `onOpen` were told, by whom.
private final class Told: @unchecked Sendable {
    // One connection, one body at a time.
    var words: [String] = []

    func count(_ word: String) -> Int { words.count { $0 == word } }
}

/// What a body sets on a pool's connection ends with it, and what `onOpen` set stays.
@Suite struct PoolHookTests {
    /// On a file and in memory, where the connection cannot be opened anew.
    enum Place: CaseIterable { case file, memory }

    private func withPool(
        _ place: Place, _ onOpen: @escaping @Sendable (Connection) throws -> Void, _ body: (Pool) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            let path = place == .file ? folder + "/pool.db" : ":memory:"
            let pool = try Pool(path: path, readers: 0, onOpen: onOpen)
            try pool.write { try $0.execute("CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (7)") }
            try body(pool)
            #expect(try pool.read { try content($0) } == [7])
            try pool.close()
        }
    }

    @Test(arguments: Place.allCases)
    func `closures that a body hung on its connection are gone after it, those of onOpen are there`(
        place: Place
    ) throws {
        let told = Told()
        try withPool(place) { connection in
            connection.authorize { action in
                told.words.append("asked")
                return action.operation == .delete ? .deny : .allow
            }
            connection.onProgress(every: 1) {
                told.words.append("progress")
                return false
            }
            connection.onTrace { _ in told.words.append("traced") }
            connection.logSlowQueries(to: SlowQueryLog(threshold: .zero) { _, _, _ in told.words.append("slow") })
        } _: { (pool: Pool) throws in
            for ends in ["returns", "throws", "closes"] {
                try? pool.write { (connection: Connection) throws in
                    connection.authorize { _ in
                        told.words.append("body")
                        return .allow
                    }
                    connection.onProgress(every: 1) {
                        told.words.append("body")
                        return false
                    }
                    connection.onTrace { _ in told.words.append("body") }
                    connection.logSlowQueries(
                        to: SlowQueryLog(threshold: .zero) { _, _, _ in told.words.append("body") })
                    _ = try connection.value(Int.self, "SELECT x FROM t")
                    #expect(told.count("body") > 4)
                    if ends == "throws" { throw PoolTests.Stop() }
                    if ends == "closes" { connection.close() }
                }
                told.words = []
                #expect(try pool.read { try $0.value(Int.self, "SELECT x + 0 FROM t") } == 7)
                #expect(told.count("body") == 0)
                for word in ["asked", "progress", "traced", "slow"] { #expect(told.count(word) > 0, "\(word)") }
                #expect(sqliteError { try pool.write { _ = try $0.run("DELETE FROM t") } }?.code == .auth)
            }
        }
    }

    @Test(arguments: Place.allCases)
    func `functions and collations of a body are gone after it, those of onOpen are there as they were`(
        place: Place
    ) throws {
        @Sendable func add(_ number: Int, to connection: Connection) throws {
            try connection.addFunction("number", argumentCount: 0) { (_: borrowing FunctionArguments) in number }
            try connection.addAggregate(
                "total", argumentCount: 1, initial: { number },
                step: { (sum: inout Int, arguments: borrowing FunctionArguments) in sum += try arguments.int(0) },
                result: { $0 })
            try connection.addCollation("odd", comparing: { _, _ in number == 1 ? .same : .before })
        }
        try withPool(place) { connection in
            try add(1, to: connection)
        } _: { (pool: Pool) throws in
            for removes in [false, true] {
                try pool.write { (connection: Connection) throws in
                    for number in 2...3 { try add(number, to: connection) }
                    #expect(try connection.value(Int.self, "SELECT number()") == 3)
                    try connection.addFunction("own") { (_: borrowing FunctionArguments) in 1 }
                    try connection.addCollation("own", comparing: { _, _ in .same })
                    if removes {
                        try connection.removeFunction("NUMBER", argumentCount: 0)
                        try connection.removeFunction("total", argumentCount: 1)
                        try connection.removeCollation("ODD")
                    }
                }
                try pool.read { (connection: Connection) throws in
                    #expect(try connection.value(Int.self, "SELECT number()") == 1)
                    #expect(try connection.value(Int.self, "SELECT total(x) FROM t") == 8)
                    #expect(try connection.value(Bool.self, "SELECT 'a' = 'b' COLLATE odd"))
                    #expect(sqliteError { try connection.run("SELECT own()") }?.message == "no such function: own")
                    #expect(sqliteError { try connection.run("SELECT 'a' = 'b' COLLATE own") } != nil)
                }
            }
        }
    }

    @Test func `a built-in function that a body stood in for, or removed, is there for the next`() throws {
        try withPool(.file) { _ in
        } _: { (pool: Pool) throws in
            try pool.read { (connection: Connection) throws in
                try connection.addFunction("UPPER", argumentCount: 1) { (_: borrowing FunctionArguments) in "mine" }
                #expect(try connection.value(String.self, "SELECT upper('a')") == "mine")
            }
            #expect(try pool.read { try $0.value(String.self, "SELECT upper('a')") } == "A")
            try pool.read { try $0.removeFunction("lower", argumentCount: 1) }
            #expect(try pool.read { try $0.value(String.self, "SELECT lower('A')") } == "a")
        }
    }

    @Test(arguments: Place.allCases)
    func `limits and times that a body set are as they were after it`(place: Place) throws {
        try withPool(place) { connection in
            connection.setLimit(.length, to: 5000)
            connection.setBusyTimeout(milliseconds: 1)
        } _: { (pool: Pool) throws in
            try pool.write { (connection: Connection) throws in
                connection.setLimit(.length, to: 1000)
                connection.setLimit(.columns, to: 5)
                connection.setLimit(.length, to: 2000)
                connection.setBusyTimeout(milliseconds: 600_000)
            }
            try pool.read { (connection: Connection) throws in
                #expect(connection.limit(.length) == 5000)
                #expect(connection.limit(.columns) > 5)
            }
        }
    }

    @Test func `the time to wait for locks that a body set is as it was after it`() throws {
        try withTemporaryFolder { folder in
            let pool = try Pool(path: folder + "/pool.db") { $0.setBusyTimeout(milliseconds: 1) }
            try pool.write { $0.setBusyTimeout(milliseconds: 600_000) }
            let other = try Connection(path: folder + "/pool.db", access: .readWrite)
            try other.run("BEGIN IMMEDIATE")
            let error = sqliteError { try pool.write(timeLimit: .seconds(20)) { _ in } }
            #expect(error.map { ResultCode.busy ~= $0.code } == true)
        }
    }

    @Test func `what a body hung on its connection is let go with it, also where a statement still runs`() throws {
        try withPool(.memory) { _ in
        } _: { (pool: Pool) throws in
            weak var seen: Told?
            var kept: Statement?
            try pool.read { (connection: Connection) throws in
                let held = Told()
                seen = held
                try connection.addFunction("held") { (_: borrowing FunctionArguments) in held.count("x") }
                connection.onTrace { _ in held.words.append("x") }
                let statement = try connection.prepare("SELECT held() FROM t UNION ALL SELECT 1")
                #expect(try statement.step())
                kept = statement
            }
            #expect(seen == nil)
            #expect(sqliteError { _ = try kept?.step() }?.code == .misuse)
        }
    }

    @Test func `a pool in memory whose rollback fails says so, and has its rows when it works again`() throws {
        let refused = Told()
        try withPool(.memory) { connection in
            connection.authorize { action in
                let isRollback = action.operation == .transaction && action.first == "ROLLBACK"
                return isRollback && !refused.words.isEmpty ? .deny : .allow
            }
        } _: { (pool: Pool) throws in
            refused.words = ["rollback"]
            #expect(throws: PoolTests.Stop.self) {
                try pool.write { (connection: Connection) throws in
                    try connection.run("DELETE FROM t")
                    throw PoolTests.Stop()
                }
            }
            #expect(sqliteError { _ = try pool.read { try content($0) } }?.code == .abort)
            refused.words = []
        }
    }
}
