import Foundation
import Testing

private let table = """
    CREATE TABLE v(n INTEGER PRIMARY KEY, x, y TEXT);
    INSERT INTO v(x, y) VALUES('张伟', 'end'), (NULL, 'end'), ('a,b', 'end');
    """

@Test(arguments: [
    ("SELECT nam FROM v", 64, "no such column: nam, at line 1, column 8:\n  SELECT nam FROM v\n         ^\n"),
    ("SELEC 1", 64, "near \"SELEC\": syntax error, at line 1, column 1:\n  SELEC 1\n  ^\n"),
    ("SELECT '张伟',\n  x.nam FROM v", 64, "no such column: x.nam, at line 2, column 3:\n    x.nam FROM v\n    ^\n"),
    (
        "SELECT \"a\"", 64,
        "no such column: a (text stands in single quotes), at line 1, column 8:\n"
            + "  SELECT \"a\"\n         ^\n"
    ),
    (
        "SELECT * FROM absent", 64,
        "no such table: absent, at line 1, column 15:\n  SELECT * FROM absent\n                ^\n"
    ),
    ("", 64, "there is no question: the SQL is empty\n"),
    ("-- nothing but this", 64, "there is no question: the SQL is empty\n"),
    ("SELECT 1; SELECT 2", 64, "one statement at a time: a second begins at 'SELECT 2'\n"),
    (
        "frobnicate", 64,
        "'frobnicate' is no SQL, and there is no saved question of that name; 'query --list' shows all, and SQL is one "
            + "quoted word: recruitdb query 'SELECT ...'\n"
    ),
    ("SELECT abs(-9223372036854775808)", 65, "integer overflow\n"),
    ("SELECT :a", 64, "the SQL has parameters without a value: add -p a=VALUE\n"),
    ("DELETE FROM v", 77, "query only reads, and refuses DELETE from v; nothing was changed\n"),
    ("VACUUM", 77, "query only reads, and refuses VACUUM; nothing was changed\n"),
])
func `a question that cannot be answered says why`(sql: String, status: Int32, sentence: String) throws {
    let scratch = try Scratch()
    let done = try Binary.run(["query", sql, "--no-header"], database: scratch.database(table))
    #expect(done.error == "recruitdb: " + sentence)
    #expect(done.status == status)
    #expect(done.text == "")
}

@Test(arguments: [
    ["query"], ["query", "SELECT 1", "-f", "q.sql"], ["query", "SELECT 1", "SELECT 2"],
    ["query", "SELECT 1", "--format", "yaml5"], ["query", "SELECT 1", "--width", "0"],
    ["query", "SELECT 1", "--width", "99999999999999999999"], ["query", "SELECT 1", "--formt", "csv"],
    ["query", "SELECT 1", "-p", "a"], ["query", "SELECT 1", "-p", "a=1"], ["query", "SELECT :a", "-p", "a:int=x"],
    ["query", "SELECT :a", "-p", "a=1", "-p", "a=2"], ["qurey", "SELECT 1"], ["frobnicate"], ["help", "qurey"],
    ["--frobnicate"], ["query", "SELECT 1", "-d"],
])
func `wrong words are refused with 64 and one line`(words: [String]) throws {
    let scratch = try Scratch()
    let done = try Binary.run(words, database: scratch.database(table))
    #expect(done.status == 64)
    #expect(done.text == "")
    #expect(done.error.hasPrefix("recruitdb: ") && done.error.split(separator: "\n").count == 1, "\(done.error)")
}

@Test func `a file that is no database is refused by its name`() throws {
    let scratch = try Scratch()
    let noise = try scratch.file("noise.db", (0..<5000).map { UInt8(truncatingIfNeeded: $0 * 7919) })
    let absent = scratch.folder.appending(path: "absent.db")
    let answers = try [noise, absent, scratch.folder].map { try Binary.run("query", "SELECT 1", database: $0) }
    #expect(answers.map(\.status) == [65, 66, 66])
    #expect(answers.allSatisfy { $0.error.contains(scratch.folder.path) })
    #expect(!FileManager.default.fileExists(atPath: absent.path))
}

@Test func `the database is named before the command, after it, by the environment, or lies here`() throws {
    let scratch = try Scratch()
    let file = try scratch.database("CREATE TABLE t(a); INSERT INTO t VALUES('mine');", name: "recruitment.db")
    let sql = ["query", "SELECT a FROM t", "--no-header"]
    let answers = try [
        Binary.run(["-d", file.path] + sql), Binary.run(sql + ["--database=\(file.path)"]),
        Binary.run(sql, database: file), Binary.run(sql, in: scratch.folder),
    ]
    #expect(answers.map(\.text) == Array(repeating: "mine\n", count: 4))
}

