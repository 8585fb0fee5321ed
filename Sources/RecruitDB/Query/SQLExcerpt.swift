/// The line of SQL where something is wrong, and a caret under the place.
struct SQLExcerpt {
    /// The line of the place, from 1.
    let line: Int
    /// The column of the place in scalars, from 1.
    let column: Int
    /// The line of SQL and the line of the caret, each indented by two; a long line is cut around the place.
    let drawing: String

    /// The excerpt of `sql` at `byteOffset`, which is clamped to its bounds.
    init(_ sql: String, at byteOffset: Int) {
        var sql = sql
        (line, column, drawing) = sql.withUTF8 { Self.draw($0, at: min(max(0, byteOffset), $0.count)) }
    }

    private static func draw(_ sql: UnsafeBufferPointer<UInt8>, at offset: Int) -> (Int, Int, String) {
        let feed = UInt8(ascii: "\n")
        var start = 0
        var line = 1
        for index in 0..<offset where sql[index] == feed {
            line += 1
            start = index + 1
        }
        let end = sql[offset...].firstIndex(of: feed) ?? sql.count
        let column = sql[start..<offset].count { $0 & 0xC0 != 0x80 } + 1

        // At most 48 scalars before the place and 48 after it.
        let first = boundary(sql, from: offset, by: -48, within: start...offset)
        let last = boundary(sql, from: offset, by: 48, within: offset...end)
        var before: [UInt8] = first > start ? Array("…".utf8) : []
        var cells = first > start ? 1 : 0
        cells += TerminalCells.append(UnsafeBufferPointer(rebasing: sql[first..<offset]), to: &before)
        var after: [UInt8] = []
        _ = TerminalCells.append(UnsafeBufferPointer(rebasing: sql[offset..<last]), to: &after)
        if last < end { after += Array("…".utf8) }
        let text = String(decoding: before + after, as: UTF8.self)
        return (line, column, "  \(text)\n  \(String(repeating: " ", count: cells))^")
    }

    /// The byte `count` scalars after (before, when negative) `index`, or the end of `range`.
    private static func boundary(
        _ sql: UnsafeBufferPointer<UInt8>, from index: Int, by count: Int, within range: ClosedRange<Int>
    ) -> Int {
        var index = index
        var left = abs(count)
        while left > 0, index != (count < 0 ? range.lowerBound : range.upperBound) {
            index += count < 0 ? -1 : 1
            if index == sql.count || sql[index] & 0xC0 != 0x80 { left -= 1 }
        }
        return index
    }

    /// The first `limit` scalars of `text` as they may be shown in a sentence.
    static func visible(_ text: String, limit: Int = 60) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var end = 0
            var left = limit
            while left > 0, end < bytes.count {
                end += UTF8Sequence(bytes, at: end).count
                left -= 1
            }
            var drawn: [UInt8] = []
            _ = TerminalCells.append(UnsafeBufferPointer(rebasing: bytes[..<end]), to: &drawn)
            return String(decoding: drawn, as: UTF8.self) + (end < bytes.count ? "…" : "")
        }
    }
}
