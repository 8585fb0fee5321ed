import CRecruitSQLite

extension Statement {
    /// Where the columns of `names` stand in the result: looked up once, and again where SQLite prepared it anew.
    ///
    /// It is asked after the first step, which is when a changed schema changes a `SELECT *`.
    @usableFromInline
    func indexes<Name: ColumnName>(of names: Name.Type) throws(SQLiteError) -> [Int32] {
        let preparation = sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_REPREPARE, 0)
        if let resolved, resolved.names == ObjectIdentifier(names), resolved.preparation == preparation {
            return resolved.indexes
        }
        guard MemoryLayout<Name>.size <= 1 else {
            throw SQLiteError.misuse("\(names) is no enumeration of plain cases", sql: sql)
        }
        let columns = columnNames
        var indexes: [Int32] = []
        for name in Name.allCases {
            guard let index = columns.firstIndex(of: name.rawValue) else {
                throw SQLiteError(code: .notFound, message: "the result has no column \(name.rawValue)", sql: sql)
            }
            guard columns.lastIndex(of: name.rawValue) == index else {
                throw SQLiteError(
                    code: .mismatch, message: "the result has more than one column \(name.rawValue)", sql: sql)
            }
            while indexes.count <= name.tag { indexes.append(-1) }
            indexes[name.tag] = Int32(clamping: index)
        }
        resolved = ResolvedColumns(ObjectIdentifier(names), preparation, indexes)
        return indexes
    }

    /// Steps for the first time; a statement that writes does so only when its result has the columns.
    @usableFromInline
    func advance<Name: ColumnName>(checking names: Name.Type) throws(SQLiteError) -> Bool {
        if !isReadOnly { _ = try indexes(of: names) }
        return try advance()
    }
}
