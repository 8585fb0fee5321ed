/// Characters that are written without spaces between words: Han, kana, Hangul, Bopomofo.
enum EastAsianText {
    /// The length in bytes of such a character that begins at `index`, or 0 when another one begins there.
    ///
    /// `bytes` is UTF-8; where it is not, the answer is 0.
    @inline(__always)
    static func characterLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        // Hangul Jamo begin at U+1100, everything else here above U+3000.
        if first < 0xE1 { return 0 }
        if first < 0xF0 {
            guard index + 2 < bytes.count else { return 0 }
            let scalar =
                UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
            return isInBasicPlane(scalar) ? 3 : 0
        }
        guard index + 3 < bytes.count else { return 0 }
        let scalar =
            UInt32(first & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12 | UInt32(bytes[index + 2] & 0x3F) << 6
            | UInt32(bytes[index + 3] & 0x3F)
        return 0x20000...0x3FFFD ~= scalar ? 4 : 0
    }

    /// Whether it is such a character.
    static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x1100 && (isInBasicPlane(scalar.value) || 0x20000...0x3FFFD ~= scalar.value)
    }

    private static func isInBasicPlane(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF: true
        case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF: true
        case 0x3105...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF: true
        case 0xAC00...0xD7A3, 0x1100...0x11FF, 0xA960...0xA97C, 0xD7B0...0xD7FB: true
        default: false
        }
    }
}
