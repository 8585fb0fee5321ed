import Foundation
import RecruitSQLite
import Testing

@testable import RecruitDB

/// What `body` writes, as bytes.
func written(_ body: (inout OutputBuffer) throws -> Void) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "recruitdb-output-\(UUID().uuidString)")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forWritingTo: file)
    var output = OutputBuffer(descriptor: handle.fileDescriptor)
    try body(&output)
    try output.flush()
    return Array(try Data(contentsOf: file))
}

/// `rows` in `style`, as text.
func drawn(_ columns: [String], _ rows: [[Value]], _ style: ListingStyle) throws -> String {
    let bytes = try written { try Listing(columns: columns, rows: rows).write(style, to: &$0) }
    return String(decoding: bytes, as: UTF8.self)
}

private let awkward: [[Value]] = [
    [.integer(1), .text("plain")], [.integer(20), .text("张伟 e\u{301} 🙂")], [.integer(-3), .text("a\nb\r\nc\td")],
    [.real(0.5), .text("\u{1B}[31m\u{9B}0m\u{7F}\0")], [.null, .text("\u{202E}|\\<b>&\"'")],
    [.blob([0, 255]), .text("")],
]

@Test func `a box is straight, and data cannot move the cursor`() throws {
    #expect(
        try drawn(["n", "text"], awkward, ListingStyle(.box)) == """
            ┌─────────┬─────────────────┐
            │ n       │ text            │
            ├─────────┼─────────────────┤
            │       1 │ plain           │
            │      20 │ 张伟 e\u{301} 🙂       │
            │      -3 │ a↵b↵c␉d         │
            │     0.5 │ ␛[31m\\u009b0m␡␀ │
            │         │ \\u202e|\\<b>&"'  │
            │ x'00ff' │                 │
            └─────────┴─────────────────┘

            """)
}

@Test func `markdown keeps its columns whatever the data`() throws {
    #expect(
        try drawn(["n", "text"], awkward, ListingStyle(.markdown, null: "-")) == """
            | n | text |
            | --- | --- |
            | 1 | plain |
            | 20 | 张伟 e\u{301} 🙂 |
            | -3 | a<br>b<br>c␉d |
            | 0.5 | ␛[31m\\\\u009b0m␡␀ |
            | - | \\\\u202e\\|\\\\&lt;b>&amp;"' |
            | x'00ff' |  |

            """)
}

@Test func `json is ASCII where it must be, and valid whatever the bytes`() throws {
    #expect(
        try drawn(["n", "a \"b\""], awkward, ListingStyle(.ndjson)) == """
            {"n":1,"a \\"b\\"":"plain"}
            {"n":20,"a \\"b\\"":"张伟 e\u{301} 🙂"}
            {"n":-3,"a \\"b\\"":"a\\nb\\r\\nc\\td"}
            {"n":0.5,"a \\"b\\"":"\\u001b[31m\u{9B}0m\u{7F}\\u0000"}
            {"n":null,"a \\"b\\"":"\u{202E}|\\\\<b>&\\"'"}
            {"n":"00ff","a \\"b\\"":""}

            """)
}

@Test(arguments: [
    (ListingFormat.csv, "a,b\n"), (.json, "[]\n"), (.ndjson, ""), (.tsv, "a\tb\n"), (.list, "a|b\n"),
    (.box, "┌───┬───┐\n│ a │ b │\n└───┴───┘\n"), (.markdown, "| a | b |\n| --- | --- |\n"), (.line, ""),
    (.table, "+---+---+\n| a | b |\n+---+---+\n"), (.column, "a  b\n-  -\n"), (.none, ""),
    (.html, "<tr><th>a</th><th>b</th></tr>\n"), (.insert, ""), (.quote, "'a','b'\n"),
])
func `no rows are a header, or nothing`(format: ListingFormat, result: String) throws {
    #expect(try drawn(["a", "b"], [], ListingStyle(format)) == result)
}

@Test(arguments: [
    (30, [12, 30, 3], [12, 15, 3]), (60, [12, 30, 3], [12, 30, 3]), (13, [12, 30, 3], [5, 5, 3]),
    (7, [12, 30, 3], [2, 2, 3]), (-9, [12, 30, 3], [1, 1, 1]), (16, [1, 1], [1, 1]), (0, [], []),
])
func `the widest columns are cut first, evenly`(room: Int, natural: [Int], widths: [Int]) {
    #expect(ColumnWidths.fitting(natural, into: room) == widths)
}

@Test func `a table of limited width ends long cells in an ellipsis, wide characters included`() throws {
    let rows: [[Value]] = [[.integer(7), .text("张伟张伟张伟")], [.integer(8), .text("a longer text")]]
    #expect(
        try drawn(["n", "t"], rows, ListingStyle(.box, width: 17)) == """
            ┌───┬───────────┐
            │ n │ t         │
            ├───┼───────────┤
            │ 7 │ 张伟张伟… │
            │ 8 │ a longer… │
            └───┴───────────┘

            """)
}

@Test func `a result larger than the window is drawn in straight frames, and nothing is cut`() throws {
    let bytes = try written { output in
        var formatter = AlignedFormatter(ListingStyle(.box), frame: .box, windowSize: 300)
        formatter.begin(["i", "t"], into: &output)
        for row in 1...40 {
            Array("text \(String(repeating: "x", count: row / 10))".utf8).withUnsafeBufferPointer { text in
                [Cell.integer(Int64(row)), .text(text)].withUnsafeBufferPointer { formatter.row($0, into: &output) }
            }
        }
        formatter.end(into: &output)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    var width = 0
    for line in lines {
        if line.hasPrefix("┌") { width = line.unicodeScalars.count }
        #expect(line.unicodeScalars.count == width && !line.contains("…"))
    }
    #expect(lines.count { $0.contains("text") } == 40)
    #expect(lines.count { $0.hasPrefix("┌") } == lines.count { $0.hasPrefix("└") })
    #expect((2...5).contains(lines.count { $0.hasPrefix("┌") }))
}

@Test(arguments: [
    "ff", "41c328", "e4bda0", "e4bd", "ed9fbf", "eda080", "f09f9982", "f4908080", "c0af", "e080af", "f0808080", "80bf",
    "e4bd41", "f09f9941f09f99",
])
func `bytes that are no UTF-8 are U+FFFD in json and in a box`(digits: String) throws {
    let connection = try Connection(path: ":memory:", access: .create)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(digits.dropFirst($0).prefix(2), radix: 16) }
    let statement = try connection.prepare("SELECT CAST(x'\(raw: digits)' AS TEXT) AS t")
    let mended = String(decoding: bytes, as: UTF8.self)
    for (format, result) in [(ListingFormat.ndjson, "{\"t\":\"\(mended)\"}\n"), (.list, "\(mended)\n")] {
        statement.reset()
        let output = try written {
            try Listing(statement, of: connection).write(ListingStyle(format, hasHeader: false), to: &$0)
        }
        #expect(String(validating: output, as: UTF8.self) == result)
    }
}
