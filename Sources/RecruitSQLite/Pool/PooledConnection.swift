import CRecruitSQLite

/// An open connection of a pool with the statements that begin and end its transactions.
final class PooledConnection {
    let connection: Connection
    let lease: Lease
    private let deferred: Statement
    private let immediate: Statement
    private let commit: Statement
    let log: CommitLog
    /// What shows that another connection has committed, prepared when it is first asked.
    private var version: Statement?
    /// What it was when it was looked at last.
    var lastVersion: Int64?
    /// Whether something that a body hung on the connection could not be taken away.
    private var isSpoiled = false

    private var database: DatabaseHandle { connection.database }

    /// Makes a pool's own of a connection that this thread holds through `lease`.
    init(_ connection: Connection, lease: Lease, log: CommitLog, _ onOpen: (Connection) throws -> Void) throws {
        self.connection = connection
        self.lease = lease
        self.log = log
        lease.waitForLocks(on: connection.database.pointer)
        lease.watch(connection.database.pointer)
        connection.database.lease = lease
        connection.database.hooks = Hooks()
        // After the lease, which keeps what is set here, the time to wait for locks above all.
        try onOpen(connection)
        connection.database.hooks?.settle()
        func held(_ sql: String) throws -> Statement {
            try Statement(sql, on: connection.database, isPersistent: true)
        }
        deferred = try held("BEGIN DEFERRED")
        immediate = try held("BEGIN IMMEDIATE")
        commit = try held("COMMIT")
    }

    /// Runs `body` in one transaction that `call` may stop.
    func perform<T>(_ access: Pool.Purpose, for call: Call?, _ body: (Connection) throws -> T) throws -> T {
        var watch: Watch?
        do {
            try call?.run(lease, on: database.pointer)
            try (access == .write ? immediate : deferred).run()
            if access == .write { watch = try Watch(self) }
            let result = try within(body)
            if access == .read, sqlite3_txn_state(database.pointer, "main") == SQLITE_TXN_WRITE {
                throw SQLiteError(code: .readOnly, message: "the body of a read wrote")
            }
            // What comes now is the end, whoever wants to stop it: the caller must know whether there was a commit.
            if let reason = call?.seal() { throw reason.error }
            try commit.run()
            // A statement that was smuggled out of the body would hold its snapshot.
            if sqlite3_txn_state(database.pointer, nil) != SQLITE_TXN_NONE { database.resetStatements() }
            watch?.publish()
            return result
        } catch {
            let reason = call?.seal()
            // A transaction that ended before its body did may have been committed by it.
            if let watch, !connection.isInTransaction { watch.publish() }
            undo()
            database.forgetPages(after: error)
            throw reason?.error ?? error
        }
    }

    /// The number that changes when another connection commits.
    func dataVersion() throws -> Int64? {
        let statement = try version ?? Statement("PRAGMA data_version", on: database, isPersistent: true)
        version = statement
        return try statement.first { (row: borrowing Row) in try Int64(row, at: 0) }
    }

    private func within<T>(_ body: (Connection) throws -> T) throws -> T {
        database.bodies += 1
        defer {
            database.bodies -= 1
            // Hooks are taken from an open connection only, which the body may have closed.
            database.reopen()
            // What the body hung on the connection the commit shall not meet.
            if !connection.takeHooksAway() { isSpoiled = true }
        }
        let result = try body(connection)
        try database.requireUsable(for: nil)
        return result
    }

    private func undo() {
        lease.goOn()
        database.reopen()
        // SQLite forgets an interrupt only when no statement runs.
        database.resetStatements()
        if connection.isInTransaction { database.rollBack() }
    }

    /// Whether the connection can serve another body as the ones before.
    var isSound: Bool {
        database.isOpen && !connection.isInTransaction && !isSpoiled
    }

    /// Closes the connection for good.
    func close() {
        database.lease = nil
        connection.close()
    }
}
