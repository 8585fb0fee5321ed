import Foundation
import RecruitSQLite
import RecruitSQLiteTesting
import Testing

private let template = Result {
    try DatabaseTemplate(
        try migrator([
            "CREATE TABLE books (title TEXT NOT NULL, year INTEGER, cover BLOB) STRICT",
            "CREATE TABLE loans (title TEXT NOT NULL) STRICT",
        ]),
        fixtures: """
            INSERT INTO books VALUES ('Dune', 1965, NULL);
            INSERT INTO books VALUES ('三体', 2008, x'00ff');
            """)
}

@Suite struct TemplateTests {
    @Test func `each test has a copy of its own`() throws {
        let connection = try template.get().connection()
        try connection.run("DELETE FROM books WHERE year = \(1965)")
        #expect(
            try connection.picture(of: "SELECT title, year, cover FROM books") == """
                ┌───────┬──────┬─────────┐
                │ title │ year │ cover   │
                ├───────┼──────┼─────────┤
                │ 三体  │ 2008 │ x'00ff' │
                └───────┴──────┴─────────┘
                """)
        #expect(
            try template.get().connection().picture(of: "SELECT title, cover FROM books WHERE year < \(2000)") == """
                ┌───────┬───────┐
                │ title │ cover │
                ├───────┼───────┤
                │ Dune  │ NULL  │
                └───────┴───────┘
                """)
        #expect(
            try connection.picture(of: "SELECT * FROM loans") == """
                ┌───────┐
                │ title │
                └───────┘
                """)
        #expect(try connection.picture(of: "DELETE FROM loans") == "")
    }

    @Test func `a copy of a schema of a megabyte takes less than five milliseconds`() throws {
        let large = try DatabaseTemplate { connection in
            for number in (0..<100).map(String.init) {
                try connection.execute("CREATE TABLE t\(raw: number) (a, b UNIQUE, c UNIQUE)")
            }
            try connection.execute(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) INSERT INTO t1 SELECT i, i, i FROM n"
            )
        }
        #expect(try large.connection().value(Int.self, "SELECT count(*) FROM t1") == 200)
        let times = try (0..<9).map { _ in
            try ContinuousClock().measure { _ = try large.connection().value(Int.self, "SELECT max(a) FROM t1") }
        }
        #expect(times.sorted()[4] < .milliseconds(5), "\(times)")
    }

    @Test func `a copy as a file serves several connections`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/copy.db"
            try template.get().write(to: path)
            let first = try Connection(path: path, access: .readWrite)
            let second = try Connection(path: path, access: .readOnly)
            try first.run("INSERT INTO loans VALUES ('Dune')")
            #expect(try second.value(Int.self, "SELECT count(*) FROM loans") == 1)
            #expect(try mode(path) == "600")
            #expect(sqliteError { try template.get().write(to: path) }?.code == .cantOpen)
        }
    }

    @Test func `a template of an earlier version lets a test migrate`() throws {
        let steps = try migrator(["CREATE TABLE a (x)", "ALTER TABLE a RENAME TO b"])
        let old = try DatabaseTemplate(steps, upTo: 1, fixtures: "INSERT INTO a VALUES (7)").connection()
        try steps.migrate(old)
        #expect(try old.value(Int.self, "SELECT x FROM b") == 7)
    }

    @Test func `a fixture that fails says where`() throws {
        let error = sqliteError {
            _ = try DatabaseTemplate(
                migrator(["CREATE TABLE a (x NOT NULL)"]), fixtures: "\nINSERT INTO a\nVALUES (NULL)")
        }
        #expect(error?.constraint?.kind == .notNull)
        #expect(error?.constraint?.columns == ["x"])
        #expect(error?.position?.line == 2)
    }

    @Test(arguments: [[], Array("no database, but bytes".utf8)])
    func `bytes that are no database are an error of the first statement`(bytes: [UInt8]) throws {
        let connection = try Connection(serialized: bytes)
        if bytes.isEmpty {
            #expect(try connection.serialized() == [])
            try connection.execute("CREATE TABLE a (x)")
            #expect(try Connection(serialized: connection.serialized()).picture(of: "SELECT * FROM a").contains("x"))
        } else {
            #expect(sqliteError { _ = try connection.value(Int.self, "SELECT count(*) FROM sqlite_schema") } != nil)
        }
    }
}
