/// Strings of JSON (RFC 8259, section 7).
enum JSONText {
    /// Appends `bytes` as a JSON string with its quotation marks; invalid UTF-8 becomes U+FFFD.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        output.append(UInt8(ascii: "\""))
        var start = 0
        var index = 0
        while index < bytes.count {
            if index &+ 8 <= bytes.count, isPlain(eightOf: bytes, at: index) {
                index &+= 8
                continue
            }
            let byte = bytes[index]
            if isPlain(byte) {
                index &+= 1
                continue
            }
            let sequence = UTF8Sequence(bytes, at: index)
            if byte >= 0x80, sequence.isValid {
                index &+= sequence.count
                continue
            }
            output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
            output.withSpace(6) { escape(byte, into: $0) }
            index &+= sequence.count
            start = index
        }
        output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
        output.append(UInt8(ascii: "\""))
    }

    /// Appends `bytes` as a JSON string with its quotation marks; invalid UTF-8 becomes U+FFFD.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        var index = 0
        while index < bytes.count {
            let sequence = UTF8Sequence(bytes, at: index)
            if sequence.isValid, sequence.count > 1 || isPlain(bytes[index]) {
                text.append(contentsOf: bytes[index..<index + sequence.count])
            } else {
                withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 6) { space in
                    guard let base = space.baseAddress else { return }
                    let count = escape(bytes[index], into: base)
                    text.append(contentsOf: space[..<count])
                }
            }
            index += sequence.count
        }
        text.append(UInt8(ascii: "\""))
    }

    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte &- 0x20 < 0x60 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// Whether the eight bytes from `index` on need no escape and are ASCII, tested as one word.
    @inline(__always)
    private static func isPlain(eightOf bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let word =
            UnsafeRawPointer(bytes.baseAddress).map {
                $0.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            } ?? 0
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let quote = word ^ ones &* 0x22
        let backslash = word ^ ones &* 0x5C
        // A byte below 0x20, or zero after the exclusive or, borrows into its high bit.
        let found = (word &- ones &* 0x20) | (quote &- ones) | (backslash &- ones) | word
        return found & highs == 0
    }

    /// Writes what stands for `byte`, at most six bytes, and returns how many; beyond ASCII that is U+FFFD.
    private static func escape(_ byte: UInt8, into space: UnsafeMutablePointer<UInt8>) -> Int {
        let letter: UInt8
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter = byte
        case 0x08: letter = UInt8(ascii: "b")
        case 0x09: letter = UInt8(ascii: "t")
        case 0x0A: letter = UInt8(ascii: "n")
        case 0x0C: letter = UInt8(ascii: "f")
        case 0x0D: letter = UInt8(ascii: "r")
        case 0..<0x20:
            let unicode: StaticString = "\\u00"
            space.update(from: unicode.utf8Start, count: 4)
            space[4] = Hexadecimal.digit(byte >> 4)
            space[5] = Hexadecimal.digit(byte)
            return 6
        default:
            (space[0], space[1], space[2]) = (0xEF, 0xBF, 0xBD)
            return 3
        }
        (space[0], space[1]) = (UInt8(ascii: "\\"), letter)
        return 2
    }
}
