/// What a spreadsheet makes of a cell of a csv file.
///
/// A spreadsheet takes a cell for a formula, and runs it, when it begins with `=`, `+`, `-` or `@`, also in the full
/// width of Chinese and Japanese, also after blanks; a tab or a line break at its beginning can split the cell before
/// (https://owasp.org/www-community/attacks/CSV_Injection). What reads as a number does no harm.
enum SpreadsheetCell {
    /// Whether `bytes` are text that must not stand at the beginning of a cell.
    static func runs(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let sequence = UTF8Sequence(bytes, at: index)
            switch sequence.scalar {
            case 0x09, 0x0A, 0x0D: return true
            case 0x20, 0x00, 0xA0, 0x3000, 0xFEFF: index &+= sequence.count
            case 0x3D, 0x40, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20: return true
            case 0x2B, 0x2D: return !isNumber(bytes[index...])
            default: return false
            }
        }
        return false
    }

    /// Whether `bytes` are a sign and a decimal number, perhaps with a point and an exponent.
    private static func isNumber(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = bytes.dropFirst()
        var digits = takeDigits(&rest)
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            digits += takeDigits(&rest)
        }
        guard digits > 0 else { return false }
        if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard takeDigits(&rest) > 0 else { return false }
        }
        return rest.isEmpty
    }

    private static func takeDigits(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        let count = rest.prefix { (0x30...0x39).contains($0) }.count
        rest = rest.dropFirst(count)
        return count
    }
}
