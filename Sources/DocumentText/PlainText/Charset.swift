/// The charsets that a text file is taken for, by iconv's names.
enum Charset: String, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"
    case big5 = "BIG5-HKSCS"
    case windows1252 = "CP1252"

    /// The charset by byte order mark, else UTF-8 where the text is valid in it, else by the look of the bytes.
    init(guessedFrom text: [UInt8]) {
        if text.starts(with: [0xFF, 0xFE]) {
            self = .utf16LittleEndian
        } else if text.starts(with: [0xFE, 0xFF]) {
            self = .utf16BigEndian
        } else if text.starts(with: [0xEF, 0xBB, 0xBF]) || Self.isUTF8(text) {
            self = .utf8
        } else {
            self = Self.legacy(text)
        }
    }

    private static func isUTF8(_ text: [UInt8]) -> Bool {
        String(validating: text, as: UTF8.self) != nil
    }

    /// The charset of a text that is not UTF-8.
    ///
    /// Chinese, when most pairs that begin beyond ASCII are characters in common use: the 3,755 of GB 2312's first
    /// level and its signs, the 5,401 of Big5's first level and its signs. Accents in Latin text stand alone or
    /// before a letter, which the pairs of GB 2312 exclude.
    private static func legacy(_ text: [UInt8]) -> Charset {
        let gb = share(of: text.prefix(65_536)) { lead, trail in
            0xB0...0xD7 ~= lead && trail >= 0xA1 || 0xA1...0xA3 ~= lead && trail >= 0xA1
        }
        let big5 = share(of: text.prefix(65_536)) { lead, trail in
            0xA4...0xC6 ~= lead && (0x40...0x7E ~= trail || trail >= 0xA1) || 0xA1...0xA3 ~= lead && trail != 0x20
        }
        guard max(gb, big5) >= 70 else { return .windows1252 }
        return gb >= big5 ? .gb18030 : .big5
    }

    /// Per cent of the pairs of a byte beyond ASCII and the byte after it that are common characters.
    private static func share(of text: ArraySlice<UInt8>, isCommon: (UInt8, UInt8) -> Bool) -> Int {
        var common = 0
        var pairs = 0
        var index = text.startIndex
        while index < text.endIndex - 1 {
            guard text[index] >= 0x80 else {
                index += 1
                continue
            }
            pairs += 1
            if isCommon(text[index], text[index + 1]) { common += 1 }
            index += text[index + 1] < 0x40 ? 1 : 2
        }
        return pairs == 0 ? 0 : common * 100 / pairs
    }
}
