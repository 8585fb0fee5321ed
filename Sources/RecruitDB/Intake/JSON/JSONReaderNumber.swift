extension JSONReader {
    /// A number of RFC 8259, section 6: no leading zero or plus, digits on both sides of a point.
    mutating func number() throws(JSONSyntaxError) -> JSONNumber {
        let start = index
        if byte == UInt8(ascii: "-") { index &+= 1 }
        if byte == UInt8(ascii: "0") {
            index &+= 1
            if isDigit { throw error(at: start, "a number begins with 0 and goes on") }
        } else {
            try digits("a number")
        }
        if byte == UInt8(ascii: ".") {
            index &+= 1
            try digits("a number's point")
        }
        if byte | 0x20 == UInt8(ascii: "e") {
            index &+= 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index &+= 1 }
            try digits("a number's exponent")
        }
        return JSONNumber(literal: String(decoding: bytes[start..<index], as: UTF8.self))
    }

    private var isDigit: Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private mutating func digits(_ what: String) throws(JSONSyntaxError) {
        guard isDigit else { throw error(at: index, "expected a digit of \(what), found \(found)") }
        while isDigit { index &+= 1 }
    }
}
