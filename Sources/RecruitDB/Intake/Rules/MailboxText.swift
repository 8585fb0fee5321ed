/// A name and an address as a mail program prints them in a text: `Ada Byron [mailto:ada@example.org]`.
struct MailboxText: Sendable {
    /// nil when none is shown beside the address.
    let name: String?
    /// The first address, in lower case; nil when there is none.
    let address: String?

    init(_ text: String) {
        let bytes = Array(text.utf8.prefix(2_000))
        let place = Self.addresses(in: bytes).first
        address = place.map { Laboratory.folded(String(decoding: bytes[$0], as: UTF8.self)) }
        var end = place?.lowerBound ?? bytes.count
        if let place, place.lowerBound >= 7, bytes[..<place.lowerBound].suffix(7).elementsEqual("mailto:".utf8) {
            end -= 7
        }
        let before = String(decoding: bytes[..<end], as: UTF8.self)
        var shown = before.unicodeScalars[...]
        while let first = shown.first, first != "(", Self.isWrapping(first) { shown.removeFirst() }
        while let last = shown.last, last != ")", Self.isWrapping(last) { shown.removeLast() }
        name = shown.isEmpty ? nil : String(shown)
    }

    /// Every address of a text, in lower case, in its order.
    static func addresses(of text: String) -> [String] {
        let bytes = Array(text.utf8.prefix(20_000))
        return addresses(in: bytes).map { Laboratory.folded(String(decoding: bytes[$0], as: UTF8.self)) }
    }

    private static func addresses(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for (at, byte) in bytes.enumerated() where byte == 0x40 {
            var start = at
            while start > (found.last?.upperBound ?? 0), at - start < 65,
                isAtom(bytes[start - 1], besides: "!#$%&'*+-/=?^_`{|}~.")
            {
                start -= 1
            }
            var end = at + 1
            while end < bytes.count, isAtom(bytes[end], besides: "-.") { end += 1 }
            while end > at + 1, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
            while start < at, bytes[start] == 0x27 || bytes[start] == 0x2E { start += 1 }
            if start < at, bytes[(at + 1)..<end].contains(0x2E) { found.append(start..<end) }
        }
        return found
    }

    private static func isAtom(_ byte: UInt8, besides: StaticString) -> Bool {
        if byte >= 0x80 { return false }
        if (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39 { return true }
        return besides.withUTF8Buffer { $0.contains(byte) }
    }

    private static func isWrapping(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isWhitespace { return true }
        switch scalar {
        case "<", ">", "[", "]", "(", ")", "\"", "'", ";", ",", "*", "\u{201C}", "\u{201D}", "\u{FF1C}", "|":
            return true
        default: return false
        }
    }
}
