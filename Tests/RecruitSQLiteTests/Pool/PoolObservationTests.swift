import Foundation
import RecruitSQLite
import Synchronization
import Testing

/// Counts the readings of one observation.
private final class Readings: Sendable {
    let count = Mutex(0)
    func add() { count.withLock { $0 += 1 } }
    var now: Int { count.withLock { $0 } }
}

@Suite(.timeLimit(.minutes(1))) struct PoolObservationTests {
    @Test func `the first value comes at once, the next with the commit that changes it`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            var values = pool.observe { try content($0) }.makeAsyncIterator()
            #expect(try await values.next() == [])
            try await pool.write { _ = try $0.run("INSERT INTO t VALUES (1)") }
            #expect(try await values.next() == [1])
            try await pool.write { _ = try $0.run("INSERT INTO t VALUES (2)") }
            try await pool.write { _ = try $0.run("INSERT INTO t VALUES (3)") }
            #expect(try await values.next() == [1, 2, 3])
        }
    }

    @Test func `a value that stays the same does not come again, and other tables are not looked at`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, "CREATE TABLE t (x); CREATE TABLE u (x)")
            let readings = Readings()
            var values = pool.observe { connection in
                readings.add()
                return try connection.value(Int.self, "SELECT count(*) FROM t WHERE x > 0")
            }.makeAsyncIterator()
            #expect(try await values.next() == 0)
            for _ in 0..<10 { try await pool.write { _ = try $0.run("INSERT INTO u VALUES (1)") } }
            try await pool.write { _ = try $0.run("INSERT INTO t VALUES (-1)") }
            async let next = values.next()
            try await Task.sleep(for: .milliseconds(50))
            try await pool.write { _ = try $0.run("INSERT INTO t VALUES (1)") }
            #expect(try await next == 1)
            #expect((2...3).contains(readings.now), "\(readings.now) readings")
        }
    }

    @Test func `the tables that count are those of the last reading`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, "CREATE TABLE which (x); CREATE TABLE a (x); CREATE TABLE b (x)")
            var values = pool.observe { connection in
                let isB = try connection.value(Int.self, "SELECT count(*) FROM which") > 0
                return try connection.value(Int.self, isB ? "SELECT count(*) FROM b" : "SELECT count(*) FROM a")
            }.makeAsyncIterator()
            #expect(try await values.next() == 0)
            try await pool.write { try $0.execute("INSERT INTO b VALUES (1), (2); INSERT INTO which VALUES (1)") }
            #expect(try await values.next() == 2)
            try await pool.write { _ = try $0.run("INSERT INTO b VALUES (3)") }
            #expect(try await values.next() == 3)
        }
    }

    @Test func `a full-text search is observed`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(
                in: folder,
                """
                CREATE TABLE p (id INTEGER PRIMARY KEY, text);
                CREATE VIRTUAL TABLE words USING fts5 (text, content='p', content_rowid='id');
                """)
            var values = pool.observe { connection in
                try connection.all("SELECT text FROM words WHERE words MATCH 'swift'") { (row: borrowing Row) in
                    try row.text(0)
                }
            }.makeAsyncIterator()
            #expect(try await values.next() == [])
            try await pool.write { connection in
                try connection.execute(
                    "INSERT INTO p VALUES (1, 'C, Swift'); INSERT INTO words (rowid, text) SELECT id, text FROM p")
            }
            #expect(try await values.next() == ["C, Swift"])
        }
    }

    @Test(arguments: [":memory:", "file"]) func `every sort of pool can be observed`(_ name: String) async throws {
        try await withTemporaryFolder { folder in
            let pool = try Pool(path: name == "file" ? folder + "/pool.db" : name, readers: 0)
            try await pool.write { try $0.execute("CREATE TABLE t (x INTEGER)") }
            var values = pool.observe { try content($0) }.makeAsyncIterator()
            #expect(try await values.next() == [])
            try await pool.write { _ = try $0.run("INSERT INTO t VALUES (1)") }
            #expect(try await values.next() == [1])
        }
    }

    @Test func `the last value is never missed while many write`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            let last = 300
            let watchers = (0..<4).map { _ in
                Task {
                    var seen: [Int] = []
                    for try await count in pool.observe({ try $0.value(Int.self, "SELECT count(*) FROM t") }) {
                        seen.append(count)
                        if count == last { break }
                    }
                    return seen
                }
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for x in 0..<last {
                    group.addTask { try await pool.write { _ = try $0.run("INSERT INTO t VALUES (\(x))") } }
                }
                try await group.waitForAll()
            }
            for watcher in watchers {
                let seen = try await watcher.value
                #expect(seen == seen.sorted() && Set(seen).count == seen.count)
            }
        }
    }

    @Test func `what the closure throws ends it, and the pool works on`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            var values = pool.observe { _ -> Int in throw PoolTests.Stop() }.makeAsyncIterator()
            #expect(await thrown { _ = try await values.next() } is PoolTests.Stop)
            #expect(try await works(pool))
        }
    }

    @Test(arguments: [true, false])
    func `it ends when the task is cancelled or the pool closed`(byClosing: Bool) async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            let first = Signal()
            let task = Task {
                var count = 0
                for try await _ in pool.observe({ try content($0) }) {
                    count += 1
                    first.raise()
                }
                return count
            }
            #expect(await first.arrives(seconds: 30))
            if byClosing { try await closeAtRest(pool) } else { task.cancel() }
            #expect(try await task.value == 1)
            if !byClosing { #expect(try await works(pool)) }
        }
    }
}
