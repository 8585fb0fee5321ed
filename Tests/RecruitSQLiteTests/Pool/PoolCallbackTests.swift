import Foundation
import RecruitSQLite
import Testing

/// Closures that are called while the pool itself works on a connection, and not a body.
@Suite struct PoolCallbackTests {
    /// A pool that its own connections' closures call.
    private final class Called: @unchecked Sendable {
        // One connection, one call at a time.
        var pool: Pool?
        var codes: [ResultCode] = []

        func call() {
            guard let pool else { return }
            if let error = sqliteError({ try pool.write { _ in } }) { codes.append(error.code) }
        }
    }

    /// A pool whose every statement has its observer write to the pool, from when `called` knows it.
    private func traced(in folder: String, by called: Called) throws -> Pool {
        let pool = try Pool(path: folder + "/pool.db", readers: 1) { $0.onTrace { _ in called.call() } }
        try pool.write { try $0.execute("CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1)") }
        return pool
    }

    @Test func `an observer that calls the pool that is being closed hears that it is closed`() throws {
        try withTemporaryFolder { folder in
            let called = Called()
            let pool = try traced(in: folder, by: called)
            called.pool = pool
            try pool.close()
            #expect(Set(called.codes) == [.misuse])
            called.pool = nil
        }
    }

    @Test func `an observer that calls the pool that looks for the commits of others gets an error, and no deadlock`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let called = Called()
            let pool = try traced(in: folder, by: called)
            called.pool = pool
            let begun = Signal()
            Thread.detachNewThread {
                _ = pool.changes(in: "t")
                begun.raise()
            }
            #expect(await begun.arrives(seconds: 30))
            called.pool = nil
            try await closeAtRest(pool)
            #expect(Set(called.codes) == [.misuse])
        }
    }

    @Test func `an observer that lets go of the statement that a body left on a row does so after SQLite`() throws {
        final class Kept { var statement: Statement? }
        try withTemporaryFolder { folder in
            let pool = try pool(in: folder, "CREATE TABLE t (x); INSERT INTO t VALUES (1), (2)", readers: 1)
            for _ in 0..<100 {
                try pool.read { connection in
                    let kept = Kept()
                    kept.statement = try connection.prepare("SELECT x FROM t ORDER BY x")
                    connection.onTrace { event in if case .finished = event { kept.statement = nil } }
                    #expect(try kept.statement?.step() == true)
                }
                #expect(try pool.read { try content($0) } == [1, 2])
            }
        }
    }
}
