/// Line ends.
enum LineEnds {
    /// The message itself, or, when it has carriage returns for line ends, a copy with line feeds.
    static func withLineFeeds(_ bytes: Bytes, _ defects: inout Defects) -> Bytes {
        guard bytes.firstIndex(of: ASCII.lf, from: bytes.startIndex) == nil,
            bytes.firstIndex(of: ASCII.cr, from: bytes.startIndex) != nil
        else { return bytes }
        defects.add("line_ends_broken")
        return bytes.map { $0 == ASCII.cr ? ASCII.lf : $0 }[...]
    }

    /// The bytes with CRLF as LF; other bytes stay, a lone CR too.
    static func lineFeeds(_ bytes: Bytes) -> Bytes {
        guard bytes.firstIndex(of: [ASCII.cr, ASCII.lf], from: bytes.startIndex) != nil else { return bytes }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var start = bytes.startIndex
        while let hit = bytes.firstIndex(of: [ASCII.cr, ASCII.lf], from: start) {
            out += bytes[start..<hit]
            start = hit + 1
        }
        out += bytes[start...]
        return out[...]
    }

    /// Text for people: every line end is LF, NULs are gone, and a byte order mark at the start.
    static func text(_ utf8: [UInt8]) -> [UInt8] {
        let hasMark = utf8.starts(with: [0xEF, 0xBB, 0xBF])
        guard hasMark || utf8.contains(where: { $0 == ASCII.cr || $0 == 0 }) else { return utf8 }
        var out: [UInt8] = []
        out.reserveCapacity(utf8.count)
        var previous: UInt8 = 0
        for byte in utf8.dropFirst(hasMark ? 3 : 0) {
            if byte == ASCII.cr || (byte == ASCII.lf && previous != ASCII.cr) {
                out.append(ASCII.lf)
            } else if byte != ASCII.lf, byte != 0 {
                out.append(byte)
            }
            previous = byte
        }
        return out
    }
}
