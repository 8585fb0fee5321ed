extension Connection {
    /// Decodes every row of one statement by the names of its columns.
    ///
    /// The names are checked once, also where there is no row: throws `.notFound` for a column that the result does not
    /// have, `.mismatch` for one that it has twice (`sqlite3_column_name`).
    @inlinable
    public func all<T: NamedRowDecodable>(_ type: T.Type, _ sql: SQL) throws -> [T] {
        var decoded: [T] = []
        try forEach(sql, columns: T.Column.self) { (row: borrowing NamedRow<T.Column>) in decoded.append(try T(row)) }
        return decoded
    }

    /// Decodes the first row of one statement by the names of its columns; nil where there is none.
    ///
    /// A statement that writes (`INSERT ... RETURNING`) runs to its end all the same. Throws as `all` does.
    @inlinable
    public func first<T: NamedRowDecodable>(_ type: T.Type, _ sql: SQL) throws -> T? {
        let lent = try borrow(sql)
        defer { giveBack(lent) }
        let statement = lent.statement
        let hasRow = try statement.advance(checking: T.Column.self)
        let indexes = try statement.indexes(of: T.Column.self)
        guard hasRow else { return nil }
        let decoded = try indexes.withUnsafeBufferPointer { try T(NamedRow(Row(statement.handle), $0)) }
        if !statement.isReadOnly { while try statement.advance() {} }
        return decoded
    }

    /// Lends every row of one statement in turn, its columns by name; one row is in memory at a time.
    ///
    /// Throws as `all` does, before the first row.
    @inlinable
    public func forEach<Name: ColumnName>(
        _ sql: SQL, columns: Name.Type, _ body: (borrowing NamedRow<Name>) throws -> Void
    ) throws {
        let lent = try borrow(sql)
        defer { giveBack(lent) }
        let statement = lent.statement
        var hasRow = try statement.advance(checking: columns)
        try statement.indexes(of: columns).withUnsafeBufferPointer { indexes in
            while hasRow {
                try body(NamedRow(Row(statement.handle), indexes))
                hasRow = try statement.advance()
            }
        }
    }
}
