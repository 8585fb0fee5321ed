import RecruitSQLite

/// JSON as the sqlite3 shell's `-json` writes it (RFC 8259), or one object a line.
///
/// Unlike the shell's, no rows are `[]`, text is never cut at a NUL, invalid UTF-8 is U+FFFD, and a blob is its
/// hexadecimal digits in a string. Infinities are `1e999`, as in the shell.
struct JSONFormatter: RowFormatter {
    private let isArray: Bool
    /// What stands before the value of each column, one after the other: the comma or brace, the name, the colon.
    private var prefixes: [UInt8] = []
    /// Where the prefix of each column ends.
    private var ends: [Int] = []
    private var isFirst = true

    init(isArray: Bool) { self.isArray = isArray }

    mutating func begin(_ columns: [String], into output: inout OutputBuffer) {
        for (index, column) in columns.enumerated() {
            var name = column
            prefixes.append(UInt8(ascii: index == 0 ? "{" : ","))
            name.withUTF8 { JSONText.append($0, to: &prefixes) }
            prefixes.append(UInt8(ascii: ":"))
            ends.append(prefixes.count)
        }
        if isArray { output.append(UInt8(ascii: "[")) }
    }

    mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
        if isArray, !isFirst { output.append(literal: ",\n") }
        isFirst = false
        prefixes.withUnsafeBufferPointer { prefixes in
            var start = 0
            for index in cells.indices where index < ends.count {
                output.append(UnsafeBufferPointer(rebasing: prefixes[start..<ends[index]]))
                start = ends[index]
                append(cells[index], to: &output)
            }
        }
        output.append(UInt8(ascii: "}"))
        if !isArray { output.append(UInt8(ascii: "\n")) }
    }

    mutating func end(into output: inout OutputBuffer) {
        if isArray { output.append(literal: "]\n") }
    }

    @inline(__always)
    private func append(_ cell: Cell, to output: inout OutputBuffer) {
        switch cell {
        case .null: output.append(literal: "null")
        case .integer(let number): output.append(decimal: number)
        case .real(let number): output.withSpace(RealText.capacity) { RealText.writeJSON(number, into: $0) }
        case .text(let bytes): JSONText.append(bytes, to: &output)
        case .blob(let bytes):
            output.append(UInt8(ascii: "\""))
            Hexadecimal.append(bytes, to: &output)
            output.append(UInt8(ascii: "\""))
        }
    }
}
