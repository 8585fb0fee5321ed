extension JSONReader {
    /// A string of RFC 8259, section 7, without its quotes and with its escapes undone.
    mutating func string() throws(JSONSyntaxError) -> String {
        let opening = index
        index &+= 1
        var text: [UInt8] = []
        var runStart = index
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                // Most strings have no escape: their bytes are taken once, as they stand.
                let run = bytes[runStart..<index]
                index &+= 1
                if text.isEmpty { return String(decoding: run, as: UTF8.self) }
                text.append(contentsOf: run)
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                text.append(contentsOf: bytes[runStart..<index])
                text.append(contentsOf: String(try escape()).utf8)
                runStart = index
            case 0x00...0x1F:
                throw error(
                    at: index, "a string has \(found) in it: control characters are written as escapes, such as \\n")
            case 0x20...0x7F:
                index &+= 1
            default:
                try multibyte()
            }
        }
        throw error(at: opening, "the file ends inside the string that begins here")
    }

    /// Moves past one well-formed UTF-8 sequence of two to four bytes (RFC 3629, section 4).
    private mutating func multibyte() throws(JSONSyntaxError) {
        let lead = bytes[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: length = 0
        }
        var good = length > 0 && length <= bytes.count &- index && second.contains(bytes[index &+ 1])
        if good, length > 2 {
            for offset in 2..<length where bytes[index &+ offset] & 0xC0 != 0x80 { good = false }
        }
        guard good else { throw error(at: index, "a string has bytes that are no UTF-8; save the file as UTF-8") }
        index &+= length
    }

    private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
        let start = index
        index &+= 1
        let letter = byte
        index &+= 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): break
        default: throw error(at: start, "an escape is none of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
        }
        let unit = try fourHexDigits(start)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        // A surrogate: only a high one with a low one after it is a character.
        if unit < 0xDC00, bytes[min(index, bytes.count)...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
            index &+= 2
            let low = try fourHexDigits(start)
            if (0xDC00...0xDFFF).contains(low),
                let scalar = Unicode.Scalar(0x10000 &+ (UInt32(unit &- 0xD800) << 10) &+ UInt32(low &- 0xDC00))
            {
                return scalar
            }
        }
        throw error(at: start, "an escape is half of a surrogate pair, which is no character")
    }

    private mutating func fourHexDigits(_ start: Int) throws(JSONSyntaxError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte &- UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte &- UInt8(ascii: "a") &+ 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte &- UInt8(ascii: "A") &+ 10
            default: throw error(at: start, "\\u is followed by fewer than four hexadecimal digits")
            }
            unit = unit << 4 | UInt16(digit)
            index &+= 1
        }
        return unit
    }
}
