import CRecruitSQLite
import Synchronization

/// An open connection of a pool with the statements that begin and end its transactions.
final class PooledConnection {
    let connection: Connection
    /// The connection without the counting of references, for as long as this object lives.
    let lent: Unmanaged<Connection>
    let lease: Lease
    private let deferred: Statement
    private let immediate: Statement
    private let commitStatement: Statement
    let log: CommitLog
    private var hasWritten = false
    /// What shows that another connection has committed, prepared when it is first asked.
    private var version: Statement?
    /// What it was when it was looked at last.
    var lastVersion: Int64?
    /// Whether something that a body hung on the connection could not be taken away.
    private var isSpoiled = false
    /// Whether the connection can serve another body as the ones before.
    private(set) var isSound = true

    /// The body at work: what it is for, who may stop it, and who watches it.
    private var purpose = Pool.Purpose.read
    private var call: Call?
    private var watch: Watch?

    private let database: DatabaseHandle
    /// Whether the connection cannot write, so that nobody need look whether a read did.
    private let isReadOnly: Bool

    /// Makes a pool's own of a connection that this thread holds through `lease`.
    init(_ connection: Connection, lease: Lease, log: CommitLog, _ onOpen: (Connection) throws -> Void) throws {
        self.connection = connection
        lent = Unmanaged.passUnretained(connection)
        database = connection.database
        isReadOnly = sqlite3_db_readonly(connection.database.pointer, "main") == 1
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
        commitStatement = try held("COMMIT")
    }

    /// Begins a transaction that `call` may stop; where it throws, nothing is left of it.
    func begin(_ purpose: Pool.Purpose, for call: Call?) throws {
        self.purpose = purpose
        if let call { self.call = call }
        do {
            try call?.run(lease, on: database.pointer)
            // Makes up for a rollback that failed.
            if database.owesRollback { try database.requireUsable(for: nil) }
            if purpose == .read {
                try run(deferred)
            } else {
                try run(immediate)
                hasWritten = true
                watch = try Watch(self)
            }
            database.bodies += 1
        } catch {
            throw fail(after: error)
        }
    }

    /// Commits what the body did, after its end.
    func commit() throws {
        do {
            let error = database.isUsable ? nil : database.refusal(for: nil)
            leave()
            if let error { throw error }
            if purpose == .read, !isReadOnly, sqlite3_txn_state(database.pointer, "main") == SQLITE_TXN_WRITE {
                throw SQLiteError(code: .readOnly, message: "the body of a read wrote")
            }
            // What comes now is the end, whoever wants to stop it: the caller must know whether there was a commit.
            if let reason = call?.seal() { throw reason.error }
            try run(commitStatement)
            endSnapshots()
            if isSpoiled { isSound = false }
            watch?.publish()
            forget()
        } catch {
            throw fail(after: error)
        }
    }

    /// Rolls back after the body's error; returns what the caller shall hear, which is why the call was stopped, if it was.
    func rollBack(after error: any Error) -> any Error {
        leave()
        return fail(after: error)
    }

    private func fail(after error: any Error) -> any Error {
        let reason = call?.seal()
        // A transaction that ended before its body did may have been committed by it.
        if let watch, !connection.isInTransaction { watch.publish() }
        forget()
        undo()
        database.forgetPages(after: error)
        isSound = database.isOpen && !connection.isInTransaction && !isSpoiled
        return reason?.error(insteadOf: error) ?? error
    }

    @inline(__always)
    private func forget() {
        if call != nil { call = nil }
        if watch != nil { watch = nil }
    }

    /// The number that changes when another connection commits.
    func dataVersion() throws -> Int64? {
        let statement = try version ?? Statement("PRAGMA data_version", on: database, isPersistent: true)
        version = statement
        return try statement.first { (row: borrowing Row) in try Int64(row, at: 0) }
    }

    /// Ends what a statement that was smuggled out of the body would hold.
    private func endSnapshots() {
        guard database.mayStandOnRow else { return }
        database.mayStandOnRow = false
        if sqlite3_txn_state(database.pointer, nil) != SQLITE_TXN_NONE { database.resetStatements() }
    }

    /// Runs one of the connection's own statements, which nobody else has, without what a caller's run is checked for.
    @inline(__always)
    private func run(_ statement: Statement) throws {
        let code = sqlite3_step(statement.handle)
        if code != SQLITE_DONE { throw failure(of: statement, code) }
        sqlite3_reset(statement.handle)
    }

    @inline(never)
    private func failure(of statement: Statement, _ code: Int32) -> SQLiteError {
        defer { sqlite3_reset(statement.handle) }
        return statement.failure(code)
    }

    /// Takes from the connection what the body left on it.
    @inline(__always)
    private func leave() {
        database.bodies -= 1
        // Hooks are taken from an open connection only, which the body may have closed.
        if !database.isOpen { database.reopen() }
        // What the body hung on the connection the commit shall not meet.
        if database.hasChangedHooks, !connection.takeHooksAway() { isSpoiled = true }
    }

    private func undo() {
        lease.goOn()
        database.reopen()
        // SQLite forgets an interrupt only when no statement runs.
        database.resetStatements()
        if connection.isInTransaction { database.rollBack() }
    }

    /// Keeps what the query planner learned, where the file may be written and nobody else writes it now.
    func optimize() {
        guard hasWritten, isSound else { return }
        lease.busyMilliseconds.store(0, ordering: .relaxed)
        try? connection.optimize()
    }

    /// Closes the connection for good.
    func close() {
        database.lease = nil
        connection.close()
    }
}
