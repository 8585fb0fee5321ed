import RecruitSQLite

/// INSERT statements that SQLite reads back to the same values, one a row, as the sqlite3 shell's `.mode insert` writes
/// them.
///
/// Unlike the shell's, text is never cut at a NUL, no control but tab is sent, bytes that are no UTF-8 stay what they
/// are, and numbers so small that SQLite would read a neighbour are a product that is exact.
struct InsertFormatter: RowFormatter {
    private let hasHeader: Bool
    private let table: String
    /// What stands before the values of each row.
    private var start: [UInt8] = []

    init(_ style: ListingStyle) {
        hasHeader = style.hasHeader
        table = style.table
    }

    mutating func begin(_ columns: [String], into output: inout OutputBuffer) {
        start = Array("INSERT INTO ".utf8)
        append(name: table)
        for (index, column) in columns.enumerated() where hasHeader {
            start.append(UInt8(ascii: index == 0 ? "(" : ","))
            append(name: column)
        }
        start += Array("\(hasHeader ? ")" : "") VALUES(".utf8)
    }

    mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
        output.append(start)
        for index in cells.indices {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            switch cells[index] {
            case .null: output.append(literal: "NULL")
            case .integer(let number): output.append(decimal: number)
            case .real(let number): SQLLiteral.append(number, to: &output)
            case .text(let bytes): SQLLiteral.append(text: bytes, to: &output)
            case .blob(let bytes): SQLLiteral.append(blob: bytes, to: &output)
            }
        }
        output.append(literal: ");\n")
    }

    mutating func end(into output: inout OutputBuffer) {}

    /// Appends a name, in quotes where it needs them, its controls drawn.
    private mutating func append(name: String) {
        guard SQLName.needsQuotes(name) else {
            start += Array(name.utf8)
            return
        }
        var drawn: [UInt8] = []
        _ = CellDrawing(null: "").append(name: name, to: &drawn)
        let mark = UInt8(ascii: "\"")
        start.append(mark)
        for byte in drawn { start += byte == mark ? [mark, mark] : [byte] }
        start.append(mark)
    }
}