@Test func `SQL comes from a word, a file or standard input`() throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let sql = try scratch.file("q.sql", "\u{FEFF}-- how many\nSELECT count(*) AS n FROM v;\n".utf8)
    let answers = try [
        Binary.run("query", "SELECT count(*) AS n FROM v", database: file),
        Binary.run("query", "-f", sql.path, database: file),
        Binary.run("query", "-", database: file, input: Data("SELECT count(*) AS n FROM v".utf8)),
        Binary.run("query", "-- how many\nSELECT count(*) AS n FROM v", database: file),
    ]
    #expect(answers.map(\.text) == Array(repeating: "n\n3\n", count: 4))
    #expect(try Binary.run("query", "-f", scratch.file("bad.sql", [0xFF, 0xFE]).path, database: file).status == 65)
    #expect(try Binary.run("query", "-f", "absent.sql", database: file).status == 66)
}

@Test func `a reader that goes away ends the program quietly`() throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let rows = "WITH RECURSIVE c(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM c LIMIT 1000000) SELECT i FROM c"
    let command = "\"$1\" -d \"$2\" query \"$3\" | head -2"
    let done = try Binary.run(
        program: "bash",
        ["-o", "pipefail", "-c", command, "bash", Binary.folder.appending(path: "recruitdb").path, file.path, rows])
    #expect(done.text == "i\n1\n")
    #expect(done.error == "")
    #expect(done.status == 0)
}

@Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
func `results that cannot be written are an error`() throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let done = try Binary.run(
        program: "sh",
        [
            "-c", "\"$1\" -d \"$2\" query 'SELECT 1' > /dev/full", "sh",
            Binary.folder.appending(path: "recruitdb").path, file.path,
        ])
    #expect(done.error == "recruitdb: the results cannot be written: No space left on device\n")
    #expect(done.status == 74)
}

@Test func `an interrupted question ends with 130`() throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let endless = "WITH RECURSIVE c(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM c) SELECT sum(i) FROM c"
    let done = try Binary.run(
        program: "bash",
        [
            "-c", "set -m; \"$1\" -d \"$2\" query \"$3\" & sleep 0.3; kill -INT $!; wait $!", "bash",
            Binary.folder.appending(path: "recruitdb").path, file.path, endless,
        ])
    #expect(done.status == 130)
}

@Test func `help and version go to standard output`() throws {
    let help = try Binary.run("help", "query")
    let same = try Binary.run("query", "--help")
    #expect(help.text == same.text)
    #expect(help.text.hasPrefix("OVERVIEW: ") && help.text.contains("\nUSAGE: recruitdb query "))
    let texts = try [Binary.run(), Binary.run("--help"), Binary.run("help")].map(\.text)
    #expect(texts.allSatisfy { $0 == texts[0] && !$0.isEmpty })
    let version = try Binary.run("--version")
    #expect(version.text.hasPrefix("recruitdb ") && version.status == 0 && version.error == "")
}

@Test func `a WAL database in a folder that may not be written is read, or the reason is said`() throws {
    let scratch = try Scratch()
    let file = try scratch.database("PRAGMA journal_mode=WAL; CREATE TABLE t(a); INSERT INTO t VALUES(7);")
    defer { chmod(scratch.folder.path, 0o755) }
    chmod(file.path, 0o644)
    chmod(scratch.folder.path, 0o555)
    #expect(try Binary.runAsNobody(["-d", file.path, "query", "SELECT a FROM t", "--no-header"]).text == "7\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["test.db"])

    chmod(scratch.folder.path, 0o755)
    try Data(count: 32).write(to: URL(filePath: file.path + "-wal"))
    chmod(scratch.folder.path, 0o555)
    let refused = try Binary.runAsNobody(["-d", file.path, "query", "SELECT a FROM t"])
    #expect(refused.status == 77 && refused.error.contains("-wal"), "\(refused.error)")
}

@Test func `a database that may not be read is refused with 77`() throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    chmod(file.path, 0o000)
    let refused = try Binary.runAsNobody(["-d", file.path, "query", "SELECT 1"])
    #expect(refused.status == 77 && refused.error.contains(file.path), "\(refused.error)")
}
