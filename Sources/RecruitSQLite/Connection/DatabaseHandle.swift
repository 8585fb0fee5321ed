import CRecruitSQLite

/// The `sqlite3 *` that a connection and its statements share.
///
/// Statements keep it alive, so that a statement that outlives its connection stays safe to touch.
@usableFromInline
final class DatabaseHandle {
    let pointer: OpaquePointer
    private var isClosed = false
    /// Whether a rollback failed, for want of memory say: nothing may run before it is made up for.
    private(set) var owesRollback = false
    /// What the caller's own functions are at.
    let callbacks = Callbacks()
    private var isEnded = false
    /// Whether every statement is being reset, and those that were let go of meanwhile.
    private var isResetting = false
    private var letGo: [OpaquePointer] = []
    /// False after the connection was closed, and where a pool has not lent it to this thread; its statements then
    /// answer with an error.
    @inline(__always) var isOpen: Bool { !isClosed && isHeldHere }
    /// How many bodies of transactions and savepoints are at work.
    var bodies = 0
    /// Whether a statement was stepped by hand, or a blob opened, and may be at work still.
    var mayStandOnRow = false
    /// What SQLite's callbacks point at; it must live as long as the pointer.
    var authorizer: AuthorizerContext?
    var progress: ProgressContext?
    var trace: TraceContext?
    /// How a pool undoes what a body hangs on the connection; nil for one that stands alone.
    var hooks: Hooks? {
        didSet { hasChangedHooks = hooks?.isChanged ?? false }
    }
    /// Whether there is anything to undo, which each body of a pool asks.
    private(set) var hasChangedHooks = false
    /// What records which tables are used, where somebody watches.
    var recorder: TableRecorder?
    /// Which thread may use the connection, where a pool lends it; nil for one that stands alone.
    var lease: Lease? {
        didSet { heldLease = lease.map { Unmanaged.passUnretained($0) } }
    }
    /// The lease without the counting of references, which each statement would pay for.
    private(set) var heldLease: Unmanaged<Lease>?

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        end()
    }

    /// Ends running statements and closes; statements that are not finalised yet go with their owners.
    ///
    /// Within a function, SQLite is at work further up the stack: the running statements are interrupted, and the
    /// pointer goes when the last of them is back. A pool's connection only counts as closed: another thread may be
    /// about to interrupt it.
    func close() {
        guard isOpen else { return }
        isClosed = true
        callbacks.isClosed = true
        if callbacks.depth > 0 {
            sqlite3_interrupt(pointer)
        } else if lease != nil {
            resetStatements()
        }
        finishClosing()
    }

    /// Ends a closed connection that nothing of SQLite's own runs on any more.
    func finishClosing() {
        guard isClosed, callbacks.depth == 0, lease == nil else { return }
        end()
    }

    /// Opens a pool's connection again that its body closed.
    func reopen() {
        isClosed = isEnded
        callbacks.isClosed = isEnded
    }

    /// Ends every running statement (`sqlite3_reset`).
    ///
    /// Who traces the connection hears of each end, and may let go of the statement that SQLite is at.
    func resetStatements() {
        let isOutermost = !isResetting
        isResetting = true
        var statement = sqlite3_next_stmt(pointer, nil)
        while let current = statement {
            sqlite3_reset(current)
            statement = sqlite3_next_stmt(pointer, current)
        }
        guard isOutermost else { return }
        isResetting = false
        while let statement = letGo.popLast() { sqlite3_finalize(statement) }
    }

    /// Whether this thread may touch the connection: always, but for one of a pool that is not lent to it.
    var isHeldHere: Bool {
        heldLease?._withUnsafeGuaranteedRef { $0.isHeldHere } ?? true
    }

    /// Frees a statement: at once, or when its connection is lent next where another thread may use that now.
    func finalize(_ statement: OpaquePointer) {
        if let lease, !lease.isHeldHere {
            lease.bury(.statement(UInt(bitPattern: statement)))
        } else if isResetting {
            letGo.append(statement)
        } else {
            sqlite3_finalize(statement)
        }
    }

    /// Closes a blob and returns SQLite's code: at once, or, unheard, when its connection is lent next.
    func close(blob: OpaquePointer) -> Int32 {
        guard let lease, !lease.isHeldHere else { return sqlite3_blob_close(blob) }
        lease.bury(.blob(UInt(bitPattern: blob)))
        return SQLITE_OK
    }

    private func end() {
        guard !isEnded, callbacks.depth == 0 else { return }
        isEnded = true
        isClosed = true
        lease?.finalizeBuried()
        hooks = nil
        sqlite3_trace_v2(pointer, 0, nil, nil)
        resetStatements()
        // A statement that outlives the connection keeps the pointer, but no callback.
        sqlite3_set_authorizer(pointer, nil, nil)
        sqlite3_progress_handler(pointer, 0, nil, nil)
        sqlite3_close_v2(pointer)
    }

    /// Throws where the connection is closed, or where SQLite ended the transaction whose body is still at work.
    ///
    /// A statement that ran on there would commit on its own what its transaction was to hold together.
    @inline(__always)
    func requireUsable(for sql: @autoclosure () -> String?) throws(SQLiteError) {
        if isUsable { return }
        if let refusal = refusal(for: sql()) { throw refusal }
    }

    /// Whether a statement may run: nothing of what `refusal` looks at more closely is in the way.
    @inline(__always)
    var isUsable: Bool {
        heldLease?._withUnsafeGuaranteedRef { $0.isUsableHere } ?? true
            && !isClosed && !owesRollback && (bodies == 0 || sqlite3_get_autocommit(pointer) == 0)
    }

    /// Why nothing may run on the connection; nil where something may, a rollback that was owed being made up for.
    @inline(never)
    func refusal(for sql: String?) -> SQLiteError? {
        if let refusal = lease?.refusal(for: sql) { return refusal }
        if isClosed { return SQLiteError.misuse("the connection is closed", sql: sql) }
        if owesRollback, bodies == 0 { rollBack() }
        if !owesRollback, bodies == 0 || sqlite3_get_autocommit(pointer) == 0 { return nil }
        return SQLiteError(code: .abort, message: "the transaction ended before its body did", sql: sql)
    }

    /// Rolls the transaction back, if one is open, or remembers that it has to be.
    func rollBack() {
        // Not through a cached statement: that asks first whether the connection is usable.
        sqlite3_exec(pointer, "ROLLBACK", nil, nil, nil)
        owesRollback = sqlite3_get_autocommit(pointer) == 0
    }

    /// Has what was read into memory read anew, where the machine failed: pages may be there that were changed back in
    /// part, or read wrongly, and SQLite would call the file corrupt for as long as the connection lives.
    func forgetPages(after error: any Error) {
        let codes: [ResultCode] = [.io, .full, .noMemory, .abort, .corrupt, .notADatabase]
        if let error = error as? SQLiteError, codes.contains(error.code.primary) { sqlite3_db_release_memory(pointer) }
    }

    /// Throws where the connection is closed.
    func requireOpen() throws(SQLiteError) {
        if !isOpen { throw SQLiteError.misuse("the connection is closed") }
    }

    /// Prepares the first statement of `text`, which holds no NUL but the one at its end.
    ///
    /// - Returns: the result code; the statement, nil for blanks and comments only; the bytes of `text` it took; and the
    ///   tables it uses, where somebody watches.
    func prepare(
        _ text: UnsafePointer<CChar>, isPersistent: Bool
    ) -> (code: Int32, statement: OpaquePointer?, length: Int, use: TableUse?) {
        guard let recorder else {
            let prepared = prepareUnheard(text, isPersistent)
            return (prepared.code, prepared.statement, prepared.length, nil)
        }
        let (prepared, use) = recorder.recording { prepareUnheard(text, isPersistent) }
        return (prepared.code, prepared.statement, prepared.length, use)
    }

    private func prepareUnheard(
        _ text: UnsafePointer<CChar>, _ isPersistent: Bool
    ) -> (code: Int32, statement: OpaquePointer?, length: Int) {
        var statement: OpaquePointer?
        var tail: UnsafePointer<CChar>?
        let flags = isPersistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
        let code = sqlite3_prepare_v3(pointer, text, -1, flags, &statement, &tail)
        return (code, statement, tail.map { $0 - text } ?? 0)
    }
}
