/// ISO-2022-JP (RFC 1468) as mailers write it: with half-width katakana, JIS X 0212 and the vendors' characters, which
/// iconv refuses there and reads in EUC-JP.
enum ISO2022JP {
    private enum Plane {
        case ascii, kanji, katakana, supplement
    }

    /// The same text in EUC-JP; nil when an escape sequence is unknown, or the text has 8-bit bytes.
    static func eucJP(_ bytes: Bytes) -> [UInt8]? {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var plane = Plane.ascii
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            guard byte < 128 else { return nil }
            if byte == 27 {
                guard let escape = escape(bytes[index...]) else { return nil }
                plane = escape.plane
                index += escape.length
                continue
            }
            index += 1
            // A line's end, and every other control character, leaves the plane as it is.
            guard byte > 32, byte < 127, plane != .ascii else {
                if byte == ASCII.lf { plane = .ascii }
                out.append(byte)
                continue
            }
            switch plane {
            case .ascii: break
            case .katakana: out += [0x8E, byte | 0x80]
            case .kanji, .supplement:
                guard index < bytes.endIndex, bytes[index] > 32, bytes[index] < 127 else {
                    out.append(63)
                    continue
                }
                if plane == .supplement { out.append(0x8F) }
                out += [byte | 0x80, bytes[index] | 0x80]
                index += 1
            }
        }
        return out
    }

    private static func escape(_ bytes: Bytes) -> (plane: Plane, length: Int)? {
        let code = bytes.dropFirst().prefix(3)
        if code.startsIgnoringCase("(B") || code.startsIgnoringCase("(J") { return (.ascii, 3) }
        if code.startsIgnoringCase("(I") { return (.katakana, 3) }
        if code.startsIgnoringCase("$@") || code.startsIgnoringCase("$B") { return (.kanji, 3) }
        if code.startsIgnoringCase("$(D") { return (.supplement, 4) }
        return nil
    }
}
