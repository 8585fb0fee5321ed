import Foundation
import Testing

private let numbers = "WITH RECURSIVE c(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM c LIMIT"

/// A workbook's sheet as XML, taken out by Python's own zip.
private func sheet(_ file: URL) throws -> String {
    let script =
        "import sys, zipfile; sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read('xl/worksheets/sheet1.xml').decode())"
    let done = try Binary.run(
        program: "python3", ["-c", script, file.path], environment: ["PYTHONIOENCODING": "utf-8"])
    guard done.status == 0 else { throw ScratchError(reason: done.error) }
    return done.text
}

private func text(_ name: String, _ text: String) -> String {
    "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
}

@Test(arguments: [
    ("1", "<c r=\"A1\"><v>1</v></c>"), ("-0.5", "<c r=\"A1\"><v>-0.5</v></c>"),
    ("9007199254740992", "<c r=\"A1\"><v>9007199254740992</v></c>"),
    ("9007199254740993", text("A1", "9007199254740993")), ("-9223372036854775807", text("A1", "-9223372036854775807")),
    ("1e999", text("A1", "Inf")), ("'007'", text("A1", "007")), ("'=1+1'", text("A1", "=1+1")),
    ("'http://example.org'", text("A1", "http://example.org")), ("'张伟 🙂'", text("A1", "张伟 🙂")),
    ("'a<b>&' || char(34)", text("A1", "a&lt;b&gt;&amp;\"")), ("x'00ff'", text("A1", "00ff")),
    ("'a' || char(0, 27, 13, 10, 127)", text("A1", "a␀␛\n␡")), ("CAST(x'ff' AS TEXT)", text("A1", "\u{FFFD}")),
    ("'_x0041_'", text("A1", "_x005F_x0041_")),
])
func `a cell of a workbook is what the value is, and runs nothing`(sql: String, cell: String) throws {
    let scratch = try Scratch()
    let file = try scratch.database("CREATE TABLE t(a);")
    let done = try Binary.run(
        ["query", "SELECT \(sql) AS v, NULL, 7", "--no-header", "-o", "a.xlsx"], database: file, in: scratch.folder)
    #expect(done.status == 0 && done.text == "" && done.error == "", "\(done.error)")
    let xml = try sheet(scratch.folder.appending(path: "a.xlsx"))
    #expect(xml.contains("<sheetData><row r=\"1\">\(cell)<c r=\"C1\"><v>7</v></c></row></sheetData>"), "\(xml)")
}

@Test func `the header of a workbook is bold and stays in sight`() throws {
    let scratch = try Scratch()
    let file = try scratch.database("CREATE TABLE t(a);")
    for (sql, rows) in [("SELECT 1 AS '=n'", 2), ("SELECT 1 AS '=n' WHERE 0", 1)] {
        _ = try Binary.run(["query", sql, "-o", "a.xlsx"], database: file, in: scratch.folder)
        let xml = try sheet(scratch.folder.appending(path: "a.xlsx"))
        #expect(xml.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"))
        #expect(xml.contains("<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>=n</t></is></c>"))
        #expect(xml.components(separatedBy: "<row ").count - 1 == rows)
    }
}

@Test(arguments: [
    (
        "SELECT hex(zeroblob(16384))", "", 65,
        "a cell has at most 32767 characters, and that of row 2, column 1 has 32768"
    ),
    ("SELECT zeroblob(16384)", "", 65, "a cell has at most 32767 characters"),
    ("\(numbers) 1048576) SELECT i FROM c", "", 65, "a sheet has at most 1048576 rows, the header among them"),
    ("SELECT abs(-9223372036854775808)", "", 65, "integer overflow"),
    ("\(numbers) 100000) SELECT i, random() FROM c", "ulimit -f 64", 74, "nothing was changed"),
    ("\(numbers) 10000) SELECT i, random() FROM c", "ulimit -f 64", 74, "nothing was changed"),
    ("SELECT 1", "rm out.xlsx; mkfifo out.xlsx; cat out.xlsx &", 64, "xlsx goes to a file"),
])
func `a workbook that cannot be made leaves no file`(
    sql: String, before: String, status: Int32, sentence: String
) throws {
    let scratch = try Scratch()
    let file = try scratch.database("CREATE TABLE t(a);")
    let old = try scratch.file("out.xlsx", "before".utf8)
    let done = try Binary.run(
        program: "bash",
        [
            "-c",
            "cd \"$1\"; \(before)\n\"$2\" -d \"$3\" query \"$4\" -o out.xlsx; code=$?; kill %1 2>/dev/null; exit $code",
            "bash",
            scratch.folder.path, Binary.folder.appending(path: "recruitdb").path, file.path, sql,
        ])
    #expect(done.status == status, "\(done.error)")
    #expect(done.error.contains(sentence), "\(done.error)")
    #expect(
        try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted() == ["out.xlsx", "test.db"])
    if status != 64 { #expect(try Data(contentsOf: old) == Data("before".utf8)) }
}

@Test func `a workbook wants a file, one table and its program`() throws {
    let scratch = try Scratch()
    let file = try scratch.database("CREATE TABLE t(a);")
    #expect(try Binary.run("query", "SELECT 1", "--format", "xlsx", database: file).status == 64)
    #expect(try Binary.run("query", "SELECT 1", "--format", "xlsx", "-o", "-", database: file).status == 64)
    let alone = scratch.folder.appending(path: "recruitdb")
    try FileManager.default.copyItem(at: Binary.folder.appending(path: "recruitdb"), to: alone)
    let done = try Binary.run(
        program: alone.path, ["-d", file.path, "query", "SELECT 1", "-o", scratch.folder.path + "/a.xlsx"],
        environment: ["PATH": "/usr/bin:/bin"])
    #expect(done.status == 69 && done.error.contains("recruitdb-xlsx"), "\(done.error)")
}
