import Foundation
import RecruitSQLite

@testable import RecruitDB

/// Two databases that differ in every personal value, and in nothing else that a redacted question may see.
struct DatabasePair {
    let scratch: Scratch
    let paths: [String]
    /// The names of the tables and views, and for each those of its columns.
    let relations: [(name: String, columns: [String])]
    /// Those that are open, in lower case.
    let open: Set<String>
    /// Personal values of the first database that nothing else holds.
    let secrets: [String]

    /// With `hasOwnThings`, an admin has made indexes by closed columns, tables with computed columns and with keys of
    /// applicants, a trigger, and has given other names to closed columns and tables.
    init(applications: Int = 16, hasOwnThings: Bool) throws {
        scratch = try Scratch()
        let folder = scratch.folder
        let files = ["one.db", "other.db"].map { folder.appending(path: $0) }
        let made = try Binary.run(
            program: Binary.folder.appending(path: "recruitdb-sample").path,
            ["database", "--applications", "\(applications)", "--seed", "7", "-o", files[0].path])
        guard made.status == 0 else { throw RecruitmentError(.io, made.error) }
        try Self.loosen(files[0].path, hasOwnThings)
        try Self.statistics(files[0].path)
        try FileManager.default.copyItem(at: files[0], to: files[1])
        try Self.replacePersonalValues(files[1].path)
        try Self.statistics(files[1].path)
        if hasOwnThings { for file in files { try Self.rename(file.path) } }
        paths = files.map(\.path)

        let connection = try Connection(path: paths[0], access: .readOnly)
        let names = try connection.all("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name") {
            (row: borrowing Row) in try row.text(0)
        }
        relations = try names.map { name in
            (
                name,
                try connection.all("SELECT name FROM pragma_table_xinfo(\(name))") { (row: borrowing Row) in
                    try row.text(0)
                }
            )
        }
        let schema = try OpenSchema(connection)
        open = Set(
            names.filter { $0.hasSuffix("_facts") || ["time_in_stage", "missing_documents"].contains($0) }
                + schema.openTables.values.map { $0.name.lowercased() })
        secrets = try connection.all(
            """
            SELECT name FROM applicant_names UNION SELECT email FROM applicant_emails UNION
            SELECT subject FROM message_headers WHERE length(subject) > 8 UNION SELECT filename FROM document_names
            UNION SELECT sha256 FROM file_hashes UNION SELECT header_message_id FROM message_headers
            """
        ) { (row: borrowing Row) in try row.textOrNil(0) ?? "" }.filter { $0.utf8.count > 5 }
        connection.close()
    }

