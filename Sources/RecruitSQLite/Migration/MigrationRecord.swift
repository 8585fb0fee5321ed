/// A row of `schema_migrations`.
struct MigrationRecord: RowDecodable {
    let number: Int
    let name: String
    let sha256: String
    let appliedAt: String
    let toolVersion: String

    init(_ row: borrowing Row) throws {
        number = try row.int(0)
        name = try row.text(1)
        sha256 = try row.text(2)
        appliedAt = try row.text(3)
        toolVersion = try row.text(4)
    }
}

extension MigrationRecord {
    /// Every record in order; none where the table is not there.
    static func all(_ connection: Connection) throws -> [MigrationRecord] {
        guard try exists(connection) else { return [] }
        return try connection.all(
            MigrationRecord.self,
            "SELECT number, name, sha256, applied_at, tool_version FROM schema_migrations ORDER BY number")
    }

    /// Whether the table of records is there.
    static func exists(_ connection: Connection) throws -> Bool {
        try connection.value(
            Bool.self,
            "SELECT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = 'schema_migrations')")
    }

    /// Makes the table of records where it is not there.
    static func createTable(_ connection: Connection) throws {
        try connection.execute(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                -- Which steps of the schema this database has, one row for each.
                number       INTEGER PRIMARY KEY,   -- 1, 2, 3, ... without a gap
                name         TEXT NOT NULL,         -- the step's file, as in 0001_lab.sql
                sha256       TEXT NOT NULL,         -- of the file's text: an applied step is never edited
                applied_at   TEXT NOT NULL,         -- UTC, as in 2026-03-01T09:30:00Z
                duration_ms  INTEGER NOT NULL,      -- how long the step ran
                tool_version TEXT NOT NULL          -- the version of the program that applied it
            ) STRICT
            """)
    }

    /// Records that a migration was applied now.
    static func add(
        _ migration: Migration, milliseconds: Int, toolVersion: String, on connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO schema_migrations (number, name, sha256, applied_at, duration_ms, tool_version)
            VALUES (\(migration.number), \(migration.name), \(migration.sha256),
                    strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), \(milliseconds), \(toolVersion))
            """)
    }
}
