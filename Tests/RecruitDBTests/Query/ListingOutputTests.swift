import Foundation
import RecruitDB
import RecruitSQLite
import Testing

/// A format that is not in the package, as somebody else would add it.
private struct BulletFormatter: RowFormatter {
    private var names: [String] = []

    mutating func begin(_ columns: [String], into output: inout OutputBuffer) { names = columns }

    mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
        for (name, cell) in zip(names, cells) {
            output.append("- \(name): ")
            switch cell {
            case .null: break
            case .integer(let number): output.append("\(number)")
            case .real(let number): output.append("\(number)")
            case .text(let bytes), .blob(let bytes): output.append(bytes)
            }
            output.append("\n")
        }
    }

    mutating func end(into output: inout OutputBuffer) {}
}

private func listing() -> Listing {
    Listing(columns: ["n", "t"], rows: [[.integer(1), .text("张")], [.null, .text("b")]])
}

@Test func `a listing is written into bytes, a closure or a file, in any format`() throws {
    let csv = Array("n,t\n1,\"张\"\n,b\n".utf8)
    #expect(try listing().bytes(ListingStyle(.csv)) == csv)

    var pieces: [[UInt8]] = []
    var output = OutputBuffer {
        pieces.append(Array($0))
        return 0
    }
    #expect(try listing().write(ListingStyle(.csv), to: &output) == 2)
    #expect(output.byteCount == csv.count && pieces.isEmpty)
    try output.flush()
    #expect(pieces == [csv] && output.byteCount == csv.count)

    let file = FileManager.default.temporaryDirectory.appending(path: "recruitdb-listing-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try listing().write(ListingStyle(.csv), toFile: file.path)
    #expect(try Array(Data(contentsOf: file)) == csv)
}

@Test func `a closure that cannot take more ends the writing with its error`() throws {
    var calls = 0
    var output = OutputBuffer(capacity: 1) { _ in
        calls += 1
        return ENOSPC
    }
    let long = String(repeating: "x", count: 10_000)
    let rows = Array(repeating: [Value.text(long)], count: 10)
    #expect(throws: OutputError(code: ENOSPC)) {
        try Listing(columns: ["t"], rows: rows).write(ListingStyle(.csv), to: &output)
    }
    #expect(calls == 1)
}

@Test func `a format of one's own writes any listing`() throws {
    var bytes: [UInt8] = []
    var output = OutputBuffer {
        bytes += $0
        return 0
    }
    var formatter: any RowFormatter = BulletFormatter()
    let written = try listing().write(by: &formatter, limit: 1, to: &output)
    try output.flush()
    #expect(String(decoding: bytes, as: UTF8.self) == "- n: 1\n- t: 张\n")
    #expect(written.rows == 1 && written.hasMore)
}

@Test(arguments: [(0, 0, true), (1, 1, true), (2, 2, false), (3, 2, false)])
func `a limit keeps rows back and says so`(limit: Int, rows: Int, hasMore: Bool) throws {
    let connection = try Connection(path: ":memory:", access: .create)
    try connection.execute("CREATE TABLE t(n, t); INSERT INTO t VALUES(1, 'a'), (2, 'b')")
    let file = FileManager.default.temporaryDirectory.appending(path: "recruitdb-limit-\(UUID().uuidString).db")
    defer { try? FileManager.default.removeItem(at: file) }
    try connection.execute("VACUUM INTO '\(raw: file.path)'")
    for listing in [listing(), try Query("SELECT n, t FROM t").open(file.path)] {
        var output = OutputBuffer { _ in 0 }
        let written = try listing.write(ListingStyle(.box), limit: limit, to: &output)
        #expect(written.rows == rows && written.hasMore == hasMore)
    }
}

@Test func `a database answers SQL with names, values and any format`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "recruitdb-answers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = try RecruitmentDatabase.create(at: folder.appending(path: "a.db").path)
    let answer = try database.query("SELECT 1 AS n, :t AS t, NULL AS z, x'00ff' AS b, 0.5 AS r", ["t": .text("张")])
    #expect(answer.columns == ["n", "t", "z", "b", "r"])
    #expect(try answer.rows() == [[.integer(1), .text("张"), .null, .blob([0, 255]), .real(0.5)]])
    let json = try database.query("SELECT 1 AS n").bytes(ListingStyle(.json))
    #expect(String(decoding: json, as: UTF8.self) == "[{\"n\":1}]\n")
    #expect(throws: RecruitmentError.self) { try database.query("DELETE FROM applications") }
}

@Test(arguments: [
    ("=1+1", true), ("+852 1234", true), ("-x", true), ("@SUM(A1)", true), ("\tx", true), ("\rx", true), ("\nx", true),
    ("  =1", true), ("\u{A0}=1", true), ("\u{3000}＝1", true), ("－1", true), ("＠x", true), ("-", true), ("+", true),
    ("-1+1", true), ("-1e", true), ("-.", true), ("-5", false), ("+85212345678", false), ("-1.5e-7", false),
    ("-.5", false), (" -5", false), ("", false), ("a=1", false), ("'=1", false), ("5-3", false), ("张=", false),
])
func `a cell that a spreadsheet would run has a mark before it`(text: String, isRun: Bool) throws {
    let rows: [[Value]] = [[.text(text), .integer(-5), .real(-0.5), .null]]
    let style = ListingStyle(.tsv, hasHeader: false, isSpreadsheetSafe: true)
    let plain = try Listing(columns: ["a", "b", "c", "d"], rows: rows).bytes(ListingStyle(.tsv, hasHeader: false))
    let safe = try Listing(columns: ["a", "b", "c", "d"], rows: rows).bytes(style)
    #expect(safe == Array((isRun ? "'" : "").utf8) + plain)
    let header = try Listing(columns: [text], rows: []).bytes(ListingStyle(.csv, isSpreadsheetSafe: true))
    let plainHeader = try Listing(columns: [text], rows: []).bytes(ListingStyle(.csv))
    #expect((header != plainHeader) == isRun)
}

@Test(arguments: [ListingFormat.csv, .tsv])
func `a mark at the beginning says UTF-8, lines end in CR LF where asked`(format: ListingFormat) throws {
    let style = ListingStyle(format, usesCRLF: true, hasByteOrderMark: true)
    #expect(
        try Listing(columns: ["n"], rows: [[.integer(1)]]).bytes(style) == [0xEF, 0xBB, 0xBF] + Array("n\r\n1\r\n".utf8)
    )
}

@Test(arguments: [
    ("=1", "\"'=1\"", "'=1"), ("@a\"b", "\"'@a\"\"b\"", "'@a\"b"), ("-", "\"'-\"", "'-"), ("-1", "-1", "-1"),
    ("NULL", "NULL", "NULL"), ("", "", ""),
])
func `what stands for NULL runs in no spreadsheet either`(null: String, csv: String, tsv: String) throws {
    for (format, shown, separator) in [(ListingFormat.csv, csv, ","), (.tsv, tsv, "\t")] {
        func bytes(_ isSafe: Bool) throws -> [UInt8] {
            try Listing(columns: ["a", "b"], rows: [[.null, .integer(1)]]).bytes(
                ListingStyle(format, hasHeader: false, null: null, isSpreadsheetSafe: isSafe))
        }
        #expect(try bytes(true) == Array("\(shown)\(separator)1\n".utf8))
        #expect(try bytes(false) == Array("\(null)\(separator)1\n".utf8))
    }
}
