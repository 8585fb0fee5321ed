import CRecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Migrator {
    /// Applies the pending migrations up to number `last`, or all, and returns those that it applied.
    ///
    /// Each runs in one BEGIN IMMEDIATE with its record, `application_id` and `user_version`: after a kill, the next
    /// call goes on with the first one that is missing. A second process waits for the first, as long as its busy timeout
    /// allows, and finds nothing left. Foreign keys are not enforced while a migration runs, so that a table can be
    /// rebuilt; they are checked at its end. Throws `MigrationError`, or `SQLiteError` with `.busy`, `.full`, ...
    @discardableResult
    public func migrate(_ connection: Connection, upTo last: Int? = nil) throws -> [Migration] {
        guard !connection.isInTransaction else {
            throw SQLiteError.misuse("migrations run in transactions of their own")
        }
        let enforced = connection.setForeignKeys(false)
        defer { connection.setForeignKeys(enforced) }
        var applied: [Migration] = []
        for migration in try pending(on: connection) where migration.number <= last ?? .max {
            let isNew =
                try migration.usesTransaction
                ? connection.transaction { try apply(migration, on: connection) }
                : applyWithoutTransaction(migration, on: connection)
            if isNew { applied.append(migration) }
        }
        return applied
    }

    /// Applies the pending migrations to a copy that is thrown away, and returns them; the file itself is only read.
    ///
    /// The copy lies in a temporary file without a name. Where there is no file, everything is tried on an empty database.
    /// Throws as `migrate` would.
    public func dryRun(databaseAt path: String) throws -> [Migration] {
        let copy = try Connection(temporary: ())
        if access(path, F_OK) != 0, errno == ENOENT { return try migrate(copy) }
        let original = try Connection(path: path, access: .readOnly)
        try original.backup(to: copy)
        original.close()
        return try migrate(copy)
    }

    /// Runs one migration within a transaction; false where another process was faster.
    private func apply(_ migration: Migration, on connection: Connection) throws -> Bool {
        guard try checkedPending(on: connection).first?.number == migration.number else { return false }
        let start = Self.milliseconds()
        try MigrationRecord.createTable(connection)
        try runScript(of: migration, on: connection)
        try checkForeignKeys(after: migration, on: connection)
        try record(migration, since: start, on: connection)
        return true
    }

    /// Runs one migration in no transaction, and then records it in one.
    private func applyWithoutTransaction(_ migration: Migration, on connection: Connection) throws -> Bool {
        guard try pending(on: connection).first?.number == migration.number else { return false }
        let start = Self.milliseconds()
        do {
            try runScript(of: migration, on: connection)
        } catch {
            if connection.isInTransaction { try connection.run("ROLLBACK") }
            throw error
        }
        if connection.isInTransaction {
            try connection.run("ROLLBACK")
            throw MigrationError.leavesTransaction(file: migration.name)
        }
        return try connection.transaction {
            try MigrationRecord.createTable(connection)
            guard try checkedPending(on: connection).first?.number == migration.number else { return false }
            try checkForeignKeys(after: migration, on: connection)
            try record(migration, since: start, on: connection)
            return true
        }
    }

    private func runScript(of migration: Migration, on connection: Connection) throws {
        do {
            try connection.execute(
                migration.sql, refusing: migration.usesTransaction ? ["BEGIN", "COMMIT", "END", "ROLLBACK"] : [])
        } catch let error as Connection.RefusedStatement {
            throw MigrationError.controlsTransaction(
                file: migration.name, line: error.position.line, column: error.position.column, keyword: error.keyword)
        } catch let error as SQLiteError where !Self.isOfTheMachine(error.code) {
            throw MigrationError.failed(
                file: migration.name, line: error.position?.line ?? 1, column: error.position?.column ?? 1,
                statement: error.sql ?? "", message: error.message, code: error.code)
        }
    }

    /// Whether the file, the disk or another process is at fault, and not the migration.
    private static func isOfTheMachine(_ code: ResultCode) -> Bool {
        let codes: [ResultCode] = [
            .busy, .locked, .readOnly, .io, .full, .cantOpen, .noMemory, .corrupt, .notADatabase, .interrupt,
        ]
        return codes.contains(code.primary)
    }

    private func checkForeignKeys(after migration: Migration, on connection: Connection) throws {
        guard migration.checksForeignKeys else { return }
        let dangling = try connection.foreignKeyCheck()
        guard let first = dangling.first else { return }
        let rows = dangling.count { $0.table == first.table && $0.parent == first.parent }
        throw MigrationError.foreignKey(file: migration.name, table: first.table, parent: first.parent, rows: rows)
    }

    private func record(_ migration: Migration, since start: Int, on connection: Connection) throws {
        try MigrationRecord.add(
            migration, milliseconds: max(0, Self.milliseconds() - start), toolVersion: toolVersion, on: connection)
        // A pragma takes no parameter; both are numbers.
        try connection.run("PRAGMA application_id = \(raw: String(applicationID))")
        try connection.run("PRAGMA user_version = \(raw: String(migration.number))")
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec &* 1000 &+ time.tv_nsec / 1_000_000
    }
}

extension Connection {
    /// Sets whether foreign keys are enforced, and returns whether they were (`SQLITE_DBCONFIG_ENABLE_FKEY`).
    @discardableResult
    func setForeignKeys(_ enforced: Bool) -> Bool {
        guard database.isOpen else { return false }
        let before = (try? value(Bool.self, "PRAGMA foreign_keys")) ?? true
        _ = recruit_sqlite3_db_config_int(database.pointer, SQLITE_DBCONFIG_ENABLE_FKEY, enforced ? 1 : 0)
        return before
    }
}
