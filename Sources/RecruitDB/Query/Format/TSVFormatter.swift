import RecruitSQLite

/// Tab-separated values: tab, line breaks and backslash inside a value are `\t`, `\n`, `\r`, `\\`, so that a line is a
/// row and a tab a column; blobs are their bytes, escaped the same way.
struct TSVFormatter: RowFormatter {
    private let hasHeader: Bool
    private let null: [UInt8]
    private let usesCRLF: Bool
    private let isSafe: Bool
    private let hasMark: Bool

    init(_ style: ListingStyle) {
        hasHeader = style.hasHeader
        let null = Array(style.null.utf8)
        let isRun = style.isSpreadsheetSafe && null.withUnsafeBufferPointer(SpreadsheetCell.runs)
        self.null = isRun ? [UInt8(ascii: "'")] + null : null
        usesCRLF = style.usesCRLF
        isSafe = style.isSpreadsheetSafe
        hasMark = style.hasByteOrderMark
    }

    mutating func begin(_ columns: [String], into output: inout OutputBuffer) {
        if hasMark { output.append(literal: "\u{FEFF}") }
        guard hasHeader else { return }
        for (index, column) in columns.enumerated() {
            if index > 0 { output.append(UInt8(ascii: "\t")) }
            var name = column
            name.withUTF8 { append(text: $0, to: &output) }
        }
        endLine(&output)
    }

    mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
        for index in cells.indices {
            if index > 0 { output.append(UInt8(ascii: "\t")) }
            switch cells[index] {
            case .null: output.append(null)
            case .integer(let number): output.append(decimal: number)
            case .real(let number): output.withSpace(RealText.capacity) { RealText.writeText(number, into: $0) }
            case .text(let bytes), .blob(let bytes): append(text: bytes, to: &output)
            }
        }
        endLine(&output)
    }

    mutating func end(into output: inout OutputBuffer) {}

    private func endLine(_ output: inout OutputBuffer) {
        if usesCRLF { output.append(UInt8(ascii: "\r")) }
        output.append(UInt8(ascii: "\n"))
    }

    private func append(text bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        if isSafe, SpreadsheetCell.runs(bytes) { output.append(UInt8(ascii: "'")) }
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\t"): output.append(literal: "\\t")
            case UInt8(ascii: "\n"): output.append(literal: "\\n")
            case UInt8(ascii: "\r"): output.append(literal: "\\r")
            case UInt8(ascii: "\\"): output.append(literal: "\\\\")
            default: output.append(byte)
            }
        }
    }
}
