extension JSONReader {
    /// The byte at hand, 0 at the end (a NUL is no part of any JSON token, so the two need no distinction).
    var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// Moves past white space (RFC 8259, section 2).
    mutating func skipSpace() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index &+= 1
            default: return
            }
        }
    }

    /// Moves past `expected` and the space after it, or stays and returns false.
    mutating func take(_ expected: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == expected else { return false }
        index &+= 1
        skipSpace()
        return true
    }

    /// What stands at hand, in words for an error.
    var found: String {
        guard index < bytes.count else { return "the end of the file" }
        let byte = bytes[index]
        let isLetter = { (byte: UInt8) in (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z") }
        if isLetter(byte) {
            return "\"" + String(decoding: bytes[index...].prefix(24).prefix(while: isLetter), as: UTF8.self) + "\""
        }
        switch byte {
        case 0x21...0x7E: return "\"" + String(UnicodeScalar(byte)) + "\""
        case 0x80...:
            let sequence = bytes[index...].prefix(4)
            var decoder = UTF8()
            var iterator = sequence.makeIterator()
            if case .scalarValue(let scalar) = decoder.decode(&iterator) {
                return JSONValue(content: .string(String(scalar)), offset: index).quoted
            }
            return "the byte 0x" + hex(byte) + ", which is no UTF-8"
        default: return "the byte 0x" + hex(byte)
        }
    }

    /// The error at `offset`.
    func error(at offset: Int, _ reason: String) -> JSONSyntaxError {
        JSONSyntaxError(position: JSONPosition(of: offset, in: bytes), reason: reason)
    }

    private func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
}
