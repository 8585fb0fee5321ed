import RecruitSQLite

/// How long a task waits that has nothing to do with the pool, while six bodies compute for a second each: milliseconds,
/// the median, one in a hundred, and the longest.
func waits(path: String) async throws -> (median: Double, hundredth: Double, longest: Double) {
    let pool = try Pool(path: path, readers: 6)
    let isOver = Task {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<6 { group.addTask { try await pool.read { try compute($0) } } }
            try await group.waitForAll()
        }
        return Threads.now()
    }
    let begin = Threads.now()
    var waits: [Double] = []
    while Threads.now() < begin + 1 {
        let start = Threads.now()
        await Task.detached { await Task.yield() }.value
        waits.append((Threads.now() - start) * 1000)
        try await Task.sleep(for: .milliseconds(2))
    }
    let seconds = try await isOver.value - begin
    guard seconds >= 1 else { fatalError("the bodies took \(seconds) s only") }
    try pool.close()
    waits.sort()
    return (waits[waits.count / 2], waits[waits.count * 99 / 100], waits[waits.count - 1])
}

/// Keeps a processor busy for a second.
private func compute(_ connection: Connection) throws {
    let end = Threads.now() + 1
    while Threads.now() < end {
        _ = try connection.value(
            Int.self,
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT sum(i) FROM n
            """)
    }
}
