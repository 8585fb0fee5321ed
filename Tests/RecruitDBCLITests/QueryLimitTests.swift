import Foundation
import Testing

private let table = "CREATE TABLE v(n INTEGER PRIMARY KEY, x); INSERT INTO v(x) VALUES('=1+1'), (NULL), ('c');"

/// Statements without an end, or with one after long work: a loop, a sort, one comparison within a row.
private let endless = [
    "WITH RECURSIVE c(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM c) SELECT sum(i) FROM c",
    "WITH RECURSIVE c(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM c) SELECT i FROM c",
    "SELECT replace(hex(zeroblob(200000)), '00', hex(zeroblob(1000))) LIKE '%0%0%0%0%0%1'",
]

@Test(arguments: endless)
func `a question that takes too long ends with 75 and says how to give it more`(sql: String) throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let clock = ContinuousClock()
    var done: Outcome?
    let took = try clock.measure {
        done = try Binary.run("query", sql, "--timeout", "0.3", "--format", "none", database: file)
    }
    #expect(done?.status == 75)
    #expect(
        done?.error
            == "recruitdb: stopped after 0.3 s; --timeout SECONDS gives it more, --timeout 0 all that it needs\n")
    #expect(took >= .milliseconds(300))
}

@Test func `a file of results goes with the question that takes too long`() throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let done = try Binary.run(
        ["query", endless[1], "--timeout", "0.3", "-o", "out.csv"], database: file, in: scratch.folder)
    #expect(done.status == 75)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["test.db"])
}

@Test(arguments: ["", "-1", "x", "1e3", "1:30", "nan", "inf", "9999999"])
func `a time that does not read is refused`(time: String) throws {
    #expect(try Binary.run("query", "SELECT 1", "--timeout=\(time)").status == 64)
}

@Test(arguments: [
    (["--limit", "2"], "n\n1\n2\n", "recruitdb: only the first 2 rows are listed; --limit lists more\n"),
    (["--limit", "3"], "n\n1\n2\n3\n", ""), (["--limit", "99"], "n\n1\n2\n3\n", ""),
    (["--limit", "0"], "n\n", "recruitdb: only the first 0 rows are listed; --limit lists more\n"),
    (["--timeout", "60"], "n\n1\n2\n3\n", ""), (["--timeout", "0"], "n\n1\n2\n3\n", ""),
])
func `a limit says when there are more rows`(words: [String], result: String, said: String) throws {
    let scratch = try Scratch()
    let done = try Binary.run(["query", "SELECT n FROM v"] + words, database: scratch.database(table))
    #expect(done.text == result && done.error == said && done.status == 0)
}

@Test func `stats say the rows, the bytes and the time`() throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let done = try Binary.run("query", "SELECT n FROM v", "--stats", database: file)
    #expect(done.text == "n\n1\n2\n3\n")
    #expect(done.error.wholeMatch(of: /recruitdb: 3 rows, 8 bytes, [0-9]+\.[0-9]{3} s\n/) != nil, "\(done.error)")
    #expect(try Binary.run("query", "SELECT 1", "--stats", database: file).error.hasPrefix("recruitdb: 1 row, "))
}

@Test(arguments: ["--bom", "--spreadsheet-safe", "--crlf"])
func `what belongs to csv and tsv is refused with other formats`(flag: String) throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let done = try Binary.run("query", "SELECT 1", flag, "--format", "json", database: file)
    #expect(done.status == 64 && done.error.contains("csv and tsv"))
    #expect(try Binary.run("query", "SELECT x FROM v", flag, "--format", "tsv", database: file).status == 0)
}

@Test func `a csv for a spreadsheet runs nothing`() throws {
    let scratch = try Scratch()
    let done = try Binary.run(
        "query", "SELECT n, x, -n AS '-n' FROM v", "--spreadsheet-safe", "--bom", "--crlf",
        database: try scratch.database(table))
    #expect(done.text == "\u{FEFF}n,x,\"'-n\"\r\n1,\"'=1+1\",-1\r\n2,,-2\r\n3,c,-3\r\n")
}

@Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
func `a terminal of one column still shows a table`() throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let program = Binary.folder.appending(path: "recruitdb").path
    let command = "stty cols 1; '\(program)' -d '\(file.path)' query 'SELECT 12345 AS a, 2 AS bcd'"
    let done = try Binary.run(program: "script", ["-qec", command, "/dev/null"])
    #expect(done.text == "┌───┬───┐\r\n│ a │ … │\r\n├───┼───┤\r\n│ … │ 2 │\r\n└───┴───┘\r\n")
    #expect(done.status == 0)
}

@Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")),
    arguments: ["box", "table", "column", "markdown", "line", "list", "csv"])
func `a terminal of one column shows every format, of many columns, none or wide text`(format: String) throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let program = Binary.folder.appending(path: "recruitdb").path
    let columns = (1...40).map { "\($0) AS c\($0)" }.joined(separator: ", ")
    for sql in [
        "SELECT \(columns)", "SELECT \(columns) WHERE 0",
        "SELECT \"张伟 e\u{301}🙂\" AS \"名\" FROM (SELECT 1 AS \"张伟 e\u{301}🙂\")",
    ] {
        let question = try scratch.file("q.sql", sql.utf8)
        let command = "stty cols 1; '\(program)' -d '\(file.path)' query -f '\(question.path)' --format \(format)"
        let done = try Binary.run(program: "script", ["-qec", command, "/dev/null"], environment: ["PAGER": "cat"])
        #expect(done.status == 0, "\(sql): \(done.text.suffix(300))")
        #expect(!done.text.contains("recruitdb:"))
    }
}
