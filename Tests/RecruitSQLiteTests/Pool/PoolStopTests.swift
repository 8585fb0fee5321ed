import Foundation
import RecruitSQLite
import Testing

/// Calls that are stopped just as they begin to wait, or just as they get what they waited for.
@Suite(.serialized) struct PoolStopTests {
    @Test func `a time limit that passes just as a thread gets its connection loses no connection`() async throws {
        let pool = try Pool(path: ":memory:")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for thread in 0..<4 {
                group.addTask {
                    for number in 0..<4000 {
                        let limit = Duration.microseconds(5 + (number * 7 + thread * 3) % 120)
                        let error = sqliteError { try onThisThread(pool, limit) }
                        #expect(error == nil || error?.code == .interrupt)
                    }
                }
            }
            try await group.waitForAll()
        }
        // A connection that was lost would be at work for ever.
        try await closeAtRest(pool)
    }

    @Test func `a task that is cancelled just as it begins to wait ends once`() async throws {
        let pool = try Pool(path: ":memory:")
        for number in 0..<4000 {
            let tasks = (0..<4).map { _ in Task { try await pool.write { _ in } } }
            for _ in 0..<(number % 23) { spin() }
            for task in tasks { task.cancel() }
            for task in tasks {
                let error = await thrown { try await task.value }
                #expect(error == nil || error is CancellationError)
            }
        }
        try await closeAtRest(pool)
    }

    /// What is awaited when the cancellation comes.
    enum Await: CaseIterable, Sendable {
        case read, readInTime, write, changes, observe

        func run(_ pool: Pool) async throws {
            switch self {
            case .read: _ = try await pool.read { try content($0) }
            case .readInTime: _ = try await pool.read(timeLimit: .seconds(600)) { try content($0) }
            case .write: try await pool.write { _ = try $0.run("UPDATE t SET x = x") }
            case .changes: for try await _ in pool.changes(in: "t") {}
            case .observe: for try await _ in pool.observe({ try content($0) }) {}
            }
        }
    }

    @Test(arguments: Await.allCases, [1, 4])
    func `cancelling at any await ends it, and no connection is lost`(at awaited: Await, readers: Int) async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, readers: readers)
            for number in 0..<150 {
                let others = (0..<3).map { _ in Task { try await pool.write { _ = try $0.run("UPDATE t SET x = 1") } } }
                let task = Task { try await awaited.run(pool) }
                for _ in 0..<(number % 50) { await Task.yield() }
                if number % 3 == 0 { try await Task.sleep(for: .microseconds(number * 10)) }
                task.cancel()
                let error = await thrown { try await task.value }
                #expect(error == nil || error is CancellationError)
                for other in others { try await other.value }
            }
            #expect(try await works(pool, readers: readers))
            try await closeAtRest(pool)
        }
    }
}

private func onThisThread(_ pool: Pool, _ limit: Duration) throws {
    try pool.read(timeLimit: limit) { _ = try $0.value(Int.self, "SELECT 1") }
}

/// About a microsecond, without a call of the system.
private func spin() {
    let end = ContinuousClock.now + .microseconds(1)
    while ContinuousClock.now < end {}
}
