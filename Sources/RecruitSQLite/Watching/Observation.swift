/// A value read from the database, and read again after every commit that touched what it was read from.
///
/// The first value comes at once. Which tables count is found out by each reading itself. Commits that come faster than
/// they are read are one; the last one is never missed. A commit of another connection, in this process or another, is
/// seen within a tenth of a second, and counts for every table.
///
/// It ends when the pool is closed and when the task is cancelled, and throws what its closure throws.
public struct Observation<Value: Sendable>: AsyncSequence, Sendable {
    let pool: Pool
    let read: @Sendable (Connection) throws -> Value
    let isSame: @Sendable (Value, Value) -> Bool

    /// A loop of its own, which begins with the value as it is then.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(watcher: Watcher(pool), read: read, isSame: isSame)
    }

    /// What one loop has seen.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let watcher: Watcher
        let read: @Sendable (Connection) throws -> Value
        let isSame: @Sendable (Value, Value) -> Bool
        var seen: (value: Value, tables: Set<String>, number: UInt64)?

        /// Waits for the next value; nil when the pool is closed or the task cancelled.
        public mutating func next() async throws -> Value? {
            while !Task.isCancelled {
                if let seen {
                    guard try await hasNews(for: seen.tables, since: seen.number) else { continue }
                }
                // Before the reading begins: what is committed while it reads may not be in it.
                let number = watcher.log.number
                guard let (value, tables) = try await readAgain() else { return nil }
                let isNew = seen.map { !isSame($0.value, value) } ?? true
                seen = (value, tables, number)
                if isNew { return value }
            }
            return nil
        }

        /// Whether something has happened; false when it is to be asked again, after a wait.
        private func hasNews(for tables: Set<String>, since number: UInt64) async throws -> Bool {
            let log = watcher.log
            guard let news = try log.news(for: tables, since: number) else { return true }
            if case .tables(let touched) = news.touched, touched.isEmpty {
                await log.wait(for: tables, since: number)
                return false
            }
            return true
        }

        private func readAgain() async throws -> (Value, Set<String>)? {
            if watcher.log.isClosed { return nil }
            do {
                let read = read
                return try await watcher.pool.read { connection in
                    let recorder = connection.recordTables()
                    let value = try read(connection)
                    defer { connection.refreshTables() }
                    return (value, recorder.use.read)
                }
            } catch is CancellationError {
                return nil
            } catch {
                if watcher.log.isClosed { return nil }
                throw error
            }
        }
    }
}

extension Pool {
    /// What `read` gives now and after every commit that touched what it read.
    ///
    ///     for try await names in pool.observe({ connection in try connection.all(Name.self, "SELECT ...") }) { ... }
    public func observe<Value: Sendable>(
        _ read: @escaping @Sendable (Connection) throws -> Value
    ) -> Observation<Value> {
        Observation(pool: self, read: read) { _, _ in false }
    }

    /// What `read` gives now and whenever it becomes another value.
    public func observe<Value: Sendable & Equatable>(
        _ read: @escaping @Sendable (Connection) throws -> Value
    ) -> Observation<Value> {
        Observation(pool: self, read: read) { $0 == $1 }
    }
}
