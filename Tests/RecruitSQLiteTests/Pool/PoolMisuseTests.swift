import RecruitSQLite
import Testing

@Suite struct PoolMisuseTests {
    /// The two synchronous calls, by name.
    enum Call: CaseIterable {
        case read, write

        func run(_ pool: Pool, _ body: (Connection) throws -> Void) throws {
            switch self {
            case .read: try pool.read(body)
            case .write: try pool.write(body)
            }
        }
    }

    @Test(arguments: Call.allCases, Call.allCases)
    func `a call within a body of the same pool is an error, never a deadlock`(outer: Call, inner: Call) throws {
        try withTemporaryFolder { folder in
            for readers in [0, 1, 4] {
                let pool = try Pool(path: folder + "/\(readers).db", readers: readers)
                try pool.write { try $0.execute("CREATE TABLE t (x INTEGER)") }
                try outer.run(pool) { (connection: Connection) throws in
                    let error = sqliteError { try inner.run(pool) { _ in } }
                    #expect(error?.code == .misuse)
                    // The outer body is none the worse for it.
                    let read = try content(connection)
                    #expect(read == [])
                }
            }
        }
    }

    @Test(arguments: Call.allCases)
    func `a copy within a body is misuse, as a migration is`(call: Call) throws {
        try withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            try call.run(pool) { (connection: Connection) throws in
                #expect(sqliteError { try connection.vacuum(into: folder + "/copy.db") }?.code == .misuse)
                #expect(sqliteError { try migrator(["SELECT 1"]).migrate(connection) }?.code == .misuse)
            }
        }
    }

    @Test func `a call within an asynchronous body of the same pool is an error too`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            let code = try await pool.read { _ in sqliteError { try pool.write { _ in } }?.code }
            #expect(code == .misuse)
            #expect(try await works(pool))
        }
    }

    @Test func `a call within a body is an error on whichever of the connections the thread worked before`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            // One thread serves the calls one after the other, each on another connection.
            for round in 0..<20 {
                let codes = try await pool.read { _ in
                    [sqliteError { try pool.read { _ in } }?.code, sqliteError { try pool.write { _ in } }?.code]
                }
                #expect(codes == [.misuse, .misuse], "round \(round)")
            }
        }
    }

    @Test func `a call within a body of another pool is none of this pool's business`() throws {
        try withTemporaryFolder { folder in
            let (one, other) = (try pool(in: folder), try Pool(path: ":memory:"))
            #expect(try one.read { _ in try other.write { try $0.value(Int.self, "SELECT 7") } } == 7)
        }
    }

    @Test func `a connection or a statement that was kept is an error to use, and holds no snapshot`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, "CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1), (2)", readers: 1)
            try leak(from: pool)
            #expect(try await works(pool, readers: 1))
        }
    }

    func leak(from pool: Pool) throws {
        var kept: (connection: Connection, statement: Statement)?
        try pool.read { connection in
            let statement = try connection.prepare("SELECT x FROM t")
            #expect(try statement.step())
            kept = (connection, statement)
        }
        let (connection, statement) = try #require(kept)
        #expect(sqliteError { try connection.run("SELECT 1") }?.code == .misuse)
        #expect(sqliteError { _ = try connection.prepare("SELECT 1") }?.code == .misuse)
        #expect(sqliteError { _ = try statement.step() }?.code == .misuse)
        #expect(sqliteError { try statement.run() }?.code == .misuse)
        statement.reset()
        statement.withRow { (row: borrowing Row) in #expect(row.value(0) == .null) }
        connection.interrupt()
        connection.close()
        try pool.write { _ = try $0.run("INSERT INTO t VALUES (3)") }
        #expect(try pool.read { try content($0) } == [1, 2, 3])
    }

    @Test func `a body that closes its connection gets an error, and the next one works`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, readers: 1)
            let error = await thrown {
                try await pool.write { connection in
                    _ = try connection.run("INSERT INTO t VALUES (1)")
                    connection.close()
                }
            }
            #expect((error as? SQLiteError)?.code == .misuse)
            let left = try await pool.read { try content($0) }
            #expect(left == [])
            #expect(try await works(pool, readers: 1))
        }
    }

    @Test(arguments: ["COMMIT", "ROLLBACK", "BEGIN"])
    func `a body that ends or begins its transaction itself gets an error`(sql: String) async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            let error = await thrown { try await pool.write { _ = try $0.run(SQL(raw: sql)) } }
            #expect(error is SQLiteError)
            #expect(try await works(pool))
        }
    }

    @Test func `what a body hangs on its connection ends with it`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, readers: 1)
            try await pool.read { connection in
                connection.authorize { _ in .deny }
                connection.onProgress(every: 1) { true }
            }
            #expect(try await works(pool, readers: 1))
        }
    }

    @Test func `closing while a body is at work throws and closes nothing; afterwards every call throws`() async throws
    {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            let code = try await pool.read { _ in sqliteError { try pool.close() }?.code }
            #expect(code == .busy)
            #expect(try await works(pool))
            try pool.close()
            try pool.close()
            for call in Call.allCases { #expect(sqliteError { try call.run(pool) { _ in } }?.code == .misuse) }
            let error = await thrown { try await pool.read { _ in } } as? SQLiteError
            #expect(error?.message == "the pool is closed")
        }
    }

    @Test func `a pool that is let go closes its files`() throws {
        try withTemporaryFolder { folder in
            for _ in 0..<2000 { try pool(in: folder, "SELECT 1").read { _ = try $0.value(Int.self, "SELECT 1") } }
        }
    }
}
