import Foundation
import RecruitSQLite
import Testing

@testable import RecruitDB

/// Runs the sqlite3 shell on a database in memory with `script` as its input.
private func shell(_ script: [UInt8]) throws -> String {
    let process = Process()
    let input = FileManager.default.temporaryDirectory.appending(path: "recruitdb-insert-\(UUID().uuidString).sql")
    defer { try? FileManager.default.removeItem(at: input) }
    try Data(script).write(to: input)
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sqlite3", "-batch", "-bail", ":memory:"]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
}

/// What `sql` gives in `format`.
private func bytes(_ sql: String, _ style: ListingStyle) throws -> [UInt8] {
    let connection = try Connection(path: ":memory:", access: .create)
    return try written { try Listing(connection.prepare(Script(raw: sql)), of: connection).write(style, to: &$0) }
}

/// Values of every storage class, as SQL of which each is the same wherever it is read.
private let values = [
    "NULL", "''", "'a'", "'it''s \"quoted\"'", "'a,b'", "'NULL'", "'=1+1'", "'张伟 e' || char(0x301) || ' 🙂'",
    "'a' || char(0) || 'b'", "char(0)", "'a' || char(10) || 'b'", "char(13, 10)", "'\\n' || char(10)",
    "'\\n \\012' || char(10, 13)", "char(27) || '[31m'", "char(9)", "char(127)", "char(0x9b)", "char(0x202e) || 'x'",
    "CAST(x'ff' AS TEXT)", "CAST(x'e4bd' AS TEXT)", "x''", "x'00ff'", "x'27'", "0", "-1", "9223372036854775807",
    "-9223372036854775807 - 1", "0.0", "0.1", "-0.1", "1e999", "-1e999", "1.7976931348623157e308", "2.0",
    "2.2250738585072014e-308", "4.9e-324 * 1", "1e15", "1e16", "123456789012345680.0", "0.1 + 0.2", "1 / 3.0",
]

@Test func `insert gives statements that the shell reads back to equal values of the same type`() throws {
    let rows = "SELECT " + values.map { "(\($0)) AS x" }.joined(separator: " UNION ALL SELECT ")
    let statements = try bytes(rows, ListingStyle(.insert))
    let check = """
        WITH given AS (SELECT row_number() OVER () AS n, x FROM (\(rows))), got AS (SELECT rowid AS n, x FROM data)
        SELECT n, typeof(given.x), quote(got.x) FROM given LEFT JOIN got USING (n)
        WHERE given.x IS NOT got.x OR typeof(given.x) <> typeof(got.x)
            OR hex(CAST(given.x AS BLOB)) <> hex(CAST(got.x AS BLOB));
        SELECT count(*) FROM data;
        """
    let script = Array("CREATE TABLE data(x);\n".utf8) + statements + Array(check.utf8)
    #expect(try shell(script) == "\(values.count)\n")
    #expect(statements.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x09 })
}

@Test func `the smallest numbers are read back to the last bit`() throws {
    var state: UInt64 = 7
    let connection = try Connection(path: ":memory:", access: .create)
    try connection.execute("CREATE TABLE data(x)")
    let numbers = (0..<4000).map { index -> Double in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // Exponents near the smallest, where SQLite's own reading errs, in every second; any in the others.
        let exponent = index.isMultiple(of: 2) ? state >> 12 & 0x7F : min(state >> 12 & 0x7FF, 0x7FE)
        return Double(bitPattern: state & 0x800F_FFFF_FFFF_FFFF | exponent << 52)
    }
    let listing = Listing(columns: ["x"], rows: numbers.map { [.real($0)] })
    let statements = try written { try listing.write(ListingStyle(.insert), to: &$0) }
    try connection.execute(Script(raw: String(decoding: statements, as: UTF8.self)))
    let read = try connection.prepare("SELECT x FROM data ORDER BY rowid")
    for number in numbers {
        #expect(try read.step())
        let cell = UnsafeMutableBufferPointer<Cell>.allocate(capacity: 1)
        defer { cell.deallocate() }
        cell.initialize(repeating: .null)
        try read.readCells(into: cell)
        guard case .real(let value) = cell[0] else {
            Issue.record("\(number) is no number")
            return
        }
        #expect(value == number)
    }
}

@Test(arguments: [
    ("SELECT 1 AS a, 'x' AS b", "data", true, "INSERT INTO data(a,b) VALUES(1,'x');\n"),
    ("SELECT 1 AS a, 'x' AS b", "data", false, "INSERT INTO data VALUES(1,'x');\n"),
    (
        "SELECT 1 AS \"select\", 2 AS \"a\"\"b\", 3 AS \"1a\"", "a table", true,
        "INSERT INTO \"a table\"(\"select\",\"a\"\"b\",\"1a\") VALUES(1,2,3);\n"
    ),
    (
        "SELECT 'a' || char(10) || 'b' AS t", "order", true,
        "INSERT INTO \"order\"(t) VALUES(replace('a\\nb','\\n',char(10)));\n"
    ),
])
func `insert names its table and columns, in quotes where they need them`(
    sql: String, table: String, hasHeader: Bool, result: String
) throws {
    let output = try bytes(sql, ListingStyle(.insert, hasHeader: hasHeader, table: table))
    #expect(String(decoding: output, as: UTF8.self) == result)
}

@Test func `quote shows what the shell would cut`() throws {
    let output = try bytes(
        "SELECT 'a' || char(0) || 'b' AS t, x'00ff', 1e999, NULL", ListingStyle(.quote, hasHeader: false))
    #expect(String(decoding: output, as: UTF8.self) == "CAST(X'610062' AS TEXT),X'00ff',Inf,NULL\n")
}

@Test(arguments: ListingFormat.allCases.filter { ![.csv, .tsv, .json, .ndjson, .quote, .xlsx, .none].contains($0) })
func `formats for the eye send no control of the data`(format: ListingFormat) throws {
    let controls = Array(1..<32) + [127, 0x9B, 0x202E]
    let sql = "SELECT char(\(controls.map { "\($0)" }.joined(separator: ","))) || CAST(x'ff' AS TEXT) || 'end' AS t"
    for width in [nil, 1, 20] {
        let output = try bytes(sql, ListingStyle(format, width: width))
        let text = try #require(String(validating: output, as: UTF8.self), "\(format)")
        #expect(
            text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)) })
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }
}
