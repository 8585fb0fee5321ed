/// Quoted-printable of RFC 2045, 6.7.
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Appends the text with soft breaks before column 76.
    static func append(_ text: [UInt8], to output: inout [UInt8]) {
        var column = 0
        for (index, byte) in text.enumerated() {
            if byte == 0x0A {
                output.append(byte)
                column = 0
                continue
            }
            let endsLine = index + 1 == text.count || text[index + 1] == 0x0A
            let plain = (byte > 0x20 && byte < 0x7F && byte != 0x3D) || (byte == 0x20 && !endsLine)
            if column + (plain ? 1 : 3) > 75 {
                output.append(contentsOf: [0x3D, 0x0A])
                column = 0
            }
            if plain {
                output.append(byte)
                column += 1
            } else {
                output.append(contentsOf: [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
                column += 3
            }
        }
    }

    /// Returns the "Q" encoding of RFC 2047, 4.2, of an encoded word.
    static func word(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        for byte in text {
            switch byte {
            case 0x20: output.append(0x5F)
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: output.append(byte)
            default: output.append(contentsOf: [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return output
    }
}
