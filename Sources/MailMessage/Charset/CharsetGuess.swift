/// What charset 8-bit text is in when nobody says: the East Asian ones by the shape of their pairs, else windows-1252.
enum CharsetGuess {
    /// UTF-8 by the best guess; nil when no multi-byte charset fits.
    static func guess(_ bytes: Bytes) -> [UInt8]? {
        let shape = Shape(bytes.prefix(1 << 16))
        guard shape.pairs > 0 else { return nil }
        var candidates: [String] = []
        // GB2312 and EUC-KR have the eighth bit in both bytes; an odd run is Latin letters or Big5.
        if shape.oddRuns == 0, shape.lowest >= 0xA1 {
            candidates = shape.isKorean ? ["CP949", "GB18030", "BIG5-HKSCS"] : ["GB18030", "BIG5-HKSCS", "CP949"]
        } else if shape.isLatin {
            return nil
        } else {
            candidates = ["BIG5-HKSCS", "GB18030", "CP932", "CP949"]
        }
        for name in candidates {
            if let decoded = Charset.decode(bytes, canonical: name), decoded.invalid == 0 { return decoded.utf8 }
        }
        return nil
    }

    /// How the bytes beyond ASCII stand.
    private struct Shape {
        var pairs = 0
        var oddRuns = 0
        var singles = 0
        var lowest: UInt8 = 255
        var hangul = 0

        init(_ bytes: Bytes) {
            var run = 0
            var previous: UInt8 = 0
            for byte in bytes {
                if byte >= 0x80 {
                    run += 1
                    lowest = min(lowest, byte)
                    if run % 2 == 0 {
                        pairs += 1
                        if previous >= 0xB0, previous <= 0xC8 { hangul += 1 }
                    }
                    previous = byte
                } else {
                    end(run)
                    run = 0
                }
            }
            end(run)
        }

        private mutating func end(_ run: Int) {
            if run == 1 { singles += 1 }
            if run % 2 == 1 { oddRuns += 1 }
        }

        /// Western text has single letters beyond ASCII between ASCII ones.
        var isLatin: Bool { singles > pairs }
        /// Hangul syllables have lead bytes B0 to C8 only; Chinese uses the whole range.
        var isKorean: Bool { pairs >= 4 && hangul * 20 >= pairs * 19 }
    }
}
