import RecruitSQLite

extension Exercise {
    nonisolated private static let limit = Duration.seconds(2)

    nonisolated private static func names(_ connection: Connection) throws -> [String] {
        try connection.all("SELECT name FROM people ORDER BY name") { (row: borrowing Row) in try row.text(0) }
    }

    nonisolated private static func write(_ connection: Connection) throws {
        try connection.run("INSERT INTO people (name, note) VALUES ('pool', 'pool')")
        try connection.run("DELETE FROM people WHERE id > 40")
    }

    func runPool(_ access: Connection.Access) async throws {
        let pool = try Pool(path: path, readers: 2, access: access) { $0.setBusyTimeout(milliseconds: 200) }
        readAndWrite(pool)
        await callAsync("await read") { _ = try await pool.read(timeLimit: Self.limit) { try Self.names($0) } }
        await callAsync("observe") {
            for try await _ in pool.observe({ try Self.names($0) }) { break }
        }
        await watch(pool)
        call("close") { try pool.close() }
    }

    private func readAndWrite(_ pool: Pool) {
        call("read") { _ = try pool.read(timeLimit: Self.limit) { try Self.names($0) } }
        call("write") { try pool.write(timeLimit: Self.limit) { try Self.write($0) } }
    }

    /// Waits for the news of a write, unless the write fails.
    private func watch(_ pool: Pool) async {
        let changes = pool.changes(in: "people", "named")
        let news = Task {
            for try await _ in changes { break }
        }
        await callAsync("await write") {
            do {
                try await pool.write(timeLimit: Self.limit) { try Self.write($0) }
            } catch {
                news.cancel()
                throw error
            }
        }
        await callAsync("changes") { try await news.value }
    }
}
