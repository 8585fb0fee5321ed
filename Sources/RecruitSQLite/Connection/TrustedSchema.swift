import CRecruitSQLite

extension Connection {
    /// Runs `body` while triggers and views of the schema may use what SQLite calls unsafe in them
    /// (`SQLITE_DBCONFIG_TRUSTED_SCHEMA`): before SQLite 3.41 a full-text table counts as such, so that a trigger that
    /// keeps one up to date fires in here only.
    ///
    /// For statements of one's own, on tables whose triggers one knows.
    ///
    /// - Throws: what `body` throws, or `SQLiteError` when the setting cannot be made.
    public func withTrustedSchema<Result>(_ body: () throws -> Result) throws -> Result {
        try database.requireUsable(for: nil)
        try trustSchema(1)
        let result: Result
        do { result = try body() } catch {
            // The error of the body says more.
            _ = try? trustSchema(0)
            throw error
        }
        try trustSchema(0)
        return result
    }

    private func trustSchema(_ isTrusted: Int32) throws(SQLiteError) {
        let code = recruit_sqlite3_db_config_int(database.pointer, SQLITE_DBCONFIG_TRUSTED_SCHEMA, isTrusted)
        guard code == SQLITE_OK else { throw SQLiteError(code, on: database.pointer) }
    }
}
