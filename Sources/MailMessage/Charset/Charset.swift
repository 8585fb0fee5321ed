/// Bytes in a charset to UTF-8.
enum Charset {
    /// UTF-8, and how many bytes had no meaning in the charset (each is U+FFFD).
    struct Decoded {
        var utf8: [UInt8]
        var invalid: Int
    }

    /// The text in a charset by its name in mail; nil when the name says nothing or iconv lacks the charset.
    static func decode(_ bytes: Bytes, _ name: String) -> Decoded? {
        guard let charset = CharsetName.canonical(name) else { return nil }
        return decode(bytes, canonical: charset)
    }

    /// The text in a charset by iconv's name.
    static func decode(_ bytes: Bytes, canonical charset: String) -> Decoded? {
        switch charset {
        case "UTF-8": return utf8(bytes)
        case "WINDOWS-1252": return Decoded(utf8: Windows1252.utf8(bytes), invalid: 0)
        case "US-ASCII":
            if bytes.isASCII { return Decoded(utf8: Array(bytes), invalid: 0) }
            let asUTF8 = utf8(bytes)
            if asUTF8.invalid == 0 { return Decoded(utf8: asUTF8.utf8, invalid: 1) }
            return Decoded(utf8: CharsetGuess.guess(bytes) ?? Windows1252.utf8(bytes), invalid: 1)
        case "HZ-GB-2312": return Iconv.decode(HZ.gb2312(bytes)[...], "GB18030")
        case "UTF-16", "UTF-32": return Iconv.decode(bytes, UTF16Order.name(charset, bytes))
        case "ISO-2022-JP":
            guard let asEUC = ISO2022JP.eucJP(bytes) else { return Iconv.decode(bytes, charset) }
            return Iconv.decode(asEUC[...], "EUC-JP-MS") ?? Iconv.decode(asEUC[...], "EUC-JP")
        default: return Iconv.decode(bytes, charset)
        }
    }

    /// UTF-8 itself, each broken sequence as U+FFFD.
    static func utf8(_ bytes: Bytes) -> Decoded {
        if bytes.isASCII || String(validating: bytes, as: UTF8.self) != nil {
            return Decoded(utf8: Array(bytes), invalid: 0)
        }
        return Decoded(utf8: Array(String(decoding: bytes, as: UTF8.self).utf8), invalid: 1)
    }

    /// The text of a value that names its charset, with what must be said about it.
    static func text(_ bytes: Bytes, _ name: String, _ bodyCharset: String?, _ defects: inout Defects) -> [UInt8] {
        guard !bytes.isEmpty else { return [] }
        guard let charset = CharsetName.canonical(name) else { return undeclared(bytes, bodyCharset, &defects) }
        guard let decoded = decode(bytes, canonical: charset) else {
            defects.add("charset_unsupported", name)
            return utf8(bytes).utf8
        }
        guard decoded.invalid > 0 else { return decoded.utf8 }
        defects.add("charset_wrong", name)
        if charset != "US-ASCII", charset != "UTF-8", !bytes.isASCII {
            let asUTF8 = utf8(bytes)
            if asUTF8.invalid == 0 { return asUTF8.utf8 }
        }
        guard charset == "UTF-8", isHardlyUTF8(bytes) else { return decoded.utf8 }
        return CharsetGuess.guess(bytes) ?? Windows1252.utf8(bytes)
    }

    /// The text of bytes without a charset: UTF-8, then the body's charset, then guesses.
    static func undeclared(_ bytes: Bytes, _ bodyCharset: String?, _ defects: inout Defects) -> [UInt8] {
        if bytes.isASCII {
            // ISO-2022-JP needs no eighth bit.
            if bytes.firstIndex(of: [27, 36], from: bytes.startIndex) != nil,
                let decoded = decode(bytes, canonical: "ISO-2022-JP"), decoded.invalid == 0
            {
                defects.add("charset_missing")
                return decoded.utf8
            }
            return Array(bytes)
        }
        let asUTF8 = utf8(bytes)
        if asUTF8.invalid == 0 { return asUTF8.utf8 }
        defects.add("charset_missing")
        if let bodyCharset, let charset = CharsetName.canonical(bodyCharset), charset != "US-ASCII",
            let decoded = decode(bytes, canonical: charset), decoded.invalid == 0
        {
            return decoded.utf8
        }
        return CharsetGuess.guess(bytes) ?? Windows1252.utf8(bytes)
    }

    /// Whether text declared as UTF-8 holds no character of it beyond ASCII, and was not just cut in its last one.
    private static func isHardlyUTF8(_ bytes: Bytes) -> Bool {
        let tail = bytes.suffix(3).lastIndex { $0 & 0xC0 != 0x80 } ?? bytes.startIndex
        let length = bytes[tail...].first.map { $0 >= 0xF0 ? 4 : $0 >= 0xE0 ? 3 : 2 } ?? 0
        if bytes[tail...].first.map({ $0 >= 0xC2 }) == true, bytes.endIndex - tail < length, bytes[..<tail].isASCII {
            return false
        }
        var text = String(decoding: bytes, as: UTF8.self)
        text.makeContiguousUTF8()
        return !text.unicodeScalars.contains { $0.value > 127 && $0.value != 0xFFFD }
    }
}
