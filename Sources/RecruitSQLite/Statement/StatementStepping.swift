import CRecruitSQLite

extension Statement {
    /// Binds a copy of `value` to the parameter at `index`, counted from 1; it stays bound until `clearBindings`.
    ///
    /// Throws `.range` where there is no such parameter, `.misuse` while the statement stands on a row.
    public func bind(_ value: some Bindable, at index: Int) throws(SQLiteError) {
        try bindCopy(value.sqliteValue, at: index)
    }

    /// Binds a copy of `value` to the parameter with that name and sign: `:name`, `@name` or `$name`.
    public func bind(_ value: some Bindable, named name: String) throws(SQLiteError) {
        try requireUsable()
        let index = sqlite3_bind_parameter_index(handle, name)
        guard index > 0 else {
            throw SQLiteError(code: .range, message: "the statement has no parameter \(name)", sql: sql)
        }
        try bindCopy(value.sqliteValue, at: Int(index))
    }

    private func bindCopy(_ value: Value, at index: Int) throws(SQLiteError) {
        try requireUsable()
        endArenaBindings()
        if phase == .done { reset() }
        let index = Int32(clamping: index)
        let code: Int32 =
            switch value {
            case .null: sqlite3_bind_null(handle, index)
            case .integer(let integer): sqlite3_bind_int64(handle, index, integer)
            case .real(let real): real.isNaN ? SQLITE_MISMATCH : sqlite3_bind_double(handle, index, real)
            case .text(var text):
                text.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        recruit_sqlite3_bind_text_transient(handle, index, $0.baseAddress, UInt64($0.count))
                    }
                }
            case .blob(let bytes):
                bytes.withUnsafeBytes {
                    recruit_sqlite3_bind_blob_transient(handle, index, $0.baseAddress, UInt64($0.count))
                }
            }
        guard code == SQLITE_OK else { throw bindingFailure(code) }
    }

    /// Goes to the next row (`sqlite3_step`): true when there is one, false at the end, and again false until `reset`.
    public func step() throws(SQLiteError) -> Bool {
        try requireUsable()
        if isRunning { throw SQLiteError.misuse("the statement is running already", sql: sql) }
        switch phase {
        case .done: return false
        case .ready:
            endArenaBindings()
            database.note(use)
            database.mayStandOnRow = true
        case .row: break
        }
        // A function that the statement calls must not end the statement under SQLite's feet.
        isRunning = true
        borrowers += 1
        defer {
            isRunning = false
            borrowers -= 1
            releaseIfUnused()
        }
        return try advance()
    }

    @usableFromInline @inline(__always)
    func advance() throws(SQLiteError) -> Bool {
        // A closure may have closed the connection, which ended the run.
        guard database.isOpen else { throw endedRun }
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW {
            phase = .row
            return true
        }
        phase = .done
        if code == SQLITE_DONE { return false }
        throw failedRun(code)
    }

    @inline(never)
    private var endedRun: SQLiteError { SQLiteError.misuse("the connection is closed", sql: sql) }

    @inline(never)
    private func failedRun(_ code: Int32) -> SQLiteError {
        let failure = runFailure(code)
        database.finishClosing()
        return failure
    }

    /// Lends the row that `step` reached; without a row, every column reads as NULL.
    public func withRow<R>(_ body: (borrowing Row) throws -> R) rethrows -> R {
        borrowers += 1
        defer {
            borrowers -= 1
            releaseIfUnused()
        }
        return try body(Row(isFinalized || phase != .row || !database.isHeldHere ? nil : handle))
    }

    /// Goes back to before the first row; bindings stay; not within `run`, `all` or `first` (`sqlite3_reset`).
    public func reset() {
        guard !isFinalized, !isRunning, database.isHeldHere else { return }
        // Who traces the connection hears of the run's end meanwhile, and must not end the statement under SQLite's feet.
        borrowers += 1
        sqlite3_reset(handle)
        phase = .ready
        borrowers -= 1
        releaseIfUnused()
    }

    /// Sets every parameter to NULL (`sqlite3_clear_bindings`).
    public func clearBindings() {
        guard !isFinalized, !isRunning, database.isHeldHere else { return }
        if phase != .ready { reset() }
        sqlite3_clear_bindings(handle)
        isBoundInArena = false
    }

    /// Forgets the values of a finished run, which must not serve another by accident.
    private func endArenaBindings() {
        if isBoundInArena, phase != .row { clearBindings() }
    }
}
