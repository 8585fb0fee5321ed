import Foundation
import RecruitSQLite
import Testing

@testable import RecruitDB

/// A database with a table, a view and a full-text index, in a folder of its own.
private final class Fixture {
    let folder = FileManager.default.temporaryDirectory.appending(path: "recruitdb-query-\(UUID().uuidString)")
    let path: String

    init(_ journal: String = "delete") throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appending(path: "q.db").path
        let connection = try Connection(path: path, access: .create)
        try connection.execute(
            """
            PRAGMA journal_mode=\(raw: journal);
            CREATE TABLE v(n INTEGER PRIMARY KEY, x);
            INSERT INTO v(x) VALUES('one'), ('two');
            CREATE VIEW w AS SELECT x, (SELECT value FROM json_each('[7]')) AS j FROM v;
            CREATE VIRTUAL TABLE f USING fts5(t);
            INSERT INTO f VALUES('hello world');
            """)
        connection.close()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func csv(_ sql: String, _ parameters: String...) throws -> String {
        let query = try Query(sql, parameters: parameters.map { try QueryParameter(written: $0) })
        let bytes = try written { try query.open(path).write(ListingStyle(.csv, hasHeader: false), to: &$0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The names and bytes of all files.
    func contents() throws -> [String: Data] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).reduce(into: [:]) { files, name in
            files[name] = try Data(contentsOf: folder.appending(path: name))
        }
    }
}

@Test(arguments: [
    "DELETE FROM v", "INSERT INTO v(x) VALUES(1)", "INSERT INTO v(x) VALUES(1) RETURNING n", "UPDATE v SET x=1",
    "REPLACE INTO v VALUES(1, 1)", "WITH a AS (SELECT 1) DELETE FROM v", "DROP TABLE v", "CREATE TABLE t(a)",
    "CREATE TEMP TABLE t(a)", "CREATE VIEW t AS SELECT 1", "CREATE INDEX i ON v(x)", "ALTER TABLE v RENAME TO t",
    "CREATE VIRTUAL TABLE g USING fts5(a)", "INSERT INTO f(f) VALUES('optimize')", "INSERT INTO f VALUES('x')",
    "PRAGMA user_version=9", "PRAGMA user_version(9)", "PRAGMA main.journal_mode=WAL", "PRAGMA journal_mode=DELETE",
    "PRAGMA writable_schema=ON", "PRAGMA wal_checkpoint", "PRAGMA optimize", "PRAGMA incremental_vacuum",
    "PRAGMA temp_store_directory='/tmp'", "PRAGMA foreign_keys=OFF", "PRAGMA query_only=OFF", "PRAGMA shrink_memory",
    "VACUUM", "vacuum", "VACUUM INTO 'copy.db'", "ANALYZE", "REINDEX", "BEGIN", "BEGIN IMMEDIATE", "COMMIT",
    "SAVEPOINT s", "ATTACH 'new.db' AS n", "ATTACH ':memory:' AS n", "DETACH main", "EXPLAIN DELETE FROM v",
    "SELECT load_extension('x')", "SELECT fts3_tokenizer('simple')", "SELECT 1; DELETE FROM v",
    "SELECT 1; ATTACH 'new.db' AS n", "UPDATE sqlite_master SET sql=''", "DELETE FROM sqlite_master",
])
func `whatever does not only read is refused, and nothing changes`(sql: String) throws {
    let fixture = try Fixture()
    let before = try fixture.contents()
    let error = #expect(throws: RecruitmentError.self) { try fixture.csv(sql) }
    #expect(error?.kind == .noPermission, "\(error?.message ?? "")")
    #expect(try fixture.contents() == before)
    #expect(!FileManager.default.fileExists(atPath: "new.db") && !FileManager.default.fileExists(atPath: "copy.db"))
}

@Test(arguments: [
    ("SELECT count(*) FROM v", "2\n"), ("SELECT 1;", "1\n"), ("SELECT 1; -- done\n /* really */ ;", "1\n"),
    ("/* first */ SELECT 1", "1\n"), ("VALUES(1),(2)", "1\n2\n"), ("SELECT * FROM w", "one,7\ntwo,7\n"),
    ("SELECT value FROM json_each('[1,2]')", "1\n2\n"),
    ("SELECT highlight(f, 0, '[', ']') FROM f WHERE f MATCH 'hello' ORDER BY rank", "\"[hello] world\"\n"),
    ("WITH RECURSIVE c(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM c WHERE i<3) SELECT sum(i) FROM c", "6\n"),
    ("PRAGMA user_version", "0\n"), ("PRAGMA journal_mode", "delete\n"), ("PRAGMA encoding", "UTF-8\n"),
    ("PRAGMA table_info(v)", "0,n,INTEGER,0,,1\n1,x,\"\",0,,0\n"), ("PRAGMA foreign_key_list(v)", ""),
    ("SELECT name FROM pragma_table_info('v')", "n\nx\n"), ("PRAGMA integrity_check", "ok\n"),
    ("SELECT name FROM sqlite_schema WHERE type = 'view'", "w\n"), ("SELECT 'a' || char(0) || 'b'", "\"a\0b\"\n"),
])
func `what reads is answered`(sql: String, result: String) throws {
    #expect(try Fixture().csv(sql) == result)
}

@Test(arguments: [
    ("a=41", "integer,41\n"), ("a=-7", "integer,-7\n"), ("a=1.50", "real,1.5\n"), ("a=1e3", "real,1000.0\n"),
    ("a=", "text,\"\"\n"), ("a=inf", "text,inf\n"), ("a=0x10", "text,0x10\n"), ("a=x=y", "text,x=y\n"),
    ("a=99999999999999999999", "text,99999999999999999999\n"), ("a:text=007", "text,007\n"),
    ("a:real=2", "real,2.0\n"), ("a:int=2", "integer,2\n"), ("a:null=", "null,\n"), ("a:blob=4142", "blob,AB\n"),
    (":a=1", "integer,1\n"), ("a=张伟", "text,\"张伟\"\n"), ("a='; DROP TABLE v", "text,\"'; DROP TABLE v\"\n"),
])
func `a parameter has the type that it looks like, or the one it names`(written: String, result: String) throws {
    #expect(try Fixture().csv("SELECT typeof(:a), :a", written) == result)
}

@Test(arguments: ["a", "=1", "a:int=1.5", "a:int=", "a:real=x", "a:blob=4", "a:blob=+1", "a:null=x", "a:date=1"])
func `a parameter that does not read is refused`(written: String) {
    let error = #expect(throws: RecruitmentError.self) { try QueryParameter(written: written) }
    #expect(error?.kind == .usage)
}

@Test func `parameters of every spelling are bound, the missing ones listed`() throws {
    let fixture = try Fixture()
    #expect(try fixture.csv("SELECT ?, ?2, @c, $d, :c", "1=1", "2=2", "c=3", "d=4") == "1,2,3,4,3\n")
    #expect(throws: RecruitmentError(.usage, "the SQL has no parameter :b; it has :a, :c")) {
        try fixture.csv("SELECT :a, :c", "b=1")
    }
    #expect(
        throws: RecruitmentError(.usage, "the SQL has parameters without a value: add -p a=VALUE -p c=VALUE")
    ) { try fixture.csv("SELECT :a, @c, :a") }
}

