import CRecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Connection {
    /// Writes a compact copy of the database to a new file at `path`, mode 0600, safe on disk when this returns.
    ///
    /// Throws `.cantOpen` where a file is there already, `.misuse` within a transaction, the body of a pool too; a copy
    /// that fails leaves no file (`VACUUM INTO`).
    public func vacuum(into path: String) throws {
        try database.requireUsable(for: nil)
        guard !isInTransaction else { throw SQLiteError.misuse("a copy is written outside of transactions") }
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw SQLiteError(code: .cantOpen, message: "\"\(path)\" is no name of a file")
        }
        try PrivateFile.makeNew(path)
        do {
            try run("VACUUM INTO \(path.hasPrefix("file:") ? "./" + path : path)")
            try PrivateFile.synchronize(path)
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Replaces the content of `other` by a copy of this database, page by page (`sqlite3_backup_step`).
    public func backup(to other: Connection) throws {
        try database.requireUsable(for: nil)
        try other.database.requireUsable(for: nil)
        let target = other.database.pointer
        guard let backup = sqlite3_backup_init(target, "main", database.pointer, "main") else {
            throw SQLiteError(sqlite3_extended_errcode(target), on: target)
        }
        var waited = 0
        var code = sqlite3_backup_step(backup, -1)
        // The busy handler is not asked here.
        while code & 0xFF == SQLITE_BUSY || code & 0xFF == SQLITE_LOCKED, waited < 5000 {
            sqlite3_sleep(10)
            waited += 10
            code = sqlite3_backup_step(backup, -1)
        }
        let finished = sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE else {
            let failed = finished == SQLITE_OK ? code : finished
            throw SQLiteError(
                code: ResultCode(rawValue: failed), message: String(cString: sqlite3_errstr(failed)))
        }
    }

    /// Puts the database into write-ahead mode for good: readers and one writer do not wait for each other.
    ///
    /// Throws where the database cannot have one; one in memory stays as it is. Commits are flushed to the disk before
    /// they return (`synchronous=FULL`), which is every connection's setting, not the file's.
    public func useWriteAheadLog() throws {
        var waited = 0
        while true {
            do {
                let mode = try value(String.self, "PRAGMA journal_mode=WAL")
                guard mode == "wal" || mode == "memory" else {
                    throw SQLiteError(code: .cantOpen, message: "the database stays in journal mode \(mode)")
                }
                return
            } catch let error as SQLiteError where .busy ~= error.code && waited < 5000 {
                // Two connections that switch at once do not wait for each other by themselves.
                sqlite3_sleep(10)
                waited += 10
            }
        }
    }

    /// Refreshes what the query planner knows of the tables this connection used, in bounded time (`PRAGMA optimize`).
    public func optimize() throws {
        try execute("PRAGMA analysis_limit=400; PRAGMA optimize")
    }
}
