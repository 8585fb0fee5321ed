import RecruitSQLite

/// Rows as `recruitdb-xlsx` reads them: every piece a letter and its bytes, numbers in the order of the machine.
///
/// `H` (a header is wanted) or `C`, a count and as many texts; `n` for NULL, `i` and `r` with eight bytes, `t` and `b`
/// with a length and bytes; `E` at the end, without which the program makes nothing.
struct RowStreamFormatter: RowFormatter {
    private let hasHeader: Bool

    init(_ style: ListingStyle) { hasHeader = style.hasHeader }

    mutating func begin(_ columns: [String], into output: inout OutputBuffer) {
        output.append(UInt8(ascii: hasHeader ? "H" : "C"))
        append(UInt64(columns.count), to: &output)
        for column in columns {
            var name = column
            name.withUTF8 { append(counted: $0, to: &output) }
        }
    }

    mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
        for cell in cells {
            switch cell {
            case .null: output.append(UInt8(ascii: "n"))
            case .integer(let number):
                output.append(UInt8(ascii: "i"))
                append(UInt64(bitPattern: number), to: &output)
            case .real(let number):
                output.append(UInt8(ascii: "r"))
                append(number.bitPattern, to: &output)
            case .text(let bytes):
                output.append(UInt8(ascii: "t"))
                append(counted: bytes, to: &output)
            case .blob(let bytes):
                output.append(UInt8(ascii: "b"))
                append(counted: bytes, to: &output)
            }
        }
    }

    mutating func end(into output: inout OutputBuffer) { output.append(UInt8(ascii: "E")) }

    private func append(counted bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        append(UInt64(bytes.count), to: &output)
        output.append(bytes)
    }

    private func append(_ number: UInt64, to output: inout OutputBuffer) {
        output.withSpace(8) { space in
            UnsafeMutableRawPointer(space).storeBytes(of: number, as: UInt64.self)
            return 8
        }
    }
}