@Test func `a WAL database leaves its bytes alone`() throws {
    let fixture = try Fixture("wal")
    let before = try fixture.contents()
    #expect(try fixture.csv("SELECT count(*) FROM v") == "2\n")
    #expect(try fixture.contents()["q.db"] == before["q.db"])
}

@Test func `a locked database says who holds it`() throws {
    let fixture = try Fixture()
    // A lock of this process would not be seen as someone else's: the shell holds it.
    let holder = Process()
    holder.executableURL = URL(filePath: "/usr/bin/env")
    holder.arguments = ["sqlite3", "-batch", fixture.path]
    let input = Pipe()
    let output = Pipe()
    holder.standardInput = input
    holder.standardOutput = output
    try holder.run()
    input.fileHandleForWriting.write(Data("BEGIN EXCLUSIVE; SELECT 'held';\n".utf8))
    _ = output.fileHandleForReading.availableData
    let error = #expect(throws: RecruitmentError.self) { try fixture.csv("SELECT * FROM v") }
    try input.fileHandleForWriting.close()
    holder.waitUntilExit()
    #expect(error?.kind == .busy)
    #expect(error?.message.contains("(process \(holder.processIdentifier))") == true, "\(error?.message ?? "")")
}

@Test(arguments: [
    ("SELECT x", 7, "  SELECT x\n         ^"), ("SELECT 张, x", 11, "  SELECT 张, x\n            ^"),
    ("a\nbc\nd", 3, "  bc\n   ^"), ("", 0, "  \n  ^"), ("abc", 99, "  abc\n     ^"), ("a\tb", 2, "  a␉b\n    ^"),
])
func `the caret stands under the place`(sql: String, offset: Int, drawing: String) {
    #expect(SQLExcerpt(sql, at: offset).drawing == drawing)
}

@Test func `a long line is cut around the place`() {
    let sql = String(repeating: "x", count: 5000) + "HERE" + String(repeating: "y", count: 5000)
    let lines = SQLExcerpt(sql, at: 5000).drawing.split(separator: "\n").map(Array.init)
    #expect(lines[0].count < 110)
    #expect(String(lines[0][lines[1].count - 1..<lines[1].count + 3]) == "HERE")
}
