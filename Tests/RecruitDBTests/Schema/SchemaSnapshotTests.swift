import Foundation
import RecruitSQLite
import Testing

@testable import RecruitDB

/// A new database in memory, with every migration applied.
private func migrated() throws -> Connection {
    let connection = try Connection(path: ":memory:", access: .create)
    try Schema.migrator().migrate(connection)
    return connection
}

/// What `sqlite_schema` says of a new database: tables in the order of the migrations, each with its indexes and
/// triggers by name, then the views.
private func snapshot() throws -> String {
    let connection = try migrated()
    let statements = try connection.all(
        """
        SELECT s.sql FROM sqlite_schema s
        LEFT JOIN sqlite_schema t ON t.type = 'table' AND t.name = s.tbl_name
        WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'document\\_fts\\_%' ESCAPE '\\'
        ORDER BY s.type = 'view', coalesce(t.rowid, s.rowid),
                 CASE s.type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, s.name
        """
    ) { row in try row.text(0) }
    return """
        -- The whole schema as a new database has it, for the eyes of a reviewer: a migration shows here as a difference.
        -- Made by RECRUITDB_WRITE_SNAPSHOT=1 swift test --filter SchemaSnapshotTests; never edited, never run.

        \(statements.map { $0 + ";" }.joined(separator: "\n\n"))

        """
}

@Suite struct SchemaSnapshotTests {
    @Test func `Tests/Schema.sql is the schema of a new database`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Schema.sql")
        let schema = try snapshot()
        if ProcessInfo.processInfo.environment["RECRUITDB_WRITE_SNAPSHOT"] != nil {
            try Data(schema.utf8).write(to: file)
        }
        let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let new = schema.split(separator: "\n", omittingEmptySubsequences: false)
        let difference = new.difference(from: kept.split(separator: "\n", omittingEmptySubsequences: false))
        let hint = "RECRUITDB_WRITE_SNAPSHOT=1 swift test --filter SchemaSnapshotTests takes them over"
        #expect(difference.isEmpty, "\(difference.count) lines differ; \(hint)")
    }

    @Test func `the data dictionary has a row for each column of each table, and no other`() throws {
        let connection = try migrated()
        let columns = try connection.all(
            """
            SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_xinfo(m.name) c
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
              AND m.name NOT LIKE '%\\_fts%' ESCAPE '\\'
            """
        ) { row in try row.text(0) }
        let described = try connection.all("SELECT table_name || '.' || column_name FROM data_dictionary") { row in
            try row.text(0)
        }
        #expect(columns.count > 100)
        #expect(Set(columns).subtracting(described).sorted() == [], "columns without a row")
        #expect(Set(described).subtracting(columns).sorted() == [], "rows without a column")
    }

    @Test func `every column is described in words`() throws {
        let bare = try migrated().all(
            """
            SELECT table_name || '.' || column_name FROM data_dictionary
            WHERE length(trim(description)) < 4 OR description = column_name OR description GLOB '*[.]'
            """
        ) { row in try row.text(0) }
        #expect(bare == [])
    }

    @Test func `every column says how personal it is, and names, addresses and texts are`() throws {
        let connection = try migrated()
        let classes = try connection.all("SELECT DISTINCT personal_data FROM data_dictionary ORDER BY 1") { row in
            try row.text(0)
        }
        #expect(classes == ["free_text", "identifying", "none", "pseudonymous"])
        let personal = try connection.all(
            """
            SELECT table_name || '.' || column_name FROM data_dictionary
            WHERE table_name IN ('applicant_names', 'applicant_emails', 'document_pages', 'document_names', 'file_hashes')
              AND column_name IN ('name', 'family_name', 'given_name', 'email', 'text', 'filename', 'sha256')
              AND personal_data NOT IN ('identifying', 'free_text')
            """
        ) { row in try row.text(0) }
        #expect(personal == [])
    }

    @Test func `no table keeps what a lab must not collect`() throws {
        let columns = try migrated().all(
            """
            SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_xinfo(m.name) c
            WHERE c.name GLOB '*birth*' OR c.name GLOB '*gender*' OR c.name GLOB '*nationality*'
              OR c.name GLOB '*marital*' OR c.name GLOB '*photo*' OR c.name GLOB '*passport*'
            """
        ) { row in try row.text(0) }
        #expect(columns == [])
    }

    @Test func `every table is STRICT`() throws {
        let loose = try migrated().all(
            """
            SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            """
        ) { row in try row.text(0) }
        #expect(loose == [])
    }
}
