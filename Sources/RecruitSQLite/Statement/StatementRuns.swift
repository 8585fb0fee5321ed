import CRecruitSQLite

extension Statement {
    /// Binds every parameter in order, steps to the end and resets.
    @inlinable
    public func run<each B: Bindable>(_ values: repeat each B) throws {
        try bindAll(repeat each values)
        defer { endRun() }
        while try advance() {}
    }

    /// Binds every parameter in order and decodes every row.
    @inlinable
    public func all<T, each B: Bindable>(
        _ values: repeat each B, decode: (borrowing Row) throws -> T
    ) throws -> [T] {
        try bindAll(repeat each values)
        defer { endRun() }
        var decoded: [T] = []
        while try advance() { decoded.append(try decode(Row(handle))) }
        return decoded
    }

    /// Binds every parameter in order and decodes the first row; nil where there is none.
    ///
    /// A statement that writes (`INSERT ... RETURNING`) runs to its end all the same.
    @inlinable
    public func first<T, each B: Bindable>(
        _ values: repeat each B, decode: (borrowing Row) throws -> T
    ) throws -> T? {
        try bindAll(repeat each values)
        defer { endRun() }
        guard try advance() else { return nil }
        let decoded = try decode(Row(handle))
        if !isReadOnly { while try advance() {} }
        return decoded
    }

    @inlinable
    func bindAll<each B: Bindable>(_ values: repeat each B) throws {
        try startRun()
        var index: Int32 = 0
        var failed: Int32 = 0
        for value in repeat each values {
            index &+= 1
            let code = value._place(in: self, at: index)
            if code != 0 { failed = code }
        }
        try requireBound(Int(index), failed)
    }

    /// Binds the values of an interpolated statement, which the cache has lent to who may use the connection.
    @inline(__always)
    func bindAll(_ sql: SQL) throws {
        try begin()
        var index: Int32 = 0
        var failed: Int32 = 0
        sql.forEachPiece { piece in
            switch piece {
            case .text: break
            case .parameter(let value), .value(let value):
                index &+= 1
                let code = place(value, at: index)
                if code != 0 { failed = code }
            }
        }
        if failed != SQLITE_OK || Int(index) != parameterCount { throw unbound(Int(index), failed) }
    }

    @usableFromInline
    func startRun() throws {
        try requireUsable()
        try begin()
    }

    @inline(__always)
    private func begin() throws {
        if isRunning || phase == .row { throw SQLiteError.misuse("the statement is running already", sql: sql) }
        if phase == .done { reset() }
        database.note(use)
        isBoundInArena = true
        isRunning = true
        borrowers &+= 1
    }

    /// Ends a run, whether it went well or not.
    @usableFromInline
    func endRun() {
        sqlite3_reset(handle)
        phase = .ready
        isRunning = false
        if arena.isLarge {
            sqlite3_clear_bindings(handle)
            isBoundInArena = false
            arena.free()
        } else {
            arena.rewind()
        }
        borrowers &-= 1
        if isFinalized { releaseIfUnused() }
    }

    @usableFromInline
    func requireBound(_ count: Int, _ failed: Int32) throws {
        if failed != SQLITE_OK || count != parameterCount { throw unbound(count, failed) }
    }

    @inline(never)
    private func unbound(_ count: Int, _ failed: Int32) -> SQLiteError {
        let error =
            count == parameterCount
            ? bindingFailure(failed)
            : SQLiteError(code: .range, message: countMismatch(count), sql: sql)
        endRun()
        return error
    }

    private func countMismatch(_ count: Int) -> String {
        let values = count == 1 ? "1 value was" : "\(count) values were"
        let parameters = parameterCount == 1 ? "1 parameter" : "\(parameterCount) parameters"
        let hint = SQLText.hasQuotedQuestionMark(sql) ? "; a ? within quotes is no parameter" : ""
        return "\(values) given for the statement's \(parameters)\(hint)"
    }

    func bindingFailure(_ code: Int32) -> SQLiteError {
        if code == SQLITE_MISMATCH {
            return SQLiteError(code: .mismatch, message: "NaN is no value that SQLite can store", sql: sql)
        }
        return failure(code)
    }
}
