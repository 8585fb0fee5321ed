import CRecruitSQLite

/// One prepared statement (`sqlite3_prepare_v3`).
///
/// Two ways to use it: `run`, `all` and `first` bind every parameter, step to the end and reset; `bind`, `step`,
/// `withRow` and `reset` do the same by hand. It belongs to the thread of its connection.
public final class Statement {
    /// Where the statement is between two resets.
    enum Phase { case ready, row, done }

    @usableFromInline let handle: OpaquePointer
    var phase = Phase.ready
    /// The statement's text as it was given, without what follows it.
    public let sql: String
    /// The text after the statement.
    public let tail: String
    /// Whether the statement itself changes nothing in the database file (`sqlite3_stmt_readonly`).
    public let isReadOnly: Bool
    /// How many parameters there are to bind (`sqlite3_bind_parameter_count`).
    public let parameterCount: Int

    let database: DatabaseHandle
    /// The tables it uses, where somebody watched when it was prepared.
    let use: TableUse?
    let arena = BindingArena()
    /// Where the columns stand that were asked for by name last.
    var resolved: ResolvedColumns?
    /// Whether the bindings point into the arena, so that they end with the run they were made for.
    var isBoundInArena = false
    /// Whether the statement cache has lent the statement.
    var isLent = false
    /// Whether `run`, `all` or `first` is at work, which a closure must not disturb.
    var isRunning = false
    /// How many closures hold a row of the statement now.
    var borrowers = 0
    /// Whether `finalize` was called; the C statement ends when the last row is given back.
    private(set) var isFinalized = false
    private var isReleased = false

    /// Prepares the first statement of `text`; throws where there is none.
    init(_ text: String, on database: DatabaseHandle, isPersistent: Bool) throws {
        if let refusal = database.lease?.refusal(for: text) { throw refusal }
        guard database.isOpen else { throw SQLiteError.misuse("the connection is closed", sql: text) }
        if text.utf8.contains(0) { throw SQLiteError.misuse("a NUL character stands in the SQL") }
        let (code, prepared, length, use) = text.withCString { database.prepare($0, isPersistent: isPersistent) }
        guard code == SQLITE_OK else {
            let error = SQLiteError(code, on: database.pointer, sql: text)
            // The authorizer may have closed the connection.
            database.finishClosing()
            throw error
        }
        guard let prepared else { throw SQLiteError.misuse("no statement stands in the SQL", sql: text) }
        handle = prepared
        self.database = database
        self.use = use
        let utf8 = text.utf8
        if length < utf8.count {
            let end = utf8.index(utf8.startIndex, offsetBy: length)
            sql = String(decoding: utf8[..<end], as: UTF8.self)
            tail = String(decoding: utf8[end...], as: UTF8.self)
        } else {
            sql = text
            tail = ""
        }
        isReadOnly = sqlite3_stmt_readonly(prepared) != 0
        parameterCount = Int(sqlite3_bind_parameter_count(prepared))
    }

    deinit {
        if !isReleased { database.finalize(handle) }
    }

    /// Frees the statement, whose every later use throws; within `withRow`, at its end (`sqlite3_finalize`).
    public func finalize() {
        isFinalized = true
        releaseIfUnused()
    }

    func releaseIfUnused() {
        guard isFinalized, borrowers == 0, !isReleased else { return }
        isReleased = true
        database.finalize(handle)
    }

    @inline(never)
    private var refusal: SQLiteError? {
        isFinalized ? SQLiteError.misuse("the statement is finalized", sql: sql) : database.refusal(for: sql)
    }

    /// Throws unless the statement and its connection may be used.
    @inline(__always)
    func requireUsable() throws(SQLiteError) {
        if isFinalized || !database.isUsable, let refusal { throw refusal }
    }

    /// The error that SQLite reports for this statement.
    func failure(_ code: Int32) -> SQLiteError {
        SQLiteError(code, on: database.pointer, sql: sql)
    }

    /// The error of a statement that ran: without what its message may quote from values.
    func runFailure(_ code: Int32) -> SQLiteError {
        let error = failure(code)
        return parameterCount == 0 ? error : error.withoutQuotedValues()
    }
}

@available(*, unavailable)
extension Statement: Sendable {}
