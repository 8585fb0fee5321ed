/// The commits that touch some tables, one piece of news after the other.
///
/// An element is the set of the watched names that were touched since the one before. Commits that come faster than they
/// are asked for are one element; none is missed, from the moment `changes(in:)` was called. A commit of another
/// connection, in this process or another, is seen within a tenth of a second; which tables it touched cannot be known,
/// so it names all of them, and so does a change of the schema. An element may come although nothing changed in the
/// end: a row written as it was, say.
///
/// It ends when the pool is closed and when the task is cancelled. It throws `.error` for a name that is no table and no
/// view, and what the file throws where it cannot be read.
public struct TableChanges: AsyncSequence, Sendable {
    let names: Set<String>
    let watcher: Watcher
    let seen: UInt64

    /// The news from when `changes(in:)` was called.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(names: names, watcher: watcher, seen: seen)
    }

    /// What one loop has seen.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let names: Set<String>
        let watcher: Watcher
        var seen: UInt64
        /// The tables behind each name, which for a view are those that it reads.
        var tables: [String: Set<String>]?

        /// Waits for the next commits; nil when the pool is closed or the task cancelled.
        public mutating func next() async throws -> Set<String>? {
            while !Task.isCancelled {
                let log = watcher.log
                guard let tables = try await resolved() else { return nil }
                let all = tables.values.reduce(into: Set()) { $0.formUnion($1) }
                guard let news = try log.news(for: all, since: seen) else { return nil }
                switch news.touched {
                case .everything:
                    // A view may read other tables now.
                    self.tables = nil
                    seen = news.number
                    return names
                case .tables(let touched) where !touched.isEmpty:
                    seen = news.number
                    return Set(tables.filter { !$0.value.isDisjoint(with: touched) }.keys)
                case .tables:
                    await log.wait(for: all, since: seen)
                }
            }
            return nil
        }

        private mutating func resolved() async throws -> [String: Set<String>]? {
            if let tables { return tables }
            let names = names
            do {
                tables = try await watcher.pool.read { connection in
                    try names.reduce(into: [:]) { $0[$1] = try connection.tables(behind: $1) }
                }
            } catch is CancellationError {
                return nil
            } catch {
                if watcher.log.isClosed { return nil }
                throw error
            }
            return tables
        }
    }
}

extension Connection {
    /// The table of that name, or the tables that the view reads, in lower case.
    fileprivate func tables(behind name: String) throws -> Set<String> {
        let recorder = recordTables()
        let statement = try prepare("SELECT * FROM main.\(raw: SQLName.quoted(name))")
        if let use = statement.use { recorder.note(use) }
        return recorder.use.read.union([name.asciiLowercased])
    }
}

extension Pool {
    /// Which of the tables and views are touched, commit after commit, from now on.
    ///
    ///     for try await touched in pool.changes(in: "applications", "documents") { ... }
    public func changes(in names: String...) -> TableChanges {
        changes(in: Set(names))
    }

    /// Which of the tables and views are touched, commit after commit, from now on.
    public func changes(in names: Set<String>) -> TableChanges {
        let watcher = Watcher(self)
        return TableChanges(names: names, watcher: watcher, seen: watcher.log.number)
    }
}
