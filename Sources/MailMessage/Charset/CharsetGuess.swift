/// What charset 8-bit text is in when nobody says: the East Asian ones by the shape of their pairs, else windows-1252.
enum CharsetGuess {
    /// UTF-8 by the best guess; nil when no multi-byte charset fits.
    static func guess(_ bytes: Bytes) -> [UInt8]? {
        let shape = Shape(bytes.prefix(1 << 16))
        guard shape.pairs > 0, !shape.isLatin else { return nil }
        var candidates: [String] = []
        // GB2312 and EUC-KR have the eighth bit in both bytes; an odd run is Latin letters or Big5.
        if shape.oddRuns == 0, shape.lowest >= 0xA1 {
            candidates = shape.isKorean ? ["CP949", "GB18030", "BIG5-HKSCS"] : ["GB18030", "BIG5-HKSCS", "CP949"]
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
        /// Bytes of the words that are not ASCII alone, and how many of these bytes are beyond ASCII.
        var wordBytes = 0
        var highBytes = 0
        var lowest: UInt8 = 255
        var hangul = 0

        init(_ bytes: Bytes) {
            var run = 0
            var word = 0
            var highInWord = 0
            var previous: UInt8 = 0
            for byte in bytes {
                if byte <= 32 {
                    if highInWord > 0 { wordBytes += word }
                    (word, highInWord) = (0, 0)
                } else {
                    word += 1
                }
                if byte >= 0x80 {
                    run += 1
                    highInWord += 1
                    highBytes += 1
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
            if highInWord > 0 { wordBytes += word }
        }

        private mutating func end(_ run: Int) {
            if run % 2 == 1 { oddRuns += 1 }
        }

        /// Western words have few letters beyond ASCII; at least every second byte of Chinese is.
        var isLatin: Bool { highBytes * 5 < wordBytes * 2 }
        /// Hangul syllables have lead bytes B0 to C8 only; Chinese uses the whole range.
        var isKorean: Bool { pairs >= 4 && hangul * 20 >= pairs * 19 }
    }
}
