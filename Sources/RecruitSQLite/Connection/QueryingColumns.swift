extension Connection {
    /// The first column of every row; an Optional type where it may be NULL.
    ///
    /// Throws `.mismatch` where a row holds something else.
    @inlinable @_disfavoredOverload
    public func all<T: ColumnDecodable>(_ type: T.Type, _ sql: SQL) throws -> [T] {
        try all(sql) { (row: borrowing Row) in try T(row, at: 0) }
    }

    /// The first column of the first row; nil where there is no row.
    ///
    /// A statement that writes (`INSERT ... RETURNING`) runs to its end all the same. Where the column may be NULL, the
    /// type is an Optional, and so is the result once more. Throws `.mismatch` where the row holds something else.
    @inlinable @_disfavoredOverload
    public func first<T: ColumnDecodable>(_ type: T.Type, _ sql: SQL) throws -> T? {
        try first(sql) { (row: borrowing Row) in try T(row, at: 0) }
    }
}
