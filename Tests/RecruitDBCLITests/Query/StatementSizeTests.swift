import Foundation
import Testing

private let table = "CREATE TABLE v(n INTEGER PRIMARY KEY); INSERT INTO v VALUES(1), (2), (3);"

/// A statement of a size or shape that somebody may well send by mistake, and what comes of it.
private struct Statement: CustomTestStringConvertible {
    let testDescription: String
    let status: Int32
    /// The rows, or what is said in their place.
    let result: String
    let sql: @Sendable () -> String

    init(_ name: String, _ status: Int32, _ result: String, _ sql: @escaping @Sendable () -> String) {
        (testDescription, self.status, self.result, self.sql) = (name, status, result, sql)
    }
}

private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

private let tooLong = "is longer than a statement can be (1048576 bytes)"
private let statements = [
    Statement("10 MB of one text", 65, tooLong) { "SELECT '" + repeated("x", 10_000_000) + "'" },
    Statement("10 MB of a list", 65, tooLong) { "SELECT 1 WHERE 1 IN (" + repeated("1,", 5_000_000) + "1)" },
    Statement("10 MB of statements", 65, tooLong) { repeated("SELECT 1;\n", 1_000_000) },
    Statement("10 MB of nothing", 65, tooLong) { repeated(" ", 10_000_000) },
    Statement("1 MB of one text", 0, "1040000\n") { "SELECT length('" + repeated("x", 1_040_000) + "')" },
    Statement("1 MB of a list", 0, "3\n") {
        "SELECT count(*) FROM v WHERE n IN (" + repeated("1,2,3,", 170_000) + "1)"
    },
    Statement("1 MB of a comment", 0, "7\n") { "/*" + repeated(" -", 500_000) + "*/ SELECT 7" },
    Statement("a deep expression", 64, "parser stack overflow") {
        "SELECT " + repeated("(", 300_000) + "1" + repeated(")", 300_000)
    },
    Statement("a tall expression", 64, "Expression tree is too large") { "SELECT 1" + repeated("+1", 300_000) },
    Statement("many columns", 64, "too many columns") { "SELECT 1" + repeated(",1", 300_000) },
    Statement("many tables", 64, "too many FROM clause terms") { "SELECT 1 FROM v" + repeated(",v", 300_000) },
    Statement("many selects", 64, "too many terms in compound SELECT") {
        "SELECT 1" + repeated(" UNION SELECT 1", 60_000)
    },
    Statement("ten statements", 64, "one statement at a time: a second begins at 'SELECT 2;") {
        (1...10).map { "SELECT \($0);\n" }.joined()
    },
    Statement(
        "a broken statement behind a whole one", 64, "near \"SELEC\": syntax error, at line 2, column 3:\n    SELEC 2;"
    ) {
        "SELECT 1;\n  SELEC 2;\nSELECT 3;"
    },
    Statement("a broken statement among ten", 64, "one statement at a time: a second begins at 'SELECT 2;") {
        (1...10).map { $0 == 5 ? "SELEC 5;\n" : "SELECT \($0);\n" }.joined()
    },
    Statement("a text without an end", 64, "unrecognized token") { "SELECT '" + repeated("x\n", 400_000) },
]

@Suite struct `a long statement, or several` {
    @Test(arguments: statements, ["-f", "-"])
    private func `run or say why, soon and in little memory`(statement: Statement, way: String) throws {
        let scratch = try Scratch()
        let file = try scratch.database(table)
        let sql = Data(statement.sql().utf8)
        let words = try way == "-" ? ["-"] : ["-f", scratch.file("q.sql", sql).path]
        // A whole build of Swift's runtime maps more than it uses; 10 MB ten times over would not fit.
        let limit = "ulimit -d 200000; exec \"$@\""
        let recruitdb = Binary.folder.appending(path: "recruitdb").path
        var done: Outcome?
        let took = try ContinuousClock().measure {
            done = try Binary.run(
                program: "bash",
                ["-c", limit, "bash", recruitdb, "-d", file.path, "query", "--no-header", "--format", "csv"] + words,
                input: way == "-" ? sql : Data())
        }
        let outcome = try #require(done)
        #expect(outcome.status == statement.status, "\(outcome.error.prefix(300))")
        let answer = statement.status == 0 ? outcome.text : outcome.error
        #expect(statement.status == 0 ? answer == statement.result : answer.contains(statement.result))
        #expect(outcome.output.isEmpty || outcome.error.isEmpty)
        #expect(answer.utf8.count < 2_000)
        #expect(took < .seconds(5))
    }

    @Test(arguments: ["csv", "json", "box", "line", "html", "insert"])
    func `a reader that takes the first line only ends it quietly`(format: String) throws {
        let scratch = try Scratch()
        let file = try scratch.database(table)
        let rows = "WITH RECURSIVE c(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM c) SELECT i FROM c"
        let script = "\"$1\" -d \"$2\" query \"$3\" --format \(format) | head -1 > /dev/null; echo ${PIPESTATUS[0]}"
        let done = try Binary.run(
            program: "bash",
            ["-c", script, "bash", Binary.folder.appending(path: "recruitdb").path, file.path, rows])
        #expect(done.text == "0\n" && done.error == "")
    }
}
