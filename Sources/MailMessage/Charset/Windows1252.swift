/// windows-1252, which mail that says ISO-8859-1 is written in.
enum Windows1252 {
    /// The characters of 0x80 to 0x9F; the five that it leaves open are the control characters of ISO-8859-1.
    private static let high: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// UTF-8 of the bytes; every byte has a meaning.
    static func utf8(_ bytes: Bytes) -> [UInt8] {
        if bytes.isASCII { return Array(bytes) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 128 {
                out.append(byte)
                continue
            }
            let scalar = byte < 0xA0 ? high[Int(byte) - 0x80] : UInt16(byte)
            if scalar < 0x800 {
                out.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
            } else {
                out.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
                out.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6) & 0x3F)
            }
            out.append(0x80 | UInt8(truncatingIfNeeded: scalar) & 0x3F)
        }
        return out
    }
}
