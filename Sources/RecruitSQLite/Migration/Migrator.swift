/// Brings a database's schema up to date, one migration after another, each recorded in `schema_migrations`.
public struct Migrator: Sendable {
    /// The migrations, ascending by number.
    public let migrations: [Migration]
    /// What marks the program's files (`PRAGMA application_id`).
    public let applicationID: Int32
    /// The version that is recorded with what it applies.
    public let toolVersion: String

    /// A runner for these migrations, in any order; throws `MigrationError.duplicate` or `.gap`.
    public init(_ migrations: [Migration], applicationID: Int32, toolVersion: String) throws {
        let sorted = migrations.sorted { $0.number < $1.number }
        for (first, second) in zip(sorted, sorted.dropFirst()) where first.number == second.number {
            throw MigrationError.duplicate(number: first.number, first: first.name, second: second.name)
        }
        for (index, migration) in sorted.enumerated() where migration.number != index + 1 {
            throw MigrationError.gap(missing: index + 1)
        }
        self.migrations = sorted
        self.applicationID = applicationID
        self.toolVersion = toolVersion
    }

    /// How every known migration, and every unknown one of the database, stands; ascending by number.
    ///
    /// Writes nothing. Throws `MigrationError.notOurs` for another program's file, `SQLiteError` for a file that is no database.
    public func status(on connection: Connection) throws -> [MigrationStatus] {
        try connection.savepoint {
            try requireOurs(connection)
            return Self.status(of: migrations, records: try MigrationRecord.all(connection))
        }
    }

    /// The migrations that the database lacks, ascending by number.
    ///
    /// Writes nothing. Throws `MigrationError` where `migrate` would refuse to begin.
    public func pending(on connection: Connection) throws -> [Migration] {
        try connection.savepoint { try checkedPending(on: connection) }
    }

    /// The pending migrations, once the file and its records have been judged, within a transaction.
    func checkedPending(on connection: Connection) throws -> [Migration] {
        try requireOurs(connection)
        let records = try MigrationRecord.all(connection)
        if let newest = records.last, newest.number > migrations.count {
            throw MigrationError.newer(
                number: newest.number, name: newest.name, toolVersion: newest.toolVersion,
                newestKnown: migrations.count)
        }
        for (index, record) in records.enumerated() {
            guard record.number == index + 1 else { throw MigrationError.gapInDatabase(missing: index + 1) }
            let migration = migrations[index]
            guard record.sha256 == migration.sha256 else {
                throw MigrationError.edited(file: migration.name, applied: record.sha256, now: migration.sha256)
            }
        }
        return Array(migrations.dropFirst(records.count))
    }

    private static func status(of migrations: [Migration], records: [MigrationRecord]) -> [MigrationStatus] {
        let recorded = Dictionary(records.map { ($0.number, $0) }) { first, _ in first }
        let known = migrations.map { migration in
            guard let record = recorded[migration.number] else {
                return MigrationStatus(number: migration.number, name: migration.name, state: .pending)
            }
            return MigrationStatus(
                number: migration.number, name: migration.name,
                state: record.sha256 == migration.sha256
                    ? .applied(at: record.appliedAt) : .edited(at: record.appliedAt))
        }
        let unknown = records.filter { $0.number < 1 || $0.number > migrations.count }.map {
            MigrationStatus(number: $0.number, name: $0.name, state: .unknown(at: $0.appliedAt))
        }
        return (known + unknown).sorted { $0.number < $1.number }
    }

    /// An application_id as SQLite gives it, and in hexadecimal, as it is written in programs and lists of them.
    private static func both(_ mark: Int) -> String {
        let digits = String(UInt32(truncatingIfNeeded: mark), radix: 16, uppercase: true)
        return "\(mark) (0x\(String(repeating: "0", count: 8 - digits.utf8.count))\(digits))"
    }

    /// Throws unless the file is empty or carries the program's mark and records.
    private func requireOurs(_ connection: Connection) throws {
        let tables = try connection.value(
            Int.self, "SELECT count(*) FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@'")
        guard tables > 0 else { return }
        let mark = try connection.value(Int.self, "PRAGMA main.application_id")
        guard mark == Int(applicationID) else {
            let (found, ours) = (Self.both(mark), Self.both(Int(applicationID)))
            throw MigrationError.notOurs(reason: "it has tables, and its application_id is \(found), not \(ours)")
        }
        guard try MigrationRecord.exists(connection) else {
            throw MigrationError.notOurs(reason: "it has tables, but no table schema_migrations")
        }
    }
}
