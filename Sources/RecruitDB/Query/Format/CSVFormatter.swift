import RecruitSQLite

/// Comma-separated values as the sqlite3 shell's `-csv -header` writes them: RFC 4180 with LF, quoted where needed.
///
/// Unlike the shell's, text is never cut at a NUL and an empty result has its header.
struct CSVFormatter: RowFormatter {
    private let hasHeader: Bool
    private let null: [UInt8]
    private let usesCRLF: Bool
    private let isSafe: Bool
    private let hasMark: Bool

    init(_ style: ListingStyle) {
        hasHeader = style.hasHeader
        let null = Array(style.null.utf8)
        let isRun = style.isSpreadsheetSafe && null.withUnsafeBufferPointer(SpreadsheetCell.runs)
        let mark = UInt8(ascii: "\"")
        self.null =
            isRun ? [mark, UInt8(ascii: "'")] + null.flatMap { $0 == mark ? [mark, mark] : [$0] } + [mark] : null
        usesCRLF = style.usesCRLF
        isSafe = style.isSpreadsheetSafe
        hasMark = style.hasByteOrderMark
    }

    mutating func begin(_ columns: [String], into output: inout OutputBuffer) {
        if hasMark { output.append(literal: "\u{FEFF}") }
        guard hasHeader else { return }
        for (index, column) in columns.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            var name = column
            name.withUTF8 { append(text: $0, to: &output) }
        }
        endLine(&output)
    }

    mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
        for index in cells.indices {
            if index > 0 { output.append(UInt8(ascii: ",")) }
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
        if isSafe, SpreadsheetCell.runs(bytes) {
            appendDefused(bytes, to: &output)
        } else if needsQuotes(bytes) {
            Delimited.appendQuoted(bytes, by: UInt8(ascii: "\""), to: &output)
        } else {
            output.append(bytes)
        }
    }

    @inline(never)
    private func appendDefused(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        ([UInt8(ascii: "'")] + bytes).withUnsafeBufferPointer {
            Delimited.appendQuoted($0, by: UInt8(ascii: "\""), to: &output)
        }
    }

    /// Whether the shell would quote: empty, a comma, or a byte of its table `needCsvQuote` (space, quotes, controls,
    /// everything beyond ASCII).
    @inline(__always)
    private func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var odd: UInt8 = bytes.isEmpty ? 1 : 0
        for byte in bytes {
            odd |= byte &- 0x21 > 0x5D || byte == 0x22 || byte == 0x27 || byte == 0x2C ? 1 : 0
        }
        return odd != 0
    }
}

/// Text between quotation marks.
enum Delimited {
    /// Appends `bytes` between two `mark`s, each `mark` inside doubled.
    static func appendQuoted(_ bytes: UnsafeBufferPointer<UInt8>, by mark: UInt8, to output: inout OutputBuffer) {
        output.append(mark)
        var start = 0
        for index in bytes.indices where bytes[index] == mark {
            output.append(UnsafeBufferPointer(rebasing: bytes[start...index]))
            start = index
        }
        output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
        output.append(mark)
    }
}
