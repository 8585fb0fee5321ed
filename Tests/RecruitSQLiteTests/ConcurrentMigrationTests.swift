import Foundation
import RecruitSQLite
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct ConcurrentMigrationTests {
    /// Steps that take long enough to overlap.
    static func steps() throws -> Migrator {
        try migrator(
            (0..<6).map { number in
                """
                CREATE TABLE t\(number) (x INTEGER) STRICT;
                INSERT INTO t\(number)
                WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 50000) SELECT x FROM n;
                """
            })
    }

    @Test func `processes that migrate one file at once all succeed`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "recruit-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/a.db"
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    await #expect(processExitsWith: .success) { [path = path as String] in
                        let connection = try Connection(path: path, access: .create)
                        try connection.useWriteAheadLog()
                        try ConcurrentMigrationTests.steps().migrate(connection)
                    }
                }
            }
            try await group.waitForAll()
        }
        let connection = try Connection(path: path, access: .readOnly)
        #expect(try Self.steps().pending(on: connection) == [])
        #expect(try connection.value(Int.self, "SELECT count(*) FROM t5") == 50_000)
        #expect(try connection.value(String.self, "PRAGMA journal_mode") == "wal")
    }

    @Test(arguments: [1, 3])
    func `a run that was killed within a migration goes on where it was`(killed: Int) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "recruit-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/a.db"
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, killed] in
            let connection = try Connection(path: path, access: .create)
            let migrator = try ConcurrentMigrationTests.steps()
            try migrator.migrate(connection, upTo: killed)
            connection.onProgress(every: 20_000) {
                kill(getpid(), SIGKILL)
                return false
            }
            try migrator.migrate(connection)
        }
        let connection = try Connection(path: path, access: .readWrite)
        #expect(try Self.steps().pending(on: connection).first?.number == killed + 1)
        #expect(try Self.steps().migrate(connection).count == 6 - killed)
        #expect(try connection.integrityCheck() == [])
        #expect(try connection.value(Int.self, "SELECT count(*) FROM t\(raw: String(killed))") == 50_000)
    }

    @Test func `a file that someone else keeps locked is a busy error`() throws {
        try withTemporaryFolder { folder in
            let holder = try Connection(path: folder + "/a.db", access: .create)
            try holder.execute("BEGIN EXCLUSIVE")
            let connection = try Connection(path: folder + "/a.db", access: .readWrite)
            connection.setBusyTimeout(milliseconds: 50)
            let error = sqliteError { try Self.steps().migrate(connection) }
            #expect(error.map { ResultCode.busy ~= $0.code } == true)
            try holder.execute("ROLLBACK")
            #expect(try Self.steps().migrate(connection).count == 6)
        }
    }
}
