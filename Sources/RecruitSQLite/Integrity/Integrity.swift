import CRecruitSQLite

/// A row whose foreign key points at no row.
public struct ForeignKeyViolation: Sendable, Hashable {
    /// The table with the row.
    public let table: String
    /// The row; nil in a table WITHOUT ROWID.
    public let rowID: Int64?
    /// The table that the key points to.
    public let parent: String
    /// The key's number in the table, as `PRAGMA foreign_key_list` counts it, from 0.
    public let key: Int
}

extension Connection {
    /// Reads the whole file and returns SQLite's words for each fault in it, at most `limit`; empty for a file that is whole.
    ///
    /// It looks at every page, index, NOT NULL, UNIQUE and CHECK, not at foreign keys. A `limit` below 1 is taken for 1.
    /// What SQLite finds in the pages of one database is one text of several lines. Where the damage ends the check before
    /// its end, the last fault, one above the limit perhaps, is the error's message and code. Throws `.notADatabase`,
    /// `.corrupt` or `.io` where nothing was found before the file could not be read on (`PRAGMA integrity_check`).
    public func integrityCheck(limit: Int = 100) throws -> [String] {
        try faults("integrity_check", limit)
    }

    /// The same without comparing the indexes with their tables, in less time (`PRAGMA quick_check`).
    public func quickCheck(limit: Int = 100) throws -> [String] {
        try faults("quick_check", limit)
    }

    private func faults(_ pragma: String, _ limit: Int) throws -> [String] {
        // A pragma takes no parameter.
        let count = String(Int32(clamping: max(1, limit)))
        var lines: [String] = []
        do {
            try forEach("PRAGMA \(raw: pragma)(\(raw: count))") { (row: borrowing Row) in lines.append(try row.text(0))
            }
        } catch let error as SQLiteError
            where !lines.isEmpty && [.corrupt, .notADatabase, .io].contains(error.code.primary)
        {
            // Who asks what is damaged wants to hear what was found, all the more where the damage ends the check.
            lines.append("\(error.message) (SQLite \(error.code.rawValue))")
        }
        return lines == ["ok"] ? [] : lines
    }

    /// Returns the rows whose foreign keys point at no row, table by table, at most `limit`; keys with a NULL are none.
    ///
    /// It tells what is there, whether foreign keys are enforced or not. Throws `.error` where a key points at columns
    /// that are not unique or not there (`PRAGMA foreign_key_check`).
    public func foreignKeyCheck(limit: Int = .max) throws -> [ForeignKeyViolation] {
        let statement = try prepare("PRAGMA foreign_key_check")
        defer { statement.finalize() }
        var violations: [ForeignKeyViolation] = []
        while violations.count < limit, try statement.step() {
            violations.append(
                try statement.withRow { (row: borrowing Row) in
                    ForeignKeyViolation(
                        table: try row.text(0), rowID: try row.int64OrNil(1), parent: try row.text(2),
                        key: try row.int(3))
                })
        }
        return violations
    }
}
