/// One encoded word (RFC 2047 section 2), its transfer encoding undone.
struct EncodedWord {
    var charset: String
    var bytes: [UInt8]
    /// The index after the word.
    var end: Int

    /// The word that begins at `start` (at `=?`), or nil.
    ///
    /// `lastClose` is the index of the last `?=` of the value.
    init?(_ value: Bytes, at start: Int, lastClose: Int) {
        guard start + 5 < value.endIndex, start < lastClose, value[start] == 61, value[start + 1] == 63 else {
            return nil
        }
        var index = start + 2
        let nameEnd = min(value.endIndex, index + 80)
        while index < nameEnd, value[index] > 32, value[index] < 127, value[index] != 63 { index += 1 }
        guard index > start + 2, index + 2 < value.endIndex, value[index] == 63, value[index + 2] == 63 else {
            return nil
        }
        let encoding = value[index + 1] | 0x20
        guard encoding == 98 || encoding == 113 else { return nil }
        let name = value[(start + 2)..<index]
        // RFC 2231 section 5 adds a language after an asterisk.
        let charsetName = name.prefix { $0 != 42 }
        let text = index + 3
        var close = text
        while close < lastClose, !(value[close] == 63 && value[close + 1] == 61) { close += 1 }
        guard close <= lastClose, close >= text else { return nil }
        charset = charsetName.lowercasedASCII
        let raw = value[text..<close]
        bytes = encoding == 98 ? Base64.decode(raw).bytes : QuotedPrintable.decodeWord(raw)
        end = close + 2
    }

    /// The index of the last `?=` in a value, or its start when there is none.
    static func lastClose(_ value: Bytes) -> Int {
        var index = value.endIndex - 2
        while index > value.startIndex {
            if value[index] == 63, value[index + 1] == 61 { return index }
            index -= 1
        }
        return value.startIndex
    }
}

/// Turns the raw text of a field into text: encoded words, and 8-bit bytes that nobody declared.
struct HeaderText: Sendable {
    /// The charset of the message's body, the best guess for raw 8-bit bytes after UTF-8.
    var bodyCharset: String?

    /// The text of an unstructured value, without white space at its ends, on one line.
    func text(_ value: Bytes, _ defects: inout Defects) -> String { phrase(value.unfoldedText[...].trimmed, &defects) }

    /// The text of words that are unfolded already: a subject or a name.
    ///
    /// Mailers of the nineties that wrote a body in UTF-7 wrote such words so too, without the encoded word that RFC 2152
    /// asks for. An address is never read so: a plus sign in it is a plus sign.
    func phrase(_ value: Bytes, _ defects: inout Defects) -> String {
        if let bodyCharset, value.firstIndex(of: 43, from: value.startIndex) != nil,
            value.firstIndex(of: [61, 63], from: value.startIndex) == nil,
            CharsetName.canonical(bodyCharset) == "UTF-7", let text = UTF7.strict(value)
        {
            return Self.onOneLine(text)
        }
        return decode(value, &defects)
    }

    /// The text of a value that is unfolded already.
    func decode(_ value: Bytes, _ defects: inout Defects) -> String {
        if value.isASCII, value.firstIndex(of: [61, 63], from: value.startIndex) == nil, !Self.hasEscape(value) {
            return String(decoding: value, as: UTF8.self)
        }
        var out: [UInt8] = []
        var charset = ""
        var joined: [UInt8] = []
        var plain = value.startIndex
        var index = value.startIndex
        let lastClose = EncodedWord.lastClose(value)
        // White space between two encoded words is no text (RFC 2047 section 6.2), and a character may be cut between
        // two words of one charset: their bytes are joined before the charset is undone.
        while let start = value.firstIndex(of: 61, from: index) {
            guard let word = EncodedWord(value, at: start, lastClose: lastClose) else {
                index = start + 1
                continue
            }
            let between = value[plain..<start]
            let isAdjacent = plain > value.startIndex && between.allSatisfy(ASCII.isBlank)
            if !isAdjacent || word.charset != charset {
                out += Charset.text(joined[...], charset, bodyCharset, &defects)
                joined = []
                if !isAdjacent { out += Charset.undeclared(between, bodyCharset, &defects) }
            }
            charset = word.charset
            joined += word.bytes
            index = word.end
            plain = word.end
        }
        out += Charset.text(joined[...], charset, bodyCharset, &defects)
        out += Charset.undeclared(value[plain...], bodyCharset, &defects)
        return Self.onOneLine(out)
    }

    /// Whether a raw value may be ISO-2022-JP or the like.
    private static func hasEscape(_ value: Bytes) -> Bool { value.firstIndex(of: 27, from: value.startIndex) != nil }

    /// An encoded word may bring line ends and NULs that no field may have.
    private static func onOneLine(_ utf8: [UInt8]) -> String {
        guard utf8.contains(where: { $0 < 32 }) else { return String(decoding: utf8, as: UTF8.self) }
        return String(decoding: utf8.compactMap { $0 == 0 ? nil : ($0 >= 9 && $0 <= 13 ? 32 : $0) }, as: UTF8.self)
    }
}
