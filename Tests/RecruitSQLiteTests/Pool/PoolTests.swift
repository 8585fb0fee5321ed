import Foundation
import RecruitSQLite
import Testing

@Suite struct PoolTests {
    struct Stop: Error {}

    @Test func `what is written is read, on the caller's thread and on the pool's`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            try blocking { try pool.write { _ = try $0.run("INSERT INTO t VALUES (1)") } }
            try await pool.write { _ = try $0.run("INSERT INTO t VALUES (2)") }
            let read = try await pool.read { try content($0) }
            #expect(read == [1, 2])
            let again = try blocking { try pool.read { try content($0) } }
            #expect(again == [1, 2])
            try pool.close()
        }
    }

    /// Calls the synchronous form from an asynchronous test.
    func blocking<T>(_ body: () throws -> T) rethrows -> T { try body() }

    @Test func `a synchronous body may use what is not Sendable`() throws {
        try withTemporaryFolder { folder in
            final class Box { var count = 0 }
            let box = Box()
            let pool = try pool(in: folder)
            try pool.read { _ in box.count += 1 }
            let same = try pool.write { _ in
                box.count += 1
                return box
            }
            #expect(same.count == 2)
        }
    }

    @Test func `a read sees one state from its first statement on, whatever is written meanwhile`() throws {
        try withTemporaryFolder { folder in
            let pool = try pool(in: folder, "CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1)")
            let other = try Connection(path: folder + "/pool.db", access: .readWrite)
            try pool.read { connection in
                #expect(try content(connection) == [1])
                try other.run("INSERT INTO t VALUES (2)")
                #expect(try content(connection) == [1])
            }
            #expect(try pool.read { try content($0) } == [1, 2])
        }
    }

    @Test func `a writer does not hold up readers, who see nothing of what is not committed`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            try await pool.write { connection in
                _ = try connection.run("INSERT INTO t VALUES (1)")
                let hasRead = Signal()
                // A thread, since the other tests may keep every one of the tasks' threads busy.
                Thread.detachNewThread {
                    if (try? pool.read { try content($0) }) == [] { hasRead.raise() }
                }
                #expect(hasRead.wait(seconds: 60))
            }
            let seen = try await pool.read { try content($0) }
            #expect(seen == [1])
        }
    }

    @Test(arguments: [false, true]) func `a write whose body throws is rolled back`(isAsync: Bool) async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            let body: @Sendable (Connection) throws -> Void = {
                _ = try $0.run("INSERT INTO t VALUES (1)")
                throw Stop()
            }
            let error = await thrown {
                if isAsync { try await pool.write(body) } else { try blocking { try pool.write(body) } }
            }
            #expect(error is Stop)
            let left = try await pool.read { try content($0) }
            #expect(left == [])
            #expect(try await works(pool))
        }
    }

    @Test(arguments: [
        "INSERT INTO u VALUES (1)", "INSERT INTO u VALUES (NULL)", "INSERT INTO u VALUES (-5)",
        "INSERT OR ROLLBACK INTO u VALUES (1)", "UPDATE u SET y = 7", "INSERT INTO child VALUES (99)",
    ])
    func `a refused change rolls the whole body back, and is told with its constraint`(sql: String) async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(
                in: folder,
                """
                CREATE TABLE t (x INTEGER); CREATE TABLE u (y INTEGER PRIMARY KEY NOT NULL CHECK (y > 0)) WITHOUT ROWID;
                INSERT INTO u VALUES (1), (2);
                CREATE TABLE child (y INTEGER REFERENCES u DEFERRABLE INITIALLY DEFERRED)
                """)
            let error = await thrown {
                try await pool.write { connection in
                    _ = try connection.run("INSERT INTO t VALUES (1)")
                    _ = try connection.run(SQL(raw: sql))
                }
            }
            #expect((error as? SQLiteError)?.constraint != nil)
            let left = try await pool.read { try content($0) }
            #expect(left == [])
            #expect(try await works(pool))
        }
    }

    @Test(arguments: [0, 1, 4]) func `a read cannot write`(readers: Int) async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, readers: readers)
            for sql in ["INSERT INTO t VALUES (1)", "CREATE TABLE v (x)", "DELETE FROM t WHERE x = 0"] {
                let error = await thrown { try await pool.read { _ = try $0.run(SQL(raw: sql)) } } as? SQLiteError
                #expect(error.map { .readOnly ~= $0.code } == true, "\(sql)")
            }
            #expect(try await works(pool, readers: readers))
        }
    }

    @Test func `a pool of one, on a file or in memory, takes calls in turn`() async throws {
        try await withTemporaryFolder { folder in
            for pool in [try pool(in: folder, readers: 0), try Pool(path: ":memory:")] {
                try await pool.write { try $0.execute("CREATE TABLE IF NOT EXISTS t (x INTEGER)") }
                try await withThrowingTaskGroup { group in
                    for number in 0..<100 {
                        group.addTask { try await pool.write { _ = try $0.run("INSERT INTO t VALUES (\(number))") } }
                        group.addTask { _ = try await pool.read { try content($0) } }
                    }
                    try await group.waitForAll()
                }
                let read = try await pool.read { try content($0) }
                #expect(read == Array(0..<100))
                #expect(try await works(pool, readers: 0))
            }
        }
    }

    @Test func `a thousand tasks on a pool of four all finish`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<1000 {
                    group.addTask {
                        switch number % 4 {
                        case 0: try await pool.write { try $0.run("INSERT INTO t VALUES (\(number))") }
                        case 1: try self.blocking { try pool.read { try $0.value(Int.self, "SELECT 1") } }
                        default: try await pool.read { try $0.value(Int.self, "SELECT 1") }
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 1000)
            let count = try await pool.read { try content($0).count }
            #expect(count == 250)
            try pool.close()
        }
    }

    @Test func `a pool for reading reads what is there and refuses to write`() async throws {
        try await withTemporaryFolder { folder in
            try pool(in: folder, "CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1)").close()
            let pool = try Pool(path: folder + "/pool.db", access: .readOnly)
            let read = try await pool.read { try content($0) }
            #expect(read == [1])
            let error = await thrown { try await pool.write { _ in } } as? SQLiteError
            #expect(error?.code == .readOnly)
        }
    }

    @Test(arguments: [
        ("/absent/pool.db", 4, ResultCode.cantOpen), ("", 4, .cantOpen), ("pool.db", -1, .misuse),
        ("pool.db", Int.max, .misuse),
    ])
    func `what cannot be a pool says so`(path: String, readers: Int, code: ResultCode) {
        #expect(sqliteError { _ = try Pool(path: path, readers: readers) }?.code == code)
    }

    @Test func `every connection is set up when it is opened`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try Pool(path: folder + "/pool.db", readers: 2) { try $0.execute("PRAGMA cache_size = 77") }
            for _ in 0..<5 {
                let size = try await pool.read { try $0.value(Int.self, "PRAGMA cache_size") }
                #expect(size == 77)
            }
        }
    }

    @Test
    func `a pool that closes keeps what the query planner learned, and changes nothing where nothing was written`()
        throws
    {
        try withTemporaryFolder { folder in
            let first = try pool(in: folder, "CREATE TABLE t (x INTEGER); CREATE INDEX i ON t (x)")
            try first.write { connection in
                for x in 0..<100 { try connection.run("INSERT INTO t VALUES (\(x))") }
                #expect(try connection.value(Int.self, "SELECT count(*) FROM t WHERE x = \(3)") == 1)
            }
            try first.close()
            let statistics: SQL = "SELECT stat FROM sqlite_stat1 WHERE idx = 'i'"
            let path = folder + "/pool.db"
            #expect(try Connection(path: path, access: .readOnly).value(String.self, statistics) == "100 1")
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            let second = try Pool(path: path)
            #expect(try second.read { try content($0).count } == 100)
            try second.close()
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }
}