    /// Lets personal values be changed that the schema keeps as they are: the same in both files.
    private static func loosen(_ path: String, _ hasOwnThings: Bool) throws {
        let connection = try Connection(path: path, access: .readWrite)
        let triggers = try connection.all("SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
            (row: borrowing Row) in try row.text(0)
        }
        for trigger in triggers { try connection.execute("DROP TRIGGER \"\(raw: trigger)\"") }
        try connection.execute(
            """
            CREATE VIEW who_moved AS SELECT application_id, by_whom FROM stage_history;
            INSERT INTO members (handle, name, email, role) VALUES ('lwei', 'Lin Weiqiang', 'lwei@example.org', 'pi');
            INSERT INTO message_attachments (message_id, ordinal, file_id, filename, media_type)
                SELECT m.id, 9, f.id, 'Lin_' || m.id || '_CV_final.pdf', 'application/pdf'
                FROM messages m JOIN (SELECT min(id) AS id FROM files) f LIMIT 5;
            """)
        // With these a closed value would show in an order, a place or a count.
        if hasOwnThings {
            try connection.execute(
                """
                CREATE INDEX stage_history_by_whom ON stage_history (by_whom);
                CREATE INDEX messages_decided ON messages (id) WHERE decided_by IS NOT NULL;
                CREATE INDEX applications_by_length ON applications (length(stage_by));
                CREATE TABLE visits (id INTEGER PRIMARY KEY, day TEXT, guest TEXT,
                    guest_length INTEGER AS (length(guest)), guest_first TEXT AS (substr(guest, 1, 1)) STORED);
                CREATE TABLE contacts (applicant_id INTEGER REFERENCES applicants (id), kind TEXT, note TEXT);
                CREATE TABLE calls (applicant_id INTEGER, day TEXT, note TEXT, PRIMARY KEY (day, applicant_id)) WITHOUT ROWID;
                INSERT INTO data_dictionary VALUES ('visits', 'id', '', NULL, 'none'), ('visits', 'day', '', NULL, 'none'),
                    ('visits', 'guest', '', NULL, 'identifying'), ('visits', 'guest_length', '', NULL, 'none'),
                    ('contacts', 'applicant_id', '', NULL, 'pseudonymous'), ('contacts', 'kind', '', NULL, 'none'),
                    ('contacts', 'note', '', NULL, 'free_text'), ('calls', 'applicant_id', '', NULL, 'pseudonymous'),
                    ('calls', 'day', '', NULL, 'none'), ('calls', 'note', '', NULL, 'free_text');
                INSERT INTO visits (day, guest) SELECT substr(received_at, 1, 10), sender FROM messages JOIN message_headers
                    ON message_id = id;
                INSERT INTO contacts SELECT applicant_id, 'mail', email FROM applicant_emails;
                INSERT INTO calls SELECT applicant_id, '2027-01-0' || applicant_id % 7, name FROM applicant_names;
                CREATE TRIGGER visits_seen AFTER UPDATE ON visits WHEN new.guest > '' BEGIN SELECT new.guest; END;
                CREATE VIEW guests AS SELECT day, guest_length FROM visits;
                """)
        }
        connection.close()
    }

    private static func replacePersonalValues(_ path: String) throws {
        let connection = try Connection(path: path, access: .readWrite)
        try connection.execute("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF")
        let columns = try connection.all(
            """
            SELECT d.table_name, c.name, c."notnull" FROM data_dictionary d
            JOIN pragma_table_xinfo(d.table_name) AS c ON lower(c.name) = lower(d.column_name)
            -- A generated column follows what it is made of.
            WHERE d.personal_data IN ('identifying', 'free_text') AND c.hidden = 0
            """
        ) { (row: borrowing Row) in (try row.text(0), try row.text(1), try row.int(2) == 1) }
        for (table, column, isNeeded) in columns {
            let value = "'zz' || hex(randomblob(abs(random()) % 40)) || '@' || hex(randomblob(9))"
            let nothing = isNeeded ? value : "NULL"
            try connection.execute(
                """
                UPDATE "\(raw: table)" SET "\(raw: column)" = CASE abs(random()) % 4 WHEN 0 THEN \(raw: nothing)
                    ELSE \(raw: value) END 
                """)
        }
        try connection.execute("UPDATE document_fts SET words = 'zz ' || hex(randomblob(30))")
        connection.close()
    }

    /// The dictionary does not know the new names.
    private static func rename(_ path: String) throws {
        let connection = try Connection(path: path, access: .readWrite)
        try connection.execute(
            """
            ALTER TABLE messages RENAME COLUMN decided_by TO batch; ALTER TABLE applicant_aliases RENAME TO aliases;
            ALTER TABLE import_batches RENAME COLUMN by_whom TO kind_of;
            """)
        connection.close()
    }

    /// The file of a table to bring along, whose columns are called as closed ones.
    func ownTable() throws -> OwnTable {
        let file = scratch.folder.appending(path: "own.csv")
        let rows = (1...9).map { "\($0),zz,\($0)@example.org,lwei,\($0)" }
        try Data((["id,name,email,by_whom,applicant_id"] + rows).joined(separator: "\n").utf8).write(to: file)
        return try OwnTable(written: "own=\(file.path)")
    }

    private static func statistics(_ path: String) throws {
        let connection = try Connection(path: path, access: .readWrite)
        try connection.execute("ANALYZE")
        connection.close()
    }
}
