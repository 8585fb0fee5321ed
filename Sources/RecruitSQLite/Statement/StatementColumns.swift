import CRecruitSQLite

extension Statement {
    /// How many columns the result has; 0 for a statement without rows (`sqlite3_column_count`).
    public var columnCount: Int {
        isFinalized || !database.isHeldHere ? 0 : Int(sqlite3_column_count(handle))
    }

    /// The names of the result's columns, in order, there even when no row is (`sqlite3_column_name`).
    public var columnNames: [String] {
        (0..<columnCount).map { index in
            sqlite3_column_name(handle, Int32(clamping: index)).map { String(cString: $0) } ?? ""
        }
    }

    /// The names of the parameters with their sign, as in `:id`, in order; nil for `?` (`sqlite3_bind_parameter_name`).
    public var parameterNames: [String?] {
        guard !isFinalized, database.isHeldHere, parameterCount > 0 else { return [] }
        return (1...parameterCount).map { index in
            sqlite3_bind_parameter_name(handle, Int32(clamping: index)).map { String(cString: $0) }
        }
    }
}
