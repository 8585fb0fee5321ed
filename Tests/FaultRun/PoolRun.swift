import CFaults
import RecruitSQLite

/// The same batches, written by a pool that is read and watched meanwhile.
///
/// Beside the lines of the other run it says `half ...` for a batch that a reader saw in part, and at its end, when
/// nothing fails any more, `useless N` where the pool does not work again.
struct PoolRun {
    let path: String

    func run() async {
        var opened: Pool?
        for _ in 0..<2 where opened == nil { attempt { opened = try open() } }
        guard let pool = opened else { return }
        let watching = Task { await watch(pool) }
        for batch in 1...10 {
            async let first: Void = read(pool)
            async let second: Void = read(pool)
            // On this thread and on the pool's own in turn.
            await attemptAsync { try await write(batch, to: pool, waits: batch % 2 == 0) }
            _ = await (first, second)
            attempt { say("read \(try pool.read { try Self.batches($0) }.joined(separator: " "))") }
        }
        faults_end()
        await end(pool)
        watching.cancel()
        await watching.value
        attempt(orSay: "useless") { try pool.close() }
    }

    /// Writes and reads until the pool does it all again; what was misread before may be told once more.
    private func end(_ pool: Pool) async {
        for batch in 11...15 {
            let word = batch < 15 ? "error" : "useless"
            async let first: Void = read(pool, orSay: word)
            async let second: Void = read(pool, orSay: word)
            await attemptAsync(orSay: word) { try await write(batch, to: pool, waits: true) }
            _ = await (first, second)
            attempt(orSay: word) { say("read \(try pool.read { try Self.batches($0) }.joined(separator: " "))") }
        }
    }

    private func open() throws -> Pool {
        let pool = try Pool(path: path, readers: 2) { connection in
            try connection.execute("PRAGMA cache_size = 8; PRAGMA wal_autocheckpoint = 12")
        }
        try pool.write { connection in
            try connection.execute(
                """
                CREATE TABLE IF NOT EXISTS batches (batch INTEGER NOT NULL, part INTEGER NOT NULL, bytes BLOB);
                CREATE UNIQUE INDEX IF NOT EXISTS parts ON batches (batch, part)
                """)
        }
        return pool
    }

    private func write(_ batch: Int, to pool: Pool, waits: Bool) async throws {
        let body: @Sendable (Connection) throws -> Void = { connection in
            try FaultRun.write(batch, on: connection)
        }
        say("began \(batch)")
        if waits { try await pool.write(body) } else { try onThisThread(pool, body) }
        say("committed \(batch)")
    }

    private func onThisThread(_ pool: Pool, _ body: (Connection) throws -> Void) throws {
        try pool.write(body)
    }

    private func read(_ pool: Pool, orSay word: String = "error") async {
        await attemptAsync(orSay: word) {
            let halves = try await pool.read { try Self.batches($0) }.filter { !$0.hasSuffix("x3") }
            if !halves.isEmpty { say("half \(halves.joined(separator: " "))") }
        }
    }

    private static func batches(_ connection: Connection) throws -> [String] {
        try connection.all("SELECT batch, count(*) FROM batches GROUP BY 1 ORDER BY 1") { (row: borrowing Row) in
            "\(try row.int(0))x\(try row.int(1))"
        }
    }

    /// Watches until it is cancelled, again and again where it ends with an error.
    private func watch(_ pool: Pool) async {
        while !Task.isCancelled {
            await attemptAsync {
                for try await _ in pool.changes(in: "batches") {
                    for try await _ in pool.observe({ try Self.batches($0) }) { break }
                }
            }
            try? await Task.sleep(for: .milliseconds(5))
        }
    }
}
