import CRecruitSQLite

/// An open connection of a pool with the statements that begin and end its transactions.
final class PooledConnection {
    let connection: Connection
    let lease: Lease
    private let deferred: Statement
    private let immediate: Statement
    private let commit: Statement

    private var database: DatabaseHandle { connection.database }

    /// Makes a pool's own of a connection that this thread holds through `lease`.
    init(_ connection: Connection, lease: Lease, _ onOpen: (Connection) throws -> Void) throws {
        self.connection = connection
        self.lease = lease
        lease.waitForLocks(on: connection.database.pointer)
        lease.watch(connection.database.pointer)
        connection.database.lease = lease
        // After the lease, which keeps what is set here, the time to wait for locks above all.
        try onOpen(connection)
        func held(_ sql: String) throws -> Statement {
            try Statement(sql, on: connection.database, isPersistent: true)
        }
        deferred = try held("BEGIN DEFERRED")
        immediate = try held("BEGIN IMMEDIATE")
        commit = try held("COMMIT")
    }

    /// Runs `body` in one transaction that `call` may stop.
    func perform<T>(_ access: Pool.Purpose, for call: Call?, _ body: (Connection) throws -> T) throws -> T {
        do {
            try call?.run(lease, on: database.pointer)
            try (access == .write ? immediate : deferred).run()
            let result = try within(body)
            if access == .read, sqlite3_txn_state(database.pointer, "main") == SQLITE_TXN_WRITE {
                throw SQLiteError(code: .readOnly, message: "the body of a read wrote")
            }
            // What comes now is the end, whoever wants to stop it: the caller must know whether there was a commit.
            if let reason = call?.seal() { throw reason.error }
            try commit.run()
            // A statement that was smuggled out of the body would hold its snapshot.
            if sqlite3_txn_state(database.pointer, nil) != SQLITE_TXN_NONE { database.resetStatements() }
            return result
        } catch {
            let reason = call?.seal()
            undo()
            throw reason?.error ?? error
        }
    }

    private func within<T>(_ body: (Connection) throws -> T) throws -> T {
        database.bodies += 1
        defer {
            database.bodies -= 1
            takeHooksAway()
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

    /// Takes away what the body hung on the connection, which the commit shall not meet.
    private func takeHooksAway() {
        if database.progress != nil { connection.onProgress(every: 1, nil) }
        if database.authorizer != nil { connection.authorize(nil) }
    }

    /// Whether the connection can serve another body.
    var isSound: Bool {
        database.isOpen && !connection.isInTransaction
    }

    /// Closes the connection for good.
    func close() {
        database.lease = nil
        connection.close()
    }
}
