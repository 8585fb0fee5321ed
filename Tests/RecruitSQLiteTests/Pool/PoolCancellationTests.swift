import RecruitSQLite
import Testing

@Suite(.serialized) struct PoolCancellationTests {
    /// What a cancelled body may be at.
    enum Work: CaseIterable, Sendable {
        case select, insert, fullText, catchesTheError, manyStatements, rowByRow, savepoint

        static let schema: Script = """
            CREATE TABLE t (x INTEGER);
            CREATE VIRTUAL TABLE words USING fts5(text);
            INSERT INTO words WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
                SELECT 'ape bee cat dog elk fox ' || i FROM n
            """

        /// Runs for hours, where nobody stops it.
        func run(_ connection: Connection) throws {
            switch self {
            case .select: _ = try connection.value(Int.self, endless)
            case .insert:
                try connection.run(
                    "INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n")
            case .fullText:
                while true {
                    _ = try connection.value(
                        Int.self,
                        "SELECT count(*) FROM words a, words b WHERE a.words MATCH 'ape' AND b.words MATCH 'be*'")
                }
            case .catchesTheError:
                while true {
                    do { _ = try connection.value(Int.self, endless) } catch {
                        _ = try connection.value(Int.self, "SELECT 1")
                    }
                }
            case .manyStatements: while true { _ = try connection.value(Int.self, "SELECT 1") }
            case .rowByRow:
                try connection.forEach(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
                ) {
                    (row: borrowing Row) in _ = try row.int(0)
                }
            case .savepoint: try connection.savepoint { _ = try connection.value(Int.self, endless) }
            }
        }
    }

    @Test(arguments: Work.allCases, [false, true])
    func `cancelling stops the body, rolls back and leaves every connection usable`(
        work: Work, writes: Bool
    ) async throws {
        if case .insert = work, !writes { return }
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, Work.schema, readers: 2)
            for _ in 0..<5 {
                let begun = Signal()
                let task = Task {
                    let body: @Sendable (Connection) throws -> Void = { connection in
                        if writes { try connection.run("INSERT INTO t VALUES (7)") }
                        begun.raise()
                        try work.run(connection)
                    }
                    if writes { try await pool.write(body) } else { try await pool.read(body) }
                }
                #expect(await begun.arrives(seconds: 60))
                let start = ContinuousClock.now
                task.cancel()
                let error = await thrown { try await task.value }
                #expect(error is CancellationError)
                #expect(ContinuousClock.now - start < .seconds(30))
                let left = try await pool.read { try content($0) }
                #expect(left == [])
                let found = try await pool.read {
                    try $0.value(Int.self, "SELECT count(*) FROM words WHERE words MATCH 'ape'")
                }
                #expect(found == 2000)
                #expect(try await works(pool, readers: 2))
            }
            try pool.close()
        }
    }

    @Test func `cancelling at any moment leaves either all of a write or nothing`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, readers: 2)
            var committed: [Int] = []
            for number in 0..<400 {
                let task = Task {
                    try await pool.write { connection in
                        for _ in 0..<2 { _ = try connection.run("INSERT INTO t VALUES (\(number))") }
                    }
                }
                // From before its start to after its end.
                for _ in 0..<(number % 80) { await Task.yield() }
                task.cancel()
                let error = await thrown { try await task.value }
                #expect(error == nil || error is CancellationError)
                if error == nil { committed += [number, number] }
            }
            let read = try await pool.read { try content($0) }
            #expect(read == committed)
            #expect(try await works(pool, readers: 2))
        }
    }

    @Test func `a cancellation that comes between two statements, or just as one begins, is not lost`() async throws {
        let pool = try Pool(path: ":memory:")
        for _ in 0..<3000 {
            let begun = Signal()
            let task = Task {
                try await pool.read { connection in
                    begun.raise()
                    _ = try connection.value(Int.self, endless)
                }
            }
            // Spinning, to be there when the statement begins.
            while !begun.wait(seconds: 0) { await Task.yield() }
            task.cancel()
            let error = await thrown { try await task.value }
            #expect(error is CancellationError)
        }
    }

    @Test(arguments: [false, true])
    func `a task that is cancelled before it calls, or while it waits for a connection, ends at once`(
        isCancelledBefore: Bool
    ) async throws {
        let pool = try Pool(path: ":memory:")
        let (isHeld, mayEnd) = (Signal(), Signal())
        let holder = Task {
            try await pool.write { _ in
                isHeld.raise()
                _ = mayEnd.wait(seconds: 60)
            }
        }
        #expect(await isHeld.arrives(seconds: 60))
        let waiting = Task {
            if isCancelledBefore { withUnsafeCurrentTask { $0?.cancel() } }
            try await pool.read { _ in }
        }
        if !isCancelledBefore { try await Task.sleep(for: .milliseconds(20)) }
        waiting.cancel()
        let error = await thrown { try await waiting.value }
        #expect(error is CancellationError)
        mayEnd.raise()
        try await holder.value
        let one = try await pool.read { try $0.value(Int.self, "SELECT 1") }
        #expect(one == 1)
    }

    @Test func `cancelling ends the wait for another connection's lock`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try Pool(path: folder + "/pool.db") { $0.setBusyTimeout(milliseconds: 120_000) }
            try await pool.write { try $0.execute("CREATE TABLE t (x INTEGER)") }
            let other = try Connection(path: folder + "/pool.db", access: .readWrite)
            try other.run("BEGIN IMMEDIATE")
            let task = Task { try await pool.write { _ in } }
            try await Task.sleep(for: .milliseconds(50))
            let start = ContinuousClock.now
            task.cancel()
            let error = await thrown { try await task.value }
            #expect(error is CancellationError)
            #expect(ContinuousClock.now - start < .seconds(30))
            try other.run("ROLLBACK")
            #expect(try await works(pool))
        }
    }

    @Test func `a thousand tasks of which half are cancelled all end, and no connection is lost`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            let tasks = (0..<1000).map { number in
                Task {
                    if number % 3 == 0 {
                        try await pool.write { _ = try $0.run("INSERT INTO t VALUES (\(number))") }
                    } else {
                        _ = try await pool.read { try content($0) }
                    }
                }
            }
            for (number, task) in tasks.enumerated() where number % 2 == 0 { task.cancel() }
            for (number, task) in tasks.enumerated() {
                let error = await thrown { try await task.value }
                #expect(error == nil || (number % 2 == 0 && error is CancellationError))
            }
            #expect(try await works(pool))
            try pool.close()
        }
    }
}
