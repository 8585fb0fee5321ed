/// One step through bytes that should be UTF-8 (RFC 3629).
struct UTF8Sequence {
    /// The scalar, or U+FFFD where the bytes are invalid.
    let scalar: UInt32
    /// How many bytes it takes: of invalid ones the longest part that could begin a sequence (Unicode, section 3.9).
    let count: Int
    /// Whether the bytes are valid.
    let isValid: Bool

    /// Reads the sequence at `index`, which lies within `bytes`.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        let lead = bytes[index]
        if lead < 0x80 {
            self.init(scalar: UInt32(lead), count: 1, isValid: true)
        } else {
            self.init(bytes, at: index, lead: lead)
        }
    }

    private init(scalar: UInt32, count: Int, isValid: Bool) {
        self.scalar = scalar
        self.count = count
        self.isValid = isValid
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, lead: UInt8) {
        let need: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: need = 1
        case 0xE0: (need, second) = (2, 0xA0...0xBF)
        case 0xED: (need, second) = (2, 0x80...0x9F)
        case 0xE1...0xEF: need = 2
        case 0xF0: (need, second) = (3, 0x90...0xBF)
        case 0xF4: (need, second) = (3, 0x80...0x8F)
        case 0xF1...0xF3: need = 3
        default:
            self.init(scalar: 0xFFFD, count: 1, isValid: false)
            return
        }
        var scalar = UInt32(lead) & (0x3F >> UInt32(need))
        var count = 1
        while count <= need {
            let at = index &+ count
            guard at < bytes.count, (count == 1 ? second : 0x80...0xBF).contains(bytes[at]) else {
                self.init(scalar: 0xFFFD, count: count, isValid: false)
                return
            }
            scalar = scalar << 6 | UInt32(bytes[at] & 0x3F)
            count &+= 1
        }
        self.init(scalar: scalar, count: count, isValid: true)
    }
}
