import RecruitSQLite
import Testing

@Suite struct TransactionTests {
    struct Stop: Error {}

    func content(_ connection: Connection) throws -> String {
        try connection.all("SELECT x FROM t ORDER BY x") { (row: borrowing Row) in String(try row.int(0)) }
            .joined(separator: " ")
    }

    @Test func `a transaction commits when its body returns and rolls back when it throws`() throws {
        let connection = try memory("CREATE TABLE t (x INTEGER)")
        let answer = try connection.transaction { try connection.run("INSERT INTO t VALUES (1)") }
        #expect(answer == 1)
        #expect(throws: Stop.self) {
            try connection.transaction {
                try connection.run("INSERT INTO t VALUES (2)")
                #expect(connection.isInTransaction)
                throw Stop()
            }
        }
        #expect(!connection.isInTransaction)
        #expect(try content(connection) == "1")
    }

    @Test func `a savepoint that cannot be undone takes its transaction with it`() throws {
        let connection = try memory("CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1)")
        connection.authorize { $0.operation == .savepoint && $0.first == "ROLLBACK" ? .deny : .allow }
        #expect(throws: SQLiteError.self) {
            try connection.transaction {
                try? connection.savepoint {
                    try connection.run("DELETE FROM t")
                    throw Stop()
                }
                // What follows would be committed alone.
                #expect(sqliteError { try connection.run("INSERT INTO t VALUES (2)") }?.code == .abort)
            }
        }
        #expect(try content(connection) == "1")
    }

    @Test func `a rollback that fails is made up for before anything else runs`() throws {
        let connection = try memory("CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1)")
        func refuses(_ action: Authorizer.Action) -> Bool {
            action.operation == .transaction && action.first == "ROLLBACK"
        }
        connection.authorize { refuses($0) ? .deny : .allow }
        #expect(throws: Stop.self) {
            try connection.transaction {
                try connection.run("DELETE FROM t")
                throw Stop()
            }
        }
        #expect(sqliteError { _ = try content(connection) }?.code == .abort)
        connection.authorize(nil)
        #expect(try content(connection) == "1")
        #expect(!connection.isInTransaction)
    }

    @Test func `savepoints undo their own part, alone, nested and in a transaction`() throws {
        let connection = try memory("CREATE TABLE t (x INTEGER)")
        func add(_ x: Int, stop: Bool = false) throws {
            try connection.run("INSERT INTO t VALUES (\(x))")
            if stop { throw Stop() }
        }
        try connection.savepoint { try add(1) }
        try? connection.savepoint { try add(2, stop: true) }
        try connection.transaction {
            try add(3)
            try? connection.savepoint {
                try add(4)
                try connection.savepoint { try add(5) }
                throw Stop()
            }
            try connection.savepoint {
                try? connection.savepoint { try add(6, stop: true) }
                try add(7)
            }
        }
        #expect(try content(connection) == "1 3 7")
        #expect(!connection.isInTransaction)
    }

    @Test(arguments: [false, true])
    func `a commit that fails throws and leaves nothing open`(isSavepoint: Bool) throws {
        let connection = try memory(
            "CREATE TABLE t (x INTEGER PRIMARY KEY, y INTEGER REFERENCES t DEFERRABLE INITIALLY DEFERRED)")
        let body = { _ = try connection.run("INSERT INTO t VALUES (1, 99)") }
        let error = sqliteError {
            if isSavepoint { try connection.savepoint(body) } else { try connection.transaction(.deferred, body) }
        }
        #expect(error?.code == .constraintForeignKey)
        #expect(!connection.isInTransaction)
        #expect(try content(connection) == "")
    }

    @Test func `a rollback within the body is no silent success`() throws {
        let connection = try memory(
            """
            CREATE TABLE t (x INTEGER);
            CREATE TRIGGER refuse BEFORE INSERT ON t WHEN NEW.x = 13 BEGIN SELECT RAISE(ROLLBACK, 'no'); END;
            """)
        let held = try connection.prepare("INSERT INTO t VALUES (?)")
        let error = sqliteError {
            try connection.transaction {
                try connection.run("INSERT INTO t VALUES (1)")
                _ = try? connection.run("INSERT INTO t VALUES (13)")
                _ = try? connection.run("INSERT INTO t VALUES (2)")
                _ = try? connection.execute("INSERT INTO t VALUES (3)")
                try held.run(4)
            }
        }
        #expect(error?.code == .abort)
        #expect(!connection.isInTransaction)
        #expect(try content(connection) == "")
    }

    @Test func `a transaction in a transaction is refused and the outer one lives`() throws {
        let connection = try memory("CREATE TABLE t (x INTEGER)")
        try connection.transaction {
            try connection.run("INSERT INTO t VALUES (1)")
            #expect(throws: SQLiteError.self) {
                try connection.transaction { try connection.run("INSERT INTO t VALUES (2)") }
            }
        }
        #expect(try content(connection) == "1")
    }

    @Test func `a statement that still stands on a row does not keep a rollback from happening`() throws {
        let connection = try memory("CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1), (2)")
        let statement = try connection.prepare("SELECT x FROM t")
        #expect(try statement.step())
        #expect(throws: Stop.self) {
            try connection.transaction {
                try connection.run("INSERT INTO t VALUES (3)")
                throw Stop()
            }
        }
        #expect(!connection.isInTransaction)
        statement.finalize()
        #expect(try content(connection) == "1 2")
    }

    @Test func `another connection's lock is waited for and then named`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a.db"
            let one = try Connection(path: path, access: .create)
            try one.execute("CREATE TABLE t (x INTEGER)")
            let two = try Connection(path: path, access: .readWrite)
            two.setBusyTimeout(milliseconds: 50)
            let clock = ContinuousClock()
            try one.transaction {
                try one.run("INSERT INTO t VALUES (1)")
                let start = clock.now
                let error = sqliteError { _ = try two.transaction { try two.run("INSERT INTO t VALUES (2)") } }
                #expect(error.map { ResultCode.busy ~= $0.code } == true)
                #expect(start.duration(to: clock.now) >= .milliseconds(40))
                #expect(!two.isInTransaction)
            }
            try two.transaction { try two.run("INSERT INTO t VALUES (2)") }
            #expect(try content(one) == "1 2")
        }
    }

    @Test func `a deferred reader that writes on an old snapshot is told so`() throws {
        try withTemporaryFolder { folder in
            let one = try Connection(path: folder + "/a.db", access: .create)
            try one.useWriteAheadLog()
            try one.execute("CREATE TABLE t (x INTEGER)")
            let two = try Connection(path: folder + "/a.db", access: .readWrite)
            let error = sqliteError {
                try two.transaction(.deferred) {
                    _ = try content(two)
                    try one.run("INSERT INTO t VALUES (1)")
                    try two.run("INSERT INTO t VALUES (2)")
                }
            }
            #expect(error?.code == .busySnapshot)
            #expect(try content(two) == "1")
        }
    }
}
