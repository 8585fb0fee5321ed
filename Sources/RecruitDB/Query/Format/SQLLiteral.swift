import RecruitSQLite

/// Values as SQL that SQLite reads back to the same value.
enum SQLLiteral {
    /// Appends `number` as the sqlite3 shell does (`%!.20g`, infinities as `1e999`).
    ///
    /// SQLite 3.40 reads some of the numbers below 1e-289 to a neighbour. They are written times 2^600, which makes them
    /// ordinary, and multiplied by 2^-600, which is exact.
    static func append(_ number: Double, to output: inout OutputBuffer) {
        let isTiny = number != 0 && number.magnitude < 1e-280
        let written = isTiny ? number * 0x1p600 : number
        output.withSpace(RealText.capacity) { RealText.writeJSON(written, into: $0) }
        if isTiny { output.append(literal: "*2.4099198651028841179e-181") }
    }

    /// Appends `bytes` as a blob in hexadecimal.
    static func append(blob bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        output.append(literal: "X'")
        Hexadecimal.append(bytes, to: &output)
        output.append(UInt8(ascii: "'"))
    }

    /// Appends the text of `bytes` as a blob that is made text again: whatever the bytes, they are kept and not sent.
    static func append(cast bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        output.append(literal: "CAST(")
        append(blob: bytes, to: &output)
        output.append(literal: " AS TEXT)")
    }

    /// Appends the text of `bytes` between quotes, line breaks as the sqlite3 shell writes them.
    ///
    /// Text with other controls than a tab, or with bytes that are no UTF-8, is hexadecimal.
    static func append(text bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        let quote = UInt8(ascii: "'")
        switch Content(bytes) {
        case .plain: Delimited.appendQuoted(bytes, by: quote, to: &output)
        case .lines: append(lines: bytes, to: &output)
        case .odd: append(cast: bytes, to: &output)
        }
    }

    private enum Content {
        case plain
        case lines
        case odd

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            self = .plain
            var index = 0
            while index < bytes.count {
                let sequence = UTF8Sequence(bytes, at: index)
                switch sequence.scalar {
                case 0x0A, 0x0D: self = .lines
                case 0x09: break
                case _ where !sequence.isValid || TerminalCells.width(of: sequence.scalar) == nil:
                    self = .odd
                    return
                default: break
                }
                index &+= sequence.count
            }
        }
    }

    /// `replace('a\nb','\n',char(10))`: a statement stays a line, and no expression grows too deep for SQLite.
    private static func append(lines bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        let breaks = [(byte: UInt8(0x0A), mark: "\\n", other: "\\012"), (0x0D, "\\r", "\\015")].filter {
            bytes.contains($0.byte)
        }.map { (byte: $0.byte, mark: unusedMark($0.mark, $0.other, in: bytes)) }
        for _ in breaks { output.append(literal: "replace(") }
        var text: [UInt8] = []
        for byte in bytes {
            if let found = breaks.first(where: { $0.byte == byte }) {
                text += found.mark
            } else {
                text.append(byte)
            }
        }
        text.withUnsafeBufferPointer { Delimited.appendQuoted($0, by: UInt8(ascii: "'"), to: &output) }
        for found in breaks.reversed() {
            output.append(literal: ",'")
            output.append(found.mark)
            output.append(literal: "',char(")
            output.append(decimal: Int64(found.byte))
            output.append(literal: "))")
        }
    }

    /// The first of `mark`, `other`, `(mark0)`, `(mark1)` and so on that `bytes` does not hold.
    private static func unusedMark(_ mark: String, _ other: String, in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var candidate = Array(mark.utf8)
        if !holds(bytes, candidate) { return candidate }
        candidate = Array(other.utf8)
        var number = 0
        while holds(bytes, candidate) {
            candidate = Array("(\(mark)\(number))".utf8)
            number += 1
        }
        return candidate
    }

    private static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ part: [UInt8]) -> Bool {
        guard let first = part.first else { return true }
        var rest = bytes[...]
        while let start = rest.firstIndex(of: first) {
            if bytes[start...].starts(with: part) { return true }
            rest = bytes[(start + 1)...]
        }
        return false
    }
}
