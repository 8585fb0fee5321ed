import Foundation
import RecruitSQLite
import Testing

/// Commits that other connections make.
@Suite(.timeLimit(.minutes(1))) struct PoolForeignChangesTests {
    @Test(arguments: [0, 1, 4]) func `a commit of another connection is heard`(readers: Int) async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, readers: readers)
            var changes = pool.changes(in: "t").makeAsyncIterator()
            let other = try Connection(path: folder + "/pool.db", access: .readWrite)
            for x in 1...3 {
                try other.run("INSERT INTO t VALUES (\(x))")
                #expect(try await changes.next() == ["t"])
                #expect(try await pool.read { try content($0).count } == x)
            }
        }
    }

    @Test func `a commit of another process is heard`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            var changes = pool.changes(in: "t").makeAsyncIterator()
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            shell.arguments = ["sqlite3", folder + "/pool.db", "INSERT INTO t VALUES (1)"]
            try shell.run()
            shell.waitUntilExit()
            #expect(shell.terminationStatus == 0)
            #expect(try await changes.next() == ["t"])
        }
    }

    @Test func `a pool that may only read hears others`() async throws {
        try await withTemporaryFolder { folder in
            let other = try pool(in: folder)
            let pool = try Pool(path: folder + "/pool.db", access: .readOnly)
            var changes = pool.changes(in: "t").makeAsyncIterator()
            try await other.write { _ = try $0.run("INSERT INTO t VALUES (1)") }
            #expect(try await changes.next() == ["t"])
            try pool.close()
            #expect(try await changes.next() == nil)
        }
    }

    @Test func `a commit of another connection is heard that a write of the pool follows at once`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, "CREATE TABLE t (x); CREATE TABLE u (x)")
            let other = try Connection(path: folder + "/pool.db", access: .readWrite)
            for _ in 0..<20 {
                var changes = pool.changes(in: "t").makeAsyncIterator()
                try other.run("INSERT INTO t VALUES (1)")
                try await pool.write { _ = try $0.run("INSERT INTO u VALUES (1)") }
                #expect(try await changes.next() == ["t"])
            }
        }
    }

    @Test func `the last of many commits is never missed, whoever makes it`() async throws {
        try await withTemporaryFolder { folder in
            let (rounds, writers) = (200, 3)
            let pool = try pool(in: folder)
            let changes = pool.changes(in: "t")
            let watching = Task {
                var count = 0
                for try await _ in changes {
                    count += 1
                    let found = try await pool.read { try $0.value(Int.self, "SELECT count(*) FROM t") }
                    if found == rounds * writers { break }
                }
                return count
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for x in 0..<rounds { try await pool.write { _ = try $0.run("INSERT INTO t VALUES (\(x))") } }
                }
                for _ in 1..<writers {
                    group.addTask {
                        let other = try Pool(path: folder + "/pool.db", readers: 0)
                        for x in 0..<rounds { try await other.write { _ = try $0.run("INSERT INTO t VALUES (\(x))") } }
                        try other.close()
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await watching.value > 0)
        }
    }

    @Test func `closing a watched pool never fails for the looking`() async throws {
        try await withTemporaryFolder { folder in
            for _ in 0..<5 {
                let pool = try Pool(path: folder + "/pool.db")
                let changes = (0..<10).map { _ in pool.changes(in: "t") }
                try await Task.sleep(for: .milliseconds(99))
                try pool.close()
                var news = changes[0].makeAsyncIterator()
                #expect(try await news.next() == nil)
            }
        }
    }
}
