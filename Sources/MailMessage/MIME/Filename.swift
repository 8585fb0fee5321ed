/// The name under which a part wants to be known.
///
/// It is shown, never used as a path.
enum Filename {
    /// Bytes of the longest name.
    static let longest = 255

    /// Without directories and without control and format characters, at most 255 bytes with the ending kept; nil when
    /// nothing is left, or `.` or `..`.
    static func cleaned(_ name: String) -> String? {
        var kept = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            if scalar == "/" || scalar == "\\" {
                kept = String.UnicodeScalarView()
                continue
            }
            switch scalar.properties.generalCategory {
            case .control, .format: continue
            default: kept.append(scalar)
            }
        }
        let trimmed = String(decoding: String(kept).bytes.trimmed, as: UTF8.self)
        guard !trimmed.isEmpty, trimmed != ".", trimmed != ".." else { return nil }
        return shortened(trimmed)
    }

    private static func shortened(_ name: String) -> String {
        let bytes = Array(name.utf8)
        guard bytes.count > longest else { return name }
        var ending = bytes[bytes.endIndex...]
        if let dot = bytes.lastIndex(of: 46), bytes.count - dot <= 32 { ending = bytes[dot...] }
        var end = longest - ending.count
        // Never in the middle of a character.
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return String(decoding: bytes[..<end] + ending, as: UTF8.self)
    }
}
