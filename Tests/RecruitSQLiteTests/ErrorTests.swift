import RecruitSQLite
import Testing

@Suite struct ErrorTests {
    @Test(arguments: [
        ("SELEC 1", 0, "line 1, column 1"),
        ("SELECT nothing", 7, "line 1, column 8"),
        ("SELECT 1,\n  '张伟', missing", 22, "line 2, column 9"),
    ])
    func `a statement's fault has its byte, line and column`(sql: String, byte: Int, place: String) throws {
        let connection = try memory()
        let error = try #require(sqliteError { try connection.run(SQL(raw: sql)) })
        #expect(error.code == .error)
        #expect(error.sql == sql)
        #expect(error.byteOffset == byte)
        #expect(error.position?.description == place)
    }

    @Test(arguments: [
        (
            "CREATE TABLE a (x);\n\n  -- a note; with a semicolon\n  INSERT INTO b VALUES (1);\nSELECT 2;",
            "INSERT INTO b VALUES (1)", 4, 3
        ),
        ("CREATE TABLE a (x) STRICT;", "CREATE TABLE a (x) STRICT", 1, 1),
        ("/* 长 */ SELEC;", "SELEC", 1, 9),
        ("CREATE TABLE a (x NOT NULL);\n INSERT INTO a VALUES (NULL); SELECT 1", "INSERT INTO a VALUES (NULL)", 2, 2),
        ("SELECT 1; SELECT 'open", "SELECT 'open", 1, 18),
    ])
    func `a script's fault has the statement, and its place in the script`(
        script: String, statement: String, line: Int, column: Int
    ) throws {
        let error = try #require(sqliteError { _ = try memory(Script(raw: script)) })
        #expect(error.sql == statement)
        #expect(error.position == SourcePosition(line: line, column: column))
    }

    @Test(arguments: [
        ("INSERT INTO t (id) VALUES (1)", "PRIMARY KEY t.id", ResultCode.constraintPrimaryKey),
        ("INSERT INTO t (id, mail) VALUES (2, 'a')", "UNIQUE t.mail", .constraintUnique),
        ("INSERT INTO t (id, a, b) VALUES (2, 1, 1)", "UNIQUE t.a, t.b", .constraintUnique),
        ("INSERT INTO t (id, age) VALUES (2, -1)", "CHECK age_is_positive", .constraintCheck),
        ("INSERT INTO t (id, note) VALUES (2, NULL)", "NOT NULL t.note", .constraintNotNull),
        ("INSERT INTO t (id, parent) VALUES (2, 99)", "FOREIGN KEY", .constraintForeignKey),
        ("INSERT INTO t (id, age) VALUES (2, 'old')", "DATATYPE t.age", .constraintDatatype),
        ("DELETE FROM t", "TRIGGER rows stay", .constraintTrigger),
        ("INSERT INTO t (id, note) VALUES (2, 'N')", "UNIQUE by_lower", .constraintUnique),
    ])
    func `a constraint is told by kind, table and columns`(sql: String, picture: String, code: ResultCode) throws {
        let connection = try memory(
            """
            CREATE TABLE t (
                id INTEGER PRIMARY KEY, mail TEXT UNIQUE, a INTEGER, b INTEGER, age INTEGER, note TEXT NOT NULL DEFAULT '',
                parent INTEGER REFERENCES t (id), UNIQUE (a, b), CONSTRAINT age_is_positive CHECK (age > 0)
            ) STRICT;
            CREATE UNIQUE INDEX by_lower ON t (lower(note)) WHERE note <> '';
            CREATE TRIGGER keep BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'rows stay'); END;
            INSERT INTO t (id, mail, a, b, note) VALUES (1, 'a', 1, 1, ''), (7, 'b', 2, 2, 'n');
            """)
        let error = try #require(sqliteError { try connection.run(SQL(raw: sql)) })
        #expect(error.constraint?.description == picture)
        #expect(error.code == code)
        #expect(ResultCode.constraint ~= error.code)
        #expect(!(ResultCode.constraintRowID ~= error.code))
    }

    static let secret = "ada.secret@example.org"

