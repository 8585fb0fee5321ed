import Foundation
import Testing

@testable import RecruitDB

@Suite struct RedactCommandTests {
    private let scratch: Scratch
    private let database: URL

    init() throws {
        scratch = try Scratch()
        database = try scratch.sample()
    }

    private func query(_ sql: String) throws -> Outcome {
        try Binary.run(["query", "--redact", sql, "--format", "csv"], database: database)
    }

    @Test(arguments: [
        "SELECT stage, count(*) FROM applications GROUP BY stage",
        "SELECT position_type, count(*) FROM positions GROUP BY 1",
        "SELECT * FROM time_in_stage", "SELECT * FROM missing_documents", "SELECT * FROM application_facts",
        "SELECT * FROM document_facts", "SELECT * FROM message_facts", "SELECT * FROM data_dictionary",
        "SELECT a.ref, max(h.at) FROM applications a JOIN stage_history h ON h.application_id = a.id GROUP BY a.id",
        "SELECT value FROM json_each('[1, 2]')", "SELECT date('now'), upper('a'), sqrt(4), row_number() OVER ()",
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 9) SELECT sum(x) FROM n",
        "SELECT position, stage, count(*) FILTER (WHERE outcome = 'open') FROM application_facts GROUP BY 1, 2 ORDER BY 3",
        "SELECT scholarship, academic_year FROM scholarship_components",
        "SELECT count(*) FROM applications NATURAL JOIN intakes",
    ])
    func `a harmless question is answered as without redaction`(sql: String) throws {
        let answer = try query(sql)
        #expect(answer.status == 0, "\(answer.error)")
        #expect(answer.text == (try Binary.run(["query", sql, "--format", "csv"], database: database)).text)
    }

    @Test(arguments: [
        (
            "SELECT name FROM application_overview",
            "application_overview shows personal data; ask application_facts instead"
        ),
        (
            "SELECT ref FROM application_overview",
            "application_overview shows personal data; ask application_facts instead"
        ),
        ("SELECT * FROM document_overview", "document_overview shows personal data; ask document_facts instead"),
        (
            "SELECT person_a, score FROM duplicate_pairs",
            "applicant_name_keys shows personal data; ask application_facts instead"
        ),
        ("SELECT merged_by FROM merges", "merges.merged_by shows personal data"),
        ("SELECT * FROM applicant_name_keys", "applicant_name_keys shows personal data"),
        ("SELECT * FROM inbox", "inbox shows personal data; ask message_facts instead"),
        (
            "SELECT by_whom FROM stage_history",
            "stage_history.by_whom shows personal data; ask application_facts instead, or "
        ),
        (
            "SELECT * FROM applications",
            "applications.stage_by shows personal data; ask application_facts instead, or of"
        ),
        ("SELECT email FROM members", "members shows personal data; ask positions instead"),
        (
            "SELECT name FROM applicant_names a FULL JOIN applicant_names b USING (name)",
            "applicant_names shows personal data; ask application_facts instead"
        ),
        ("SELECT * FROM sqlite_schema", "the schema tables of SQLite are closed; ask data_dictionary instead"),
        ("PRAGMA table_info(applicants)", "PRAGMA table_info is closed; ask data_dictionary instead"),
        ("SELECT * FROM pragma_table_info('applicants')", "ask data_dictionary instead"),
        ("EXPLAIN QUERY PLAN SELECT 1", "EXPLAIN is closed"),
        ("SELECT changes()", "the function changes may tell more than the open rows do"),
        ("SELECT * FROM document_fts('cv')", "document_fts shows personal data; ask document_facts instead"),
    ])
    func `a closed thing is refused by its name, and an open one named`(sql: String, message: String) throws {
        let answer = try query(sql)
        #expect(answer.status == 77)
        #expect(answer.output.isEmpty)
        #expect(answer.error.contains("--redact: ") && answer.error.contains(message), "\(answer.error)")
    }

    @Test(arguments: [
        ("SELECT * FROM aplications", "aplications; did you mean 'applications'?, at line 1, column 15:"),
        ("SELECT stge FROM applications", "stge; did you mean 'stage'?, at line 1, column 8:"),
        ("SELECT applications.reff FROM applications", "did you mean 'ref'?"),
        ("SELECT zzzzz FROM applications", "no such column: zzzzz, at line"),
    ])
    func `a misspelt name is told with the nearest one, and with redaction the nearest open one`(
        sql: String, message: String
    ) throws {
        for flag in [[], ["--redact"]] {
            let answer = try Binary.run(["query", sql] + flag, database: database)
            #expect(answer.status == 64)
            #expect(answer.error.contains(message), "\(answer.error)")
        }
        let closed = try query("SELECT * FROM applicant_name")
        #expect(closed.status == 64)
        #expect(!closed.error.contains("'applicant_names'"), "\(closed.error)")
    }

    @Test func `every saved question without personal data is answered, and the list shows just those`() throws {
        let lines = try Binary.run("query", "--list", "--format", "tsv", database: database).text.split(separator: "\n")
        let open = lines.filter { $0.hasSuffix("\tno") }.map { String($0.prefix { $0 != "\t" }) }
        #expect(open.count >= 15)
        let listed = try Binary.run("query", "--redact", "--list", "--format", "tsv", database: database).text
            .split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "\t" }) }
        #expect(listed == open)
        for name in open {
            let answer = try Binary.run("query", "--redact", name, database: database)
            // Some need a value; none is refused.
            #expect(answer.status == 0 || answer.error.contains("-p "), "\(name): \(answer.error)")
            #expect(answer.status != 77)
        }
    }

    @Test func `a table of one's own stands in front of nothing that redaction reads`() throws {
        let folder = scratch.folder
        try Data("table_name,column_name,personal_data\nnotes,id,none\nnotes,note,none\n".utf8)
            .write(to: folder.appending(path: "dd.csv"))
        let own = folder.appending(path: "own.db")
        let script = "CREATE TABLE notes (id INTEGER PRIMARY KEY, note TEXT); INSERT INTO notes VALUES (1, 'Chan')"
        #expect(try Binary.run(program: "sqlite3", [own.path, script]).status == 0)
        let brought = try Binary.run(
            ["query", "--redact", "--with", "data_dictionary=dd.csv", "SELECT * FROM notes"], database: own, in: folder)
        #expect(brought.status == 77 && brought.output.isEmpty, "\(brought.error)")
        for name in ["pragma_table_list", "pragma_table_xinfo", "json_each", "sqlite_schema", "dbstat"] {
            let answer = try Binary.run(
                ["query", "--redact", "--with", "\(name)=dd.csv", "SELECT 1"], database: database, in: folder)
            #expect(answer.status == 64, "\(name)")
        }
    }

    @Test func `names are told apart as SQLite does, and an index by an oddly named column closes its table`() throws {
        let script = """
            CREATE TABLE t (k TEXT, "\u{212A}" TEXT, "caf\u{E9}" TEXT, "cafe\u{301}" TEXT);
            INSERT INTO t VALUES ('open', 'closed', 'open', 'closed');
            CREATE TABLE w (id INTEGER PRIMARY KEY, o TEXT, "a""b" TEXT); INSERT INTO w VALUES (1, 'x', 'zz'), (2, 'x', 'a');
            CREATE INDEX wi ON w (o, length("a""b"));
            INSERT INTO data_dictionary VALUES ('t', 'k', '', NULL, 'none'), ('t', '\u{212A}', '', NULL, 'identifying'),
                ('t', 'caf\u{E9}', '', NULL, 'none'), ('w', 'id', '', NULL, 'none'), ('w', 'o', '', NULL, 'none'),
                ('w', 'a"b', '', NULL, 'identifying');
            """
        let made = try Binary.run(program: "sqlite3", [database.path, script])
        #expect(made.status == 0, "\(made.error)")
        #expect(try query("SELECT k FROM t").text == "k\nopen\n")
        for sql in ["SELECT \"\u{212A}\" FROM t", "SELECT \"cafe\u{301}\" FROM t", "SELECT id FROM w WHERE o = 'x'"] {
            let answer = try query(sql)
            #expect(answer.status == 77 && answer.output.isEmpty, "\(sql): \(answer.text)")
        }
    }

    @Test func `a table that the dictionary does not know, and a file without one, are closed`() throws {
        let own = scratch.folder.appending(path: "own.db")
        let script = "CREATE TABLE notes (id INTEGER PRIMARY KEY, note TEXT); INSERT INTO notes VALUES (1, 'Chan')"
        for file in [database, own] {
            let made = try Binary.run(program: "sqlite3", [file.path, script])
            #expect(made.status == 0, "\(made.error)")
            let answer = try Binary.run(["query", "--redact", "SELECT id FROM notes"], database: file)
            #expect(answer.status == 77)
            #expect(answer.output.isEmpty)
        }
        #expect(
            try query("SELECT * FROM notes").error.contains("notes shows personal data; ask application_facts instead"))
        let said = try Binary.run(["query", "--redact", "SELECT 1"], database: own)
        #expect(said.error.contains("this file has no data_dictionary"))
    }

    @Test func `an admin opens a table by writing its columns into the dictionary`() throws {
        let script = """
            CREATE TABLE visits (id INTEGER PRIMARY KEY, day TEXT, note TEXT);
            INSERT INTO visits VALUES (1, '2027-03-01', 'met Chan');
            INSERT INTO data_dictionary VALUES ('visits', 'id', 'number', NULL, 'none'),
                ('visits', 'day', 'when', NULL, 'none'), ('visits', 'note', 'of whom', NULL, 'free_text');
            """
        #expect(try Binary.run(program: "sqlite3", [database.path, script]).status == 0)
        #expect(try query("SELECT day FROM visits").text == "day\n2027-03-01\n")
        #expect(try query("SELECT note FROM visits").error.contains("visits.note shows personal data"))
        // An index by what is closed would show in the order of the rows.
        #expect(try Binary.run(program: "sqlite3", [database.path, "CREATE INDEX v ON visits (note)"]).status == 0)
        #expect(try query("SELECT day FROM visits").status == 77)
    }

    @Test(arguments: [
        "CREATE VIRTUAL TABLE json_each USING rtree (id, a, b)", "CREATE VIRTUAL TABLE JSON_Tree USING fts4 (n)",
        "CREATE TABLE pragma_table_list (schema, name, wr)", "CREATE VIEW pragma_table_xinfo AS SELECT 1",
        """
        PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage =
        (SELECT rootpage FROM sqlite_schema WHERE name = 'applicant_names') WHERE name = 'positions'
        """,
    ])
    func `a file in which something stands in the place of what redaction reads is refused`(script: String) throws {
        let made = try Binary.run(program: "sqlite3", [database.path, script])
        #expect(made.status == 0, "\(made.error)")
        for sql in ["SELECT 1", "SELECT * FROM json_each", "SELECT * FROM positions"] {
            let answer = try query(sql)
            #expect(answer.status == 77 && answer.output.isEmpty, "\(sql): \(answer.text)")
            #expect(answer.error.contains("--redact: "), "\(answer.error)")
        }
    }

    @Test(arguments: ["; SELECT 1 AS x", "/* a */; -- b\n SELECT 1 AS x;", ";;SELECT 1 AS x;;"])
    func `semicolons before the statement are no part of it`(sql: String) throws {
        let answer = try query(sql)
        #expect(answer.text == "x\n1\n", "\(answer.error)")
        #expect(try query(";EXPLAIN SELECT 1").status == 77)
    }
}
