import Foundation
import Testing

@Suite struct OwnTableTests {
    private let scratch: Scratch
    private let database: URL

    init() throws {
        scratch = try Scratch()
        database = scratch.folder.appending(path: "lab.db")
        let script =
            "CREATE TABLE people (ref TEXT, city TEXT); INSERT INTO people VALUES ('A-1', 'Kowloon'), ('A-2', 'Sha Tin')"
        #expect(try Binary.run(program: "sqlite3", [database.path, script]).status == 0)
    }

    private func query(_ file: String, _ content: String, _ sql: String, _ flags: [String] = []) throws -> Outcome {
        try Data(content.utf8).write(to: scratch.folder.appending(path: file))
        return try Binary.run(
            ["query", "--with", "own=\(file)", sql, "--format", "json"] + flags, database: database, in: scratch.folder)
    }

    @Test(arguments: [
        ("a.csv", "ref,n\nA-1,3\nA-2,\n", "[{\"ref\":\"A-1\",\"n\":3},\n{\"ref\":\"A-2\",\"n\":null}]\n"),
        ("a.csv", "\u{FEFF}ref,zip\r\nA-1,007\r\n", "[{\"ref\":\"A-1\",\"zip\":\"007\"}]\n"),
        ("a.csv", "x,y\n1,1.50\n2,-3\n", "[{\"x\":1,\"y\":1.5},\n{\"x\":2,\"y\":-3.0}]\n"),
        ("a.csv", "x\n12345678901234567890\n", "[{\"x\":\"12345678901234567890\"}]\n"),
        ("a.csv", "\"a \"\"b\"\"\",c\n\"one,\ntwo\",\"\"\n", "[{\"a \\\"b\\\"\":\"one,\\ntwo\",\"c\":null}]\n"),
        ("a.csv", "x\n", "[]\n"), ("a.csv", "x,y\n1,2\n\n", "[{\"x\":1,\"y\":2}]\n"),
        ("a.csv", "x\n1e5\n", "[{\"x\":\"1e5\"}]\n"), ("a.csv", "x\n+852 1234\n", "[{\"x\":\"+852 1234\"}]\n"),
        ("a.tsv", "a\tb\n\"1\t2\n", "[{\"a\":\"\\\"1\",\"b\":2}]\n"),
        (
            "a.json", "[{\"a\":1,\"b\":null},{\"c\":[2],\"a\":\"张\"}]",
            "[{\"a\":1,\"b\":null,\"c\":null},\n{\"a\":\"张\",\"b\":null,\"c\":\"[2]\"}]\n"
        ),
        (
            "a.json", #"[{"a":"x\u0000y","b":"\uE000\u0000\\u0000ue001","c":["\u0000\\u0000"],"d":"\\\u0000"}]"#,
            #"[{"a":"x\u0000y","b":"\#u{E000}\u0000\\u0000ue001","c":"[\"\\u0000\\\\u0000\"]","d":"\\\u0000"}]"# + "\n"
        ),
    ])
    func `a file is a table while a question is answered`(file: String, content: String, json: String) throws {
        let (bytes, before) = (
            try Data(contentsOf: database), try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        )
        let answer = try query(file, content, "SELECT * FROM own")
        #expect(answer.text == json, "\(answer.error)")
        #expect(try Data(contentsOf: database) == bytes)
        let after = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        #expect(Set(after) == Set(before + [file]))
    }