    @Test(
        arguments: [
            "INSERT INTO t VALUES (1, \(secret))",
            "INSERT INTO t VALUES (\(secret), 'x')",
            "INSERT INTO checked VALUES (\(secret))",
            "INSERT INTO raising VALUES (\(secret))",
            "SELECT * FROM words WHERE words MATCH \("\"\(secret)")",
            "SELECT * FROM words WHERE words MATCH \("secret : \(secret)")",
            "SELECT * FROM words WHERE words MATCH \("secret:x")",
            "SELECT json_extract('{}', \(secret))",
            "SELECT json(\(secret))",
            "ATTACH \("/nowhere/\(secret)") AS other",
            "SELECT abs(-9223372036854775807 - 1), \(secret)",
            "SELECT 1 WHERE \(secret) REGEXP 'x'",
            "INSERT INTO words (words, rank) VALUES ('rank', \("\(secret)()"))",
            "INSERT INTO words (words) VALUES (\(secret))",
            "SELECT likelihood(1, 0.5), \(secret), \(Double.nan)",
            "SELECT 1 LIKE 2 ESCAPE \(secret)",
            "SELECT strftime(\(secret), 'now') + missing",
        ] as [SQL])
    func `no error tells a bound value`(sql: SQL) throws {
        let connection = try memory(
            """
            CREATE TABLE t (id INTEGER PRIMARY KEY, mail TEXT UNIQUE) STRICT;
            CREATE TABLE checked (x TEXT CHECK (length(x) < 3)) STRICT;
            CREATE TABLE raising (x TEXT) STRICT;
            CREATE TRIGGER refuse BEFORE INSERT ON raising BEGIN SELECT RAISE(ABORT, 'not that one'); END;
            CREATE VIRTUAL TABLE words USING fts5(body);
            INSERT INTO t VALUES (2, '\(raw: Self.secret)'), (1, 'y');
            """)
        let error = try #require(sqliteError { _ = try connection.all(sql) { (row: borrowing Row) in row.value(0) } })
        #expect(!error.description.contains("secret"))
        #expect(!error.description.contains("ada"))
        #expect(!"\(String(reflecting: error))".contains("secret"))
    }

    @Test func `the fixed part of a run-time message stays`() throws {
        let connection = try memory("CREATE VIRTUAL TABLE words USING fts5(body)")
        let error = sqliteError { try connection.run("SELECT * FROM words WHERE words MATCH \("a AND")") }
        #expect(error?.message == "fts5: syntax error near ...")
        let literal = sqliteError { try connection.run("SELECT * FROM words WHERE words MATCH 'a AND'") }
        #expect(literal?.message == "fts5: syntax error near \"\"")
    }

    @Test(arguments: [
        ("", "no statement stands in the SQL"),
        (" -- only a comment", "no statement stands in the SQL"),
        ("SELECT 1; SELECT 2", "more than one statement stands in the SQL"),
        ("SELECT 1\0; DROP TABLE t", "a NUL character stands in the SQL"),
        ("SELECT ?", "0 values were given for the statement's 1 parameter"),
        ("SELECT ?, ?", "0 values were given for the statement's 2 parameters"),
        ("SELECT '?', ?", "0 values were given for the statement's 1 parameter; a ? within quotes is no parameter"),
        ("SELECT '?' ", nil),
        ("SELECT 1; -- done\n", nil),
    ])
    func `what is not one whole statement is refused`(sql: String, message: String?) throws {
        let connection = try memory()
        let error = sqliteError { try connection.run(SQL(raw: sql)) }
        #expect(error?.message == message)
    }

    @Test(arguments: [
        ("SELECT 'it''s ?'", true), ("SELECT \"?\" FROM t", true), ("SELECT `?` FROM t", true),
        ("SELECT 'a' || 'b'", false),
        ("SELECT 1", false),
    ])
    func `a value for a ? within quotes is refused with the reason`(sql: String, isQuoted: Bool) throws {
        let connection = try memory("CREATE TABLE t (\"?\")")
        let error = sqliteError { try connection.run(SQL(raw: sql, values: [.integer(1)])) }
        #expect(
            error?.message == "1 value was given for the statement's 0 parameters"
                + (isQuoted ? "; a ? within quotes is no parameter" : ""))
    }

    @Test func `an error of a statement on many lines is one line`() throws {
        let connection = try memory()
        let error = sqliteError { try connection.run("SELECT 1\n    FROM nowhere") }
        #expect(error?.description == "no such table: nowhere (SQLite 1), in: SELECT 1 FROM nowhere")
    }

    @Test func `a script with a NUL runs nothing`() throws {
        let connection = try memory()
        let error = sqliteError { try connection.execute("CREATE TABLE a (x);\n\0 CREATE TABLE b (x)") }
        #expect(error?.position == SourcePosition(line: 2, column: 1))
        #expect(try connection.value(Int.self, "SELECT count(*) FROM sqlite_schema") == 0)
    }

    @Test func `a value that is asked for is there once`() throws {
        let connection = try memory()
        #expect(sqliteError { _ = try connection.value(Int.self, "SELECT 1 WHERE 0") }?.code == .notFound)
        #expect(sqliteError { _ = try connection.value(Int.self, "SELECT 1 UNION SELECT 2") }?.code == .mismatch)
        #expect(try connection.value(Int?.self, "SELECT NULL") == nil)
    }
}
