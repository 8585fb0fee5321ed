import CUTF8Proc

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Text in the forms that are compared and searched: NFKC, without characters that nobody sees.
enum NormalizedText {
    /// Compatibility composition (UAX #15, NFKC) without format characters (Cf) and other default-ignorable ones.
    static func nfkc(_ text: String) -> String {
        isASCII(text) ? text : mapped(withoutFormatCharacters(text), composed)
    }

    /// NFKC with full case folding, for comparison; marks (accents) go too when asked.
    static func folded(_ text: String, strippingMarks: Bool = false) -> String {
        if isASCII(text) { return lowercasedASCII(text) }
        var options = composed | UTF8PROC_CASEFOLD.rawValue
        if strippingMarks { options |= UTF8PROC_STRIPMARK.rawValue }
        return mapped(withoutFormatCharacters(text), options)
    }

    private static let composed =
        UTF8PROC_STABLE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_COMPOSE.rawValue | UTF8PROC_IGNORE.rawValue

    private static func isASCII(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < 0x80 }
    }

    private static func lowercasedASCII(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else { return text }
        return String(decoding: text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private static func withoutFormatCharacters(_ text: String) -> String {
        func isFormat(_ scalar: Unicode.Scalar) -> Bool {
            utf8proc_category(utf8proc_int32_t(bitPattern: scalar.value)) == UTF8PROC_CATEGORY_CF
        }
        guard text.unicodeScalars.contains(where: isFormat) else { return text }
        var kept = String.UnicodeScalarView()
        kept.append(contentsOf: text.unicodeScalars.lazy.filter { !isFormat($0) })
        return String(kept)
    }

    /// The text through utf8proc_map, or unchanged should it run out of memory.
    private static func mapped(_ text: String, _ options: UInt32) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var result: UnsafeMutablePointer<utf8proc_uint8_t>?
            let length = utf8proc_map(
                bytes.baseAddress, bytes.count, &result, utf8proc_option_t(rawValue: options))
            defer { free(result) }
            guard length >= 0, let result else { return String(decoding: bytes, as: UTF8.self) }
            return String(decoding: UnsafeBufferPointer(start: result, count: length), as: UTF8.self)
        }
    }
}
