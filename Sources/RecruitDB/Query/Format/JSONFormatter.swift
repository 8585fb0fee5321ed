import RecruitSQLite

/// JSON as the sqlite3 shell's `-json` writes it (RFC 8259), or one object a line.
///
/// Unlike the shell's, no rows are `[]`, text is never cut at a NUL, invalid UTF-8 is U+FFFD, and a blob is its
/// hexadecimal digits in a string. Infinities are `1e999`, as in the shell.
struct JSONFormatter: RowFormatter {
    private let isArray: Bool
    /// Of each column what stands before its value: the comma or brace, the name, the colon.
    private var prefixes: [[UInt8]] = []
    private var isFirst = true

    init(isArray: Bool) { self.isArray = isArray }

    mutating func begin(_ columns: [String], into output: inout OutputBuffer) {
        for (index, column) in columns.enumerated() {
            var name = column
            var prefix = [UInt8(ascii: index == 0 ? "{" : ",")]
            name.withUTF8 { JSONText.append($0, to: &prefix) }
            prefix.append(UInt8(ascii: ":"))
            prefixes.append(prefix)
        }
        if isArray { output.append(UInt8(ascii: "[")) }
    }

    mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
        if isArray, !isFirst { output.append(literal: ",\n") }
        isFirst = false
        for index in cells.indices where index < prefixes.count {
            output.append(prefixes[index])
            switch cells[index] {
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
        output.append(UInt8(ascii: "}"))
        if !isArray { output.append(UInt8(ascii: "\n")) }
    }

    mutating func end(into output: inout OutputBuffer) {
        if isArray { output.append(literal: "]\n") }
    }
}
