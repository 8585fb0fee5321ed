/// A text file in whatever charset it came in.
struct PlainText {
    private let bytes: [UInt8]
    private let charset: Charset

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        charset = Charset(guessedFrom: bytes)
    }

    /// Returns the converter that the text needs; nil for UTF-8.
    ///
    /// Throws status 69 when this system has none.
    func converter() throws(ExtractionError) -> CharsetConverter? {
        charset == .utf8 ? nil : try CharsetConverter(from: charset)
    }

    /// Returns the text as UTF-8 with line feeds only; what cannot be converted becomes U+FFFD.
    func decoded(by converter: consuming CharsetConverter?) -> [UInt8] {
        guard let converter else { return Self.withLineFeeds(Array(String(decoding: bytes, as: UTF8.self).utf8)) }
        return Self.withLineFeeds(converter.utf8(bytes))
    }

    /// CR LF, CR, vertical tab, NEL, line and paragraph separator become line feeds.
    private static func withLineFeeds(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            let rest = text.count - index
            switch byte {
            case 0x0D:
                result.append(0x0A)
                index += rest > 1 && text[index + 1] == 0x0A ? 2 : 1
            case 0x0B:
                result.append(0x0A)
                index += 1
            case 0xC2 where rest > 1 && text[index + 1] == 0x85:
                result.append(0x0A)
                index += 2
            case 0xE2 where rest > 2 && text[index + 1] == 0x80 && 0xA8...0xA9 ~= text[index + 2]:
                result.append(0x0A)
                index += 3
            default:
                result.append(byte)
                index += 1
            }
        }
        return result
    }
}
