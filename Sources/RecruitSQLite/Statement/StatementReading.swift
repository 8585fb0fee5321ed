extension Statement {
    /// Binds every parameter in order and lends every row in turn; one row is in memory at a time.
    @inlinable
    public func forEach<each B: Bindable>(
        _ values: repeat each B, body: (borrowing Row) throws -> Void
    ) throws {
        try bindAll(repeat each values)
        defer { endRun() }
        while try advance() { try body(Row(handle)) }
    }

    /// Binds every parameter in order and reads the first column of the only row; an Optional where it may be NULL.
    ///
    /// Throws `.notFound` where there is no row, `.mismatch` where there are more.
    @inlinable
    public func value<T: ColumnDecodable, each B: Bindable>(_ type: T.Type, _ values: repeat each B) throws -> T {
        try bindAll(repeat each values)
        defer { endRun() }
        guard try advance() else {
            throw SQLiteError(code: .notFound, message: "the statement gave no row", sql: sql)
        }
        let value = try T(Row(handle), at: 0)
        if try advance() {
            throw SQLiteError(code: .mismatch, message: "the statement gave more than one row", sql: sql)
        }
        return value
    }
}
