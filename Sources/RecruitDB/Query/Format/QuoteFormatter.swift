import RecruitSQLite

/// SQL literals separated by commas, byte for byte the sqlite3 shell's `.mode quote`.
///
/// Unlike the shell's, text is never cut at a NUL and an empty result has its header.
struct QuoteFormatter: RowFormatter {
    private let hasHeader: Bool

    init(_ style: ListingStyle) { hasHeader = style.hasHeader }

    mutating func begin(_ columns: [String], into output: inout OutputBuffer) {
        guard hasHeader else { return }
        for (index, column) in columns.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            var name = column
            name.withUTF8 { Delimited.appendQuoted($0, by: UInt8(ascii: "'"), to: &output) }
        }
        output.append(UInt8(ascii: "\n"))
    }

    mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
        for index in cells.indices {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            switch cells[index] {
            case .null: output.append(literal: "NULL")
            case .integer(let number): output.append(decimal: number)
            case .real(let number) where number.isInfinite: output.append(literal: number < 0 ? "-Inf" : "Inf")
            case .real(let number): output.withSpace(RealText.capacity) { RealText.writeJSON(number, into: $0) }
            case .text(let bytes) where bytes.contains(0): SQLLiteral.append(cast: bytes, to: &output)
            case .text(let bytes): Delimited.appendQuoted(bytes, by: UInt8(ascii: "'"), to: &output)
            case .blob(let bytes): SQLLiteral.append(blob: bytes, to: &output)
            }
        }
        output.append(UInt8(ascii: "\n"))
    }

    mutating func end(into output: inout OutputBuffer) {}
}
