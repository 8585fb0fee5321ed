import Foundation
import RecruitSQLite

/// Lends a folder of its own and removes it afterwards.
func withTemporaryFolder<R: Sendable>(_ body: (String) async throws -> R) async throws -> R {
    let folder = FileManager.default.temporaryDirectory.appending(path: "recruit-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

/// A pool on a new file, or in memory, after a script.
func pool(in folder: String, _ script: Script = "CREATE TABLE t (x INTEGER)", readers: Int = 4) throws -> Pool {
    let pool = try Pool(path: folder + "/pool.db", readers: readers)
    try pool.write { try $0.execute(script) }
    return pool
}

/// The error that an asynchronous body throws.
func thrown(_ body: () async throws -> Void) async -> (any Error)? {
    do {
        try await body()
        return nil
    } catch {
        return error
    }
}

/// Closes a pool as soon as none of its bodies is at work.
func closeAtRest(_ pool: Pool) async throws {
    for _ in 0..<1000 {
        let error = await thrown { try pool.close() }
        guard let error else { return }
        guard (error as? SQLiteError)?.code == .busy else { throw error }
        try await Task.sleep(for: .milliseconds(1))
    }
    try pool.close()
}

/// A statement that would run for hours; that it ended within half a minute shows that it was stopped, however busy
/// the other tests keep the threads of all tasks.
let endless: SQL = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

/// What is in the table `t`, in order.
func content(_ connection: Connection) throws -> [Int] {
    try connection.all("SELECT x FROM t ORDER BY x") { (row: borrowing Row) in try row.int(0) }
}

/// Checks that every connection of the pool reads, and that its writer writes.
func works(_ pool: Pool, readers: Int = 4) async throws -> Bool {
    let sums = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<(2 * max(1, readers)) {
            group.addTask { try await pool.read { try $0.value(Int.self, "SELECT count(*) FROM t") } }
        }
        return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    let before = try await pool.read { try content($0) }
    try await pool.write { _ = try $0.run("INSERT INTO t VALUES (-1)") }
    let after = try await pool.read { try content($0) }
    try await pool.write { _ = try $0.run("DELETE FROM t WHERE rowid = (SELECT max(rowid) FROM t)") }
    return sums.count == 1 && after.count == before.count + 1
}