    @Test func `it joins the database's tables, and another database's table does, too`() throws {
        let sql = "SELECT city FROM people JOIN own USING (ref)"
        #expect(try query("a.csv", "ref\nA-2\n", sql).text == "[{\"city\":\"Sha Tin\"}]\n")
        let other = scratch.folder.appending(path: "other.db").path
        #expect(
            try Binary.run(program: "sqlite3", [other, "CREATE TABLE t (ref); INSERT INTO t VALUES ('A-1')"]).status
                == 0)
        let answer = try Binary.run(
            ["query", "--with", "own=other.db", sql, "--format", "json"], database: database, in: scratch.folder)
        #expect(answer.text == "[{\"city\":\"Kowloon\"}]\n", "\(answer.error)")
    }

    @Test(arguments: [
        ("a.csv", "a,b\n1,2\n3\n", 65, "a.csv:3: has 1 cells where the header has 2"),
        ("a.csv", "a\n\"x\ny\nz\n", 65, "a.csv:2: a quoted cell begins here and does not end"),
        ("a.csv", "a,b\n\"x\ny\"z,1\n", 65, "a.csv:3: something stands behind a quoted cell"),
        ("a.csv", "a,A\n1,2\n", 65, "two columns are called 'A'"), ("a.csv", "a,\n1,2\n", 65, "a column has no name"),
        ("a.csv", "", 65, "has no header line"), ("a.csv", "a\nx\0y\n", 65, "a.csv:2: a cell is no text"),
        ("a.json", "{\"a\":1}", 65, "is no array of objects"), ("a.json", "[1", 65, "is no JSON"),
        ("a.json", #"[{"a\u0000b":1}]"#, 65, "a column has no name or a NUL in it"),
        ("a.xls", "x", 64, "ends in none of .csv"), ("a.db", "x", 65, "is not an SQLite database"),
    ])
    func `what is no table is refused with its line`(file: String, content: String, status: Int32, said: String) throws
    {
        let answer = try query(file, content, "SELECT 1")
        #expect(answer.status == status)
        #expect(answer.error.contains(said), "\(answer.error)")
        #expect(answer.output.isEmpty)
    }

    @Test func `a name that is taken or none, a file that is not there, and a change are refused`() throws {
        try Data("x\n1\n".utf8).write(to: scratch.folder.appending(path: "a.csv"))
        for (words, status, said) in [
            (["people=a.csv", "SELECT 1"], Int32(64), "the database has a table or view people"),
            (["a b=a.csv", "SELECT 1"], 64, "is no name for a table"),
            (["=a.csv", "SELECT 1"], 64, "is no name for a table"),
            (["own", "SELECT 1"], 64, "--with takes name=FILE"), (["own=no.csv", "SELECT 1"], 66, "no.csv"),
            (["own=a.csv", "DELETE FROM own"], 77, "refuses DELETE"), (["own=a.csv", "DROP TABLE own"], 77, "refuses"),
        ] {
            let answer = try Binary.run(["query", "--with"] + words, database: database, in: scratch.folder)
            #expect(answer.status == status, "\(words): \(answer.error)")
            #expect(answer.error.contains(said), "\(words): \(answer.error)")
        }
    }

    @Test(arguments: ["delete", "wal"])
    func `the name of a column is a name, whatever it says`(journal: String) throws {
        #expect(try Binary.run(program: "sqlite3", [database.path, "PRAGMA journal_mode = \(journal)"]).status == 0)
        // A quote and a combining mark are one character of Swift's, and two of SQL's.
        let names = [
            "a\"b", "a\"\u{304}); DROP TABLE people; --", "\"\u{304}", "]", "张", "select", "a\nb",
        ]
        let header = names.map { name in
            "\"" + name.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
        }.joined(separator: ",")
        let row = names.indices.map { "\($0)" }.joined(separator: ",")
        let answer = try query("a.csv", "\(header)\n\(row)\n", "SELECT * FROM own JOIN people")
        let rows = try JSONSerialization.jsonObject(with: answer.output) as? [[String: Any]]
        #expect(rows?.count == 2, "\(answer.error)")
        #expect(Set(rows?.first?.keys.map { $0 } ?? []) == Set(names + ["ref", "city"]))
        #expect(try Binary.run(program: "sqlite3", [database.path, "SELECT count(*) FROM people"]).text == "2\n")
    }
}
