/// Text as a sheet can hold it.
enum SheetText {
    /// `text` without what a sheet cannot show: controls are their pictures, line breaks LF, noncharacters U+FFFD. What
    /// would read as an escape of the format, such as `_x0041_`, is escaped itself (ECMA-376, ST_Xstring).
    static func written(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "_") || $0 == 0x7F || $0 == 0xEF }) else {
            return text
        }
        var written = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar.value {
            case 0x09, 0x0A: written.append(scalar)
            case 0x0D where scalars[(index + 1)...].first == "\n": break
            case 0..<0x20, 0x7F: written.append(picture(of: scalar.value))
            case 0xFFFE, 0xFFFF: written.append("\u{FFFD}")
            case 0x5F where isEscape(scalars[index...]): written.append(contentsOf: "_x005F_".unicodeScalars)
            default: written.append(scalar)
            }
        }
        return String(written)
    }

    /// The picture of a control in Unicode's block of them.
    private static func picture(of control: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(control == 0x7F ? 0x2421 : 0x2400 + control) ?? "\u{FFFD}"
    }

    /// Whether `scalars` begin with `_x`, four hexadecimal digits and `_`.
    private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let part = scalars.prefix(7)
        guard part.count == 7, part[part.startIndex + 1] == "x", part[part.startIndex + 6] == "_" else { return false }
        return part[(part.startIndex + 2)..<(part.startIndex + 6)].allSatisfy { $0.properties.isASCIIHexDigit }
    }
}
