import Foundation
import RecruitSQLite
import Testing

/// A runner for texts that are numbered in order, as version 1.2 of a program whose files are marked 77.
func migrator(_ texts: [String], applicationID: Int32 = 77) throws -> Migrator {
    let migrations = try texts.enumerated().map {
        try Migration(fileName: "\(String($0.offset + 10_001).dropFirst())_step.sql", sql: Script(raw: $0.element))
    }
    return try Migrator(migrations, applicationID: applicationID, toolVersion: "1.2")
}

@Suite struct MigratorTests {
    static let steps = [
        "CREATE TABLE a (x INTEGER PRIMARY KEY) STRICT;\nCREATE TABLE log (y TEXT) STRICT;",
        """
        -- A trigger holds semicolons of its own.
        CREATE TRIGGER note AFTER INSERT ON a BEGIN
            INSERT INTO log VALUES ('one; two');
            INSERT INTO log SELECT CASE WHEN NEW.x > 1 THEN 'many' ELSE 'one' END;
        END;
        INSERT INTO a VALUES (5);
        """,
        "CREATE TABLE c (x INTEGER) STRICT",
    ]

    @Test func `migrations run in order, once, with their record`() throws {
        let connection = try memory()
        let migrator = try migrator(Self.steps)
        #expect(try migrator.pending(on: connection).count == 3)
        #expect(connection.totalChanges == 0)
        #expect(try migrator.migrate(connection, upTo: 2).map(\.number) == [1, 2])
        #expect(try migrator.migrate(connection).map(\.number) == [3])
        #expect(try migrator.migrate(connection) == [])
        #expect(
            try connection.all("SELECT y FROM log") { (row: borrowing Row) in try row.text(0) } == ["one; two", "many"])
        #expect(try connection.value(Int.self, "PRAGMA application_id") == 77)
        #expect(try connection.value(Int.self, "PRAGMA user_version") == 3)
        let records = try connection.all(
            """
            SELECT number || ' ' || name || ' ' || length(sha256) || ' ' || (applied_at GLOB '20??-??-??T??:??:??Z')
                   || ' ' || (duration_ms BETWEEN 0 AND 60000) || ' ' || tool_version FROM schema_migrations
            """
        ) { (row: borrowing Row) in try row.text(0) }
        #expect(records == ["1 0001_step.sql 64 1 1 1.2", "2 0002_step.sql 64 1 1 1.2", "3 0003_step.sql 64 1 1 1.2"])
        let table = try connection.value(String.self, "SELECT sql FROM sqlite_schema WHERE name = 'schema_migrations'")
        #expect(table.contains("STRICT") && table.contains("-- 1, 2, 3, ... without a gap"))
        #expect(try connection.value(Int.self, "PRAGMA foreign_keys") == 1)
    }

    @Test func `a status tells applied, pending, edited and unknown, and writes nothing`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a.db"
            let writer = try Connection(path: path, access: .create)
            try migrator(Self.steps).migrate(writer)
            writer.close()
            let bytes = try Data(contentsOf: URL(filePath: path))
            let other = try migrator([Self.steps[0], "SELECT 'edited'"])
            let newer = try migrator(Self.steps + ["SELECT 4"])
            let reader = try Connection(path: path, access: .readOnly)
            func picture(_ migrator: Migrator) throws -> [String] {
                try migrator.status(on: reader).map { status in
                    switch status.state {
                    case .applied: "\(status.number) applied"
                    case .pending: "\(status.number) pending"
                    case .edited: "\(status.number) edited"
                    case .unknown: "\(status.number) unknown"
                    }
                }
            }
            #expect(try picture(other) == ["1 applied", "2 edited", "3 unknown"])
            #expect(try picture(newer) == ["1 applied", "2 applied", "3 applied", "4 pending"])
            #expect(try newer.pending(on: reader).map(\.number) == [4])
            #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.db"])
            let empty = try Connection(path: folder + "/empty.db", access: .create)
            #expect(try newer.status(on: empty).map(\.state) == [.pending, .pending, .pending, .pending])
            #expect(try Data(contentsOf: URL(filePath: folder + "/empty.db")).isEmpty)
        }
    }

    @Test(
        arguments: [
            ("", "", nil),
            (
                "CREATE TABLE theirs (x)", "",
                "the file belongs to another program: it has tables, and its application_id is 0 (0x00000000), not 77 (0x0000004D)"
            ),
            (
                "CREATE TABLE theirs (x); PRAGMA application_id=5", "",
                "the file belongs to another program: it has tables, and its application_id is 5 (0x00000005), not 77 (0x0000004D)"
            ),
            (
                "CREATE TABLE theirs (x); PRAGMA application_id=77", "",
                "the file belongs to another program: it has tables, but no table schema_migrations"
            ),
            ("PRAGMA application_id=5", "", nil),
            (
                nil, "UPDATE schema_migrations SET number = 9 WHERE number = 3",
                "the database is newer than this program: migration 9 (0003_step.sql) came with version 1.2, and this program knows 3: use the newer program"
            ),
            (
                nil, "DELETE FROM schema_migrations WHERE number = 2",
                "the database lacks migration 2, though a later one was applied: its record was changed by hand"
            ),
            (
                nil, "UPDATE schema_migrations SET sha256 = 'abcdefabcdefabcdef' WHERE number = 1",
                "0001_step.sql was changed after it was applied (SHA-256 abcdefabcdef then, 2f8a4f6a2fd1 now): undo the change, and put it into a migration of its own"
            ),
        ] as [(String?, String, String?)])
    func `what must not be migrated is refused before anything changes`(
        foreign: String?, damage: String, sentence: String?
    ) throws {
        let connection = try memory(Script(raw: foreign ?? ""))
        let migrator = try migrator(Self.steps)
        if foreign == nil { try migrator.migrate(connection) }
        try connection.execute(Script(raw: damage))
        let schema = try connection.value(String?.self, "SELECT group_concat(sql) FROM sqlite_schema")
        var refusal: String?
        do { try migrator.migrate(connection) } catch { refusal = "\(error)" }
        let digest = migrator.migrations[0].sha256.prefix(12)
        #expect(refusal == sentence?.replacing("2f8a4f6a2fd1", with: digest))
        if sentence != nil {
            #expect(try connection.value(String?.self, "SELECT group_concat(sql) FROM sqlite_schema") == schema)
        }
        #expect(!connection.isInTransaction)
    }

    @Test(arguments: [
        (
            "CREATE TABLE b (x);\n\n  INSERT INTO nowhere VALUES (1);\nSELECT 1;",
            "0002_step.sql:3:3: no such table: nowhere, in: INSERT INTO nowhere VALUES (1)"
        ),
        ("CREATE TABLE b (x) STRICT;", "0002_step.sql:1:1: missing datatype for b.x, in: CREATE TABLE b (x) STRICT"),
        ("CREATE TABEL b (x);", "0002_step.sql:1:8: near \"TABEL\": syntax error, in: CREATE TABEL b (x)"),
        (
            "CREATE TABLE b (x);\nINSERT INTO a VALUES (1), (1);",
            "0002_step.sql:2:1: UNIQUE constraint failed: a.x, in: INSERT INTO a VALUES (1), (1)"
        ),
        (
            "CREATE TABLE b (x);\n /* 长 */ commit;",
            "0002_step.sql:2:10: COMMIT stands in a migration that runs in one transaction"
        ),
        ("ROLLBACK", "0002_step.sql:1:1: ROLLBACK stands in a migration that runs in one transaction"),
        (
            "CREATE TABLE b (x INTEGER REFERENCES a);\nINSERT INTO b VALUES (8), (9)",
            "0002_step.sql: it leaves 2 rows of b pointing at nothing in a"
        ),
        ("CREATE TABLE b (x);\n\0", "0002_step.sql:2:1: a NUL character stands in the SQL, in: "),
    ])
    func `a migration that fails names its file, line, column and statement, and leaves nothing`(
        text: String, sentence: String
    ) throws {
        let connection = try memory()
        let migrator = try migrator([Self.steps[0], text, Self.steps[2]])
        var failure: String?
        do { try migrator.migrate(connection) } catch { failure = "\(error)" }
        #expect(failure == sentence)
        #expect(try migrator.pending(on: connection).map(\.number) == [2, 3])
        #expect(try connection.value(Int.self, "SELECT count(*) FROM sqlite_schema WHERE name = 'b'") == 0)
        #expect(try connection.value(Int.self, "PRAGMA user_version") == 1)
        #expect(try connection.value(Int.self, "PRAGMA foreign_keys") == 1)
        #expect(!connection.isInTransaction)
    }

    @Test func `a table can be rebuilt though others point at it with cascades`() throws {
        let connection = try memory()
        try migrator([
            """
            CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
            CREATE TABLE child (id INTEGER REFERENCES parent ON DELETE CASCADE) STRICT;
            INSERT INTO parent VALUES (1);
            INSERT INTO child VALUES (1);
            """,
            """
            CREATE TABLE wider (id INTEGER PRIMARY KEY, name TEXT) STRICT;
            INSERT INTO wider (id) SELECT id FROM parent;
            DROP TABLE parent;
            ALTER TABLE wider RENAME TO parent;
            """,
        ]).migrate(connection)
        #expect(try connection.value(Int.self, "SELECT count(*) FROM child JOIN parent USING (id)") == 1)
    }

    @Test func `the marks do what they say`() throws {
        let connection = try memory()
        try migrator([
            Self.steps[0], "-- migrate: no transaction\nVACUUM;\nBEGIN; CREATE TABLE v (x); COMMIT;",
            "-- migrate: no foreign key check\nCREATE TABLE b (x INTEGER REFERENCES a); INSERT INTO b VALUES (9);",
        ]).migrate(connection)
        #expect(try connection.value(Int.self, "PRAGMA user_version") == 3)
        #expect(try connection.value(Int.self, "SELECT x FROM b") == 9)
    }

    @Test func `a migration without transaction that leaves one open is not recorded`() throws {
        let connection = try memory()
        let migrator = try migrator(["-- migrate: no transaction\nBEGIN; CREATE TABLE v (x);"])
        #expect(throws: MigrationError.leavesTransaction(file: "0001_step.sql")) { try migrator.migrate(connection) }
        #expect(!connection.isInTransaction)
        #expect(try migrator.pending(on: connection).count == 1)
    }

    @Test func `a dry run tells what would happen and leaves the file as it is`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a.db"
            let writer = try Connection(path: path, access: .create)
            try writer.useWriteAheadLog()
            try migrator([Self.steps[0]]).migrate(writer)
            try writer.run("INSERT INTO a VALUES (5)")
            let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(try migrator([Self.steps[0], Self.steps[2]]).dryRun(databaseAt: path).map(\.number) == [2])
            // The row that stands only in the write-ahead log is in the way of the second step.
            let error = #expect(throws: MigrationError.self) { try migrator(Self.steps).dryRun(databaseAt: path) }
            #expect("\(error.map { "\($0)" } ?? "")".contains("UNIQUE constraint failed: a.x"))
            #expect(try writer.value(Int.self, "PRAGMA user_version") == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == files)
        }
    }

    @Test func `a dry run for a file that is not there tries everything and makes no file`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a.db"
            let tried = try migrator(Self.steps).dryRun(databaseAt: path)
            #expect(tried.map(\.number) == [1, 2, 3])
            #expect(throws: MigrationError.self) { try migrator(["SELEC"]).dryRun(databaseAt: path) }
            // What is there and cannot be read is not what is not there.
            #expect(throws: SQLiteError.self) { try migrator(Self.steps).dryRun(databaseAt: folder) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        }
    }

    @Test func `a migration's error is one line`() throws {
        let steps = try migrator(["CREATE TABLE a (\n    x INTEGER,\n    y TEKST\n) STRICT;"])
        let connection = try memory()
        let error = #expect(throws: MigrationError.self) { try steps.migrate(connection) }
        let statement = "CREATE TABLE a ( x INTEGER, y TEKST ) STRICT"
        let line = "0001_step.sql:1:1: unknown datatype for a.y: \"TEKST\", in: \(statement)"
        #expect(error?.description == line)
    }

    @Test func `migrations refuse an open transaction`() throws {
        let connection = try memory()
        let error = sqliteError { _ = try connection.transaction { try migrator(Self.steps).migrate(connection) } }
        #expect(error?.code == .misuse)
    }

    @Test(arguments: [
        "CREATE TABLE schema_migrations (number)",
        "CREATE TABLE schema_migrations (number, name, sha256, applied_at, tool_version); INSERT INTO schema_migrations VALUES ('x', 1, NULL, 2, 3)",
    ])
    func `a damaged record is an error and no trap`(script: String) throws {
        let connection = try memory("PRAGMA application_id=77; \(raw: script)")
        #expect(throws: (any Error).self) { try migrator(Self.steps).status(on: connection) }
        #expect(throws: (any Error).self) { try migrator(Self.steps).migrate(connection) }
    }
}
