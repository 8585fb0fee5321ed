import Foundation
import RecruitSQLite
import Testing

@Suite(.serialized) struct PoolTimeTests {
    @Test(arguments: [false, true], [false, true])
    func `a body that takes longer than its limit is stopped and rolled back`(writes: Bool, isAsync: Bool) async throws
    {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            let body: @Sendable (Connection) throws -> Void = { connection in
                if writes { try connection.run("INSERT INTO t VALUES (1)") }
                _ = try connection.value(Int.self, endless)
            }
            let start = ContinuousClock.now
            let limit = Duration.milliseconds(50)
            let error = await thrown {
                switch (writes, isAsync) {
                case (true, true): try await pool.write(timeLimit: limit, body)
                case (false, true): try await pool.read(timeLimit: limit, body)
                case (true, false): try blocking { try pool.write(timeLimit: limit, body) }
                case (false, false): try blocking { try pool.read(timeLimit: limit, body) }
                }
            }
            #expect((error as? SQLiteError)?.code == .interrupt)
            #expect((error as? SQLiteError)?.message == "the time limit of 0.05 seconds passed")
            #expect((error as? SQLiteError)?.sql == endless.text)
            #expect(ContinuousClock.now - start < .seconds(30))
            let left = try await pool.read { try content($0) }
            #expect(left == [])
            #expect(try await works(pool))
        }
    }

    func blocking<T>(_ body: () throws -> T) rethrows -> T { try body() }

    @Test(arguments: [false, true])
    func `the limit counts the wait for a connection and for another connection's lock`(isLocked: Bool) async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            let other = try Connection(path: folder + "/pool.db", access: .readWrite)
            let (isHeld, mayEnd) = (Signal(), Signal())
            let holder = Task {
                if isLocked { return isHeld.raise() }
                try await pool.write { _ in
                    isHeld.raise()
                    _ = mayEnd.wait(seconds: 60)
                }
            }
            #expect(await isHeld.arrives(seconds: 60))
            if isLocked { try other.run("BEGIN IMMEDIATE") }
            for limit in [Duration.milliseconds(50), .zero, .seconds(Int64.min / 2)] {
                let start = ContinuousClock.now
                let inTask = await thrown { try await pool.write(timeLimit: limit) { _ in } }
                let inThread = await thrown { try blocking { try pool.write(timeLimit: limit) { _ in } } }
                for error in [inTask, inThread] { #expect((error as? SQLiteError)?.code == .interrupt) }
                #expect(ContinuousClock.now - start < .seconds(30))
            }
            if isLocked { try other.run("ROLLBACK") }
            mayEnd.raise()
            try await holder.value
            #expect(try await works(pool))
        }
    }

    @Test(arguments: [Duration.seconds(1), .seconds(Int64.max), .seconds(Int64.max / 1_000_000)])
    func `a body within its limit does not notice it`(limit: Duration) async throws {
        let pool = try Pool(path: ":memory:")
        for _ in 0..<100 {
            let one = try await pool.read(timeLimit: limit) { try $0.value(Int.self, "SELECT 1") }
            #expect(one == 1)
        }
    }

    /// One thread that runs tasks.
    final class OneThread: TaskExecutor {
        private let queue = DispatchQueue(label: "one thread")

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }

    @Test func `a task waits at most 10 ms while six bodies run for a second, even where all share one thread`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            let clock = ContinuousClock()
            let waits = try await withTaskExecutorPreference(OneThread()) {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<6 {
                        let body: @Sendable (Connection) throws -> Void = { _ in usleep(1_000_000) }
                        group.addTask {
                            if number == 0 { try await pool.write(body) } else { try await pool.read(body) }
                        }
                    }
                    var waits: [Duration] = []
                    let end = clock.now + .milliseconds(1500)
                    while clock.now < end {
                        let start = clock.now
                        await Task { await Task.yield() }.value
                        waits.append(clock.now - start)
                        try await Task.sleep(for: .milliseconds(2))
                    }
                    try await group.waitForAll()
                    return waits.sorted()
                }
            }
            // The other tests make a thread wait for a processor now and then; a body would make it wait for a second.
            #expect(waits.count > 100)
            #expect(waits[waits.count * 9 / 10] < .milliseconds(10))
            #expect(try #require(waits.last) < .milliseconds(500))
        }
    }
}
