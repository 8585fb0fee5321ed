/// UTF-7 (RFC 2152) where it must be told from text that merely has a plus sign.
enum UTF7 {
    /// The text as UTF-8; nil when it is not UTF-7 as an encoder writes it.
    ///
    /// An encoder shifts for characters beyond ASCII only, fills up with zeros and writes a plus sign as `+-`: `PhD+master`
    /// is none. A decoder that takes everything makes other words of such text, and lets ASCII hide in a shift.
    static func strict(_ bytes: Bytes) -> [UInt8]? {
        guard bytes.isASCII else { return nil }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            guard byte == 43 else {
                out.append(byte)
                continue
            }
            let shifted = bytes[index...].prefix { Self.value($0) != nil }
            index = shifted.endIndex
            let isClosed = index < bytes.endIndex && bytes[index] == 45
            if isClosed { index += 1 }
            if shifted.isEmpty, isClosed {
                out.append(43)
            } else {
                guard let text = characters(shifted) else { return nil }
                out += text.utf8
            }
        }
        return out
    }

    /// The characters of one shift: UTF-16 in base64 without padding.
    private static func characters(_ shifted: Bytes) -> String? {
        var units: [UInt16] = []
        var bits = 0
        var pending: UInt32 = 0
        for byte in shifted {
            pending = pending << 6 | UInt32(value(byte) ?? 0)
            bits += 6
            guard bits >= 16 else { continue }
            bits -= 16
            let unit = UInt16(truncatingIfNeeded: pending >> UInt32(bits))
            guard unit > 127 else { return nil }
            units.append(unit)
            pending &= (1 << UInt32(bits)) - 1
        }
        guard !units.isEmpty, bits < 6, pending == 0 else { return nil }
        return String(validating: units, as: UTF16.self)
    }

    private static func value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 65...90: byte - 65
        case 97...122: byte - 71
        case 48...57: byte + 4
        case 43: 62
        case 47: 63
        default: nil
        }
    }
}
