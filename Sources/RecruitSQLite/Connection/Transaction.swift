import CRecruitSQLite

/// When a transaction takes its locks (https://www.sqlite.org/lang_transaction.html).
public enum Transaction: Sendable {
    /// With its first statement: for reading.
    case deferred
    /// At once, as the only writer: a later statement never fails because someone else wrote first.
    case immediate

    var begin: SQL {
        switch self {
        case .deferred: "BEGIN DEFERRED"
        case .immediate: "BEGIN IMMEDIATE"
        }
    }
}

extension Connection {
    /// Runs `body` in one transaction: commits when it returns, rolls back when it or the commit throws.
    ///
    /// Where SQLite itself rolls back within the body (a full disk, `RAISE(ROLLBACK)`), every further statement of the
    /// body, and its end, throw `.abort`. Transactions do not nest; `savepoint` does.
    @discardableResult
    public func transaction<T>(_ kind: Transaction = .immediate, _ body: () throws -> T) throws -> T {
        do {
            try run(kind.begin)
        } catch {
            if !isInTransaction { database.forgetPages(after: error) }
            throw error
        }
        do {
            let result = try withinBody(body)
            try run("COMMIT")
            return result
        } catch {
            if isInTransaction { database.rollBack() }
            database.forgetPages(after: error)
            throw error
        }
    }

    /// Runs `body` so that what it changed is undone when it throws, alone or within a transaction or another savepoint.
    @discardableResult
    public func savepoint<T>(_ body: () throws -> T) throws -> T {
        try run("SAVEPOINT recruit_savepoint")
        do {
            let result = try withinBody(body)
            try run("RELEASE recruit_savepoint")
            return result
        } catch {
            if isInTransaction { undoSavepoint() }
            if !isInTransaction { database.forgetPages(after: error) }
            throw error
        }
    }

    /// Undoes what the innermost savepoint holds; where that fails, for want of memory say, the whole transaction goes:
    /// what was to be undone must not be committed with the rest.
    private func undoSavepoint() {
        do {
            try run("ROLLBACK TO recruit_savepoint")
            try run("RELEASE recruit_savepoint")
        } catch {
            database.rollBack()
        }
    }

    private func withinBody<T>(_ body: () throws -> T) throws -> T {
        database.bodies += 1
        defer { database.bodies -= 1 }
        let result = try body()
        try database.requireUsable(for: nil)
        return result
    }

    /// Whether a transaction is open (`sqlite3_get_autocommit`).
    public var isInTransaction: Bool {
        database.isOpen && sqlite3_get_autocommit(database.pointer) == 0
    }

    /// The rowid of the last row that this connection inserted; 0 before the first (`sqlite3_last_insert_rowid`).
    public var lastInsertedRowID: Int64 {
        database.isOpen ? sqlite3_last_insert_rowid(database.pointer) : 0
    }

    /// How many rows the last INSERT, UPDATE or DELETE changed itself (`sqlite3_changes64`).
    public var changes: Int {
        database.isOpen ? Int(clamping: sqlite3_changes64(database.pointer)) : 0
    }

    /// How many rows this connection changed since it was opened, by triggers too (`sqlite3_total_changes64`).
    public var totalChanges: Int {
        database.isOpen ? Int(clamping: sqlite3_total_changes64(database.pointer)) : 0
    }
}
