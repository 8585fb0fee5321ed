/// What can be told of a text of SQL without SQLite.
enum SQLText {
    /// The offset of the first byte from `start` on that is no blank, no semicolon and in no comment.
    static func endOfTrivia(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: " "), UInt8(ascii: ";"), 0x09...0x0D:
                index += 1
            case UInt8(ascii: "-") where byte(at: index + 1, of: text) == UInt8(ascii: "-"):
                while index < text.count, text[index] != UInt8(ascii: "\n") { index += 1 }
            case UInt8(ascii: "/") where byte(at: index + 1, of: text) == UInt8(ascii: "*"):
                index += 2
                while index < text.count,
                    text[index] != UInt8(ascii: "*") || byte(at: index + 1, of: text) != UInt8(ascii: "/")
                {
                    index += 1
                }
                index = min(index + 2, text.count)
            case 0xEF where byte(at: index + 1, of: text) == 0xBB && byte(at: index + 2, of: text) == 0xBF:
                index += 3  // a byte order mark, which SQLite skips too
            default:
                return index
            }
        }
        return text.count
    }

    /// Whether nothing but blanks, semicolons and comments stands in the text.
    static func isTrivia(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { endOfTrivia(in: $0, from: 0) == $0.count }
    }

    /// The word, in capitals, that begins at `start`; empty where no letter stands there.
    static func keyword(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> String {
        let letters = text[min(start, text.count)...].prefix { isLetter($0) }
        return String(decoding: letters.map { $0 & 0xDF }, as: UTF8.self)
    }

    /// The end of the statement around `offset`: the next semicolon, or the end of the text.
    static func endOfStatement(in text: UnsafeBufferPointer<UInt8>, around offset: Int) -> Int {
        let start = min(max(offset, 0), text.count)
        return text[start...].firstIndex(of: UInt8(ascii: ";")) ?? text.count
    }

    /// Whether a question mark stands in a text or name in quotes, where it is no parameter.
    static func hasQuotedQuestionMark(_ text: String) -> Bool {
        var quote: UInt8?
        for byte in text.utf8 {
            switch (byte, quote) {
            case (UInt8(ascii: "?"), .some): return true
            case (UInt8(ascii: "'"), nil), (UInt8(ascii: "\""), nil), (UInt8(ascii: "`"), nil): quote = byte
            case (_, byte): quote = nil
            default: break
            }
        }
        return false
    }

    /// The text on one line, for a message: each run of blanks and line breaks as one blank.
    static func line(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
    }

    private static func byte(at index: Int, of text: UnsafeBufferPointer<UInt8>) -> UInt8? {
        index < text.count ? text[index] : nil
    }
}
