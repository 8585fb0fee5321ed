/// Connections to one database file, for many threads and tasks: one writer, and readers that do not wait for it.
///
/// The file is put into write-ahead mode. Each body is one transaction: a `read` sees the database as it was at the
/// body's first statement that reads, whatever is written meanwhile; writes come one after the other.
///
/// `read` and `write` are there twice under the same names. A synchronous one runs its body on the caller's thread. An
/// asynchronous one runs it on a thread of the pool's own, so that a long body never holds up other tasks; cancelling the task
/// interrupts the body's statement, rolls back and throws `CancellationError`.
///
/// A body must not call the pool it runs on: that throws `.misuse` rather than wait for itself. The connection ends
/// with the body; whoever kept it, or a statement, gets an error. So end the closures, functions, collations, limits and
/// times that it set; those of `onOpen` stay. (In memory, a built-in function that it stood in for stays hidden.)
public final class Pool: Sendable {
    /// What a body is for.
    @usableFromInline
    enum Purpose: Sendable {
        case read
        case write
    }

    @usableFromInline let core: PoolCore

    /// Opens the database at `path` for at most `readers` reads at once and one write.
    ///
    /// With no readers, and in memory (`:memory:`), one connection serves all, one body at a time. With `.readOnly` and
    /// `.immutable` there is no writer, and the file keeps its journal mode. Readers are opened when they are first
    /// needed. `onOpen` is run on each new connection, outside a transaction.
    ///
    /// Throws `.cantOpen` where the file cannot be opened, `.misuse` for fewer than 0 or more than 1,000 readers
    /// (`sqlite3_open_v2`, `PRAGMA journal_mode`).
    public init(
        path: String, readers: Int = 4, access: Connection.Access = .create,
        onOpen: @escaping @Sendable (Connection) throws -> Void = { _ in }
    ) throws {
        guard (0...1000).contains(readers) else {
            throw SQLiteError.misuse("a pool has 0 to 1000 readers, not \(readers)")
        }
        let isInMemory = path == ":memory:"
        let log = CommitLog()
        func slot(
            _ access: Connection.Access, _ onOpen: @escaping @Sendable (Connection) throws -> Void = onOpen
        ) -> Slot {
            let open: @Sendable () throws -> Connection = {
                let connection = try Connection(path: path, access: access)
                if access.canWrite { try connection.useWriteAheadLog() }
                return connection
            }
            return Slot(log: log, isInMemory: isInMemory, open, onOpen: onOpen)
        }
        let first = slot(access)
        try first.prepare()
        if access.canWrite {
            let others = isInMemory ? 0 : readers
            core = PoolCore(
                readers: (0..<others).map { _ in slot(.readOnly) }, writer: first, watcher: nil, isPrivate: isInMemory,
                log: log)
        } else {
            core = PoolCore(
                readers: [first] + (1..<max(1, readers)).map { _ in slot(access) }, writer: nil,
                watcher: slot(access) { _ in }, isPrivate: isInMemory, log: log)
        }
    }

    deinit {
        // Who is at work holds its own part, which closes when it is done.
        try? core.close()
    }

    /// Closes every connection; later calls throw `.misuse`.
    ///
    /// Throws `.busy`, and closes nothing, while a body is at work (`sqlite3_close_v2`).
    public func close() throws(SQLiteError) {
        try core.close()
    }

    /// Runs `body` in one read transaction on this thread, waiting for a reader where none is free.
    ///
    /// Throws what the body throws; `.readOnly` where it writes; `.misuse` within another body of this pool and after
    /// `close`; `.interrupt` when `timeLimit`, waiting included, has passed (`BEGIN DEFERRED`, `sqlite3_interrupt`).
    @inlinable
    public func read<T>(timeLimit: Duration? = nil, _ body: (Connection) throws -> T) throws -> T {
        try run(.read, timeLimit, body)
    }

    /// Runs `body` in one write transaction on this thread: commits when it returns, rolls back when it throws.
    ///
    /// Throws what the body or the commit throws; `.busy` where another process holds the lock for 5 s; and like `read`
    /// (`BEGIN IMMEDIATE`, `sqlite3_interrupt`).
    @inlinable @discardableResult
    public func write<T>(timeLimit: Duration? = nil, _ body: (Connection) throws -> T) throws -> T {
        try run(.write, timeLimit, body)
    }

    @inlinable
    func run<T>(_ purpose: Purpose, _ limit: Duration?, _ body: (Connection) throws -> T) throws -> T {
        let loan = try core.lend(purpose, limit)
        let value: T
        do {
            value = try loan.connection._withUnsafeGuaranteedRef { try body($0) }
        } catch {
            throw core.rollBack(loan, after: error)
        }
        try core.commit(loan)
        return value
    }

    /// Runs `body` in one read transaction on a thread of the pool's.
    ///
    /// Throws like the synchronous `read`, and `CancellationError` when the task is cancelled: at once while it waits
    /// for a reader, else as soon as the body's statement, or the body, ends.
    nonisolated(nonsending) public func read<T: Sendable>(
        timeLimit: Duration? = nil, _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await core.perform(.read, timeLimit, body)
    }

    /// Runs `body` in one write transaction on a thread of the pool's.
    ///
    /// Throws like the synchronous `write`, and `CancellationError` when the task is cancelled before the commit, which
    /// then does not happen; a commit that has begun is finished, and its value returned.
    @discardableResult
    nonisolated(nonsending) public func write<T: Sendable>(
        timeLimit: Duration? = nil, _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await core.perform(.write, timeLimit, body)
    }
}

extension Connection.Access {
    /// Whether a connection opened so may write.
    var canWrite: Bool {
        switch self {
        case .readWrite, .create: true
        case .readOnly, .immutable: false
        }
    }
}
