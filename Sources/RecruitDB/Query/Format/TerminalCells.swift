import CUTF8Proc

/// How text looks in a terminal: which scalars may be sent, and how many cells each takes.
///
/// Controls are drawn, never sent: a line feed as ↵, the others of C0 and DEL by their pictures (␛, ␉), those of C1,
/// bidirectional controls and line separators as `\u009b`. A carriage return before a line feed goes with it. Invalid
/// UTF-8 is U+FFFD. East Asian wide characters and emoji take two cells, combining marks none (Unicode Annex 11).
enum TerminalCells {
    /// The cells of `scalar`, or nil when it must not be sent as it is.
    static func width(of scalar: UInt32) -> Int? {
        switch scalar {
        case 0x20...0x7E: 1
        case 0...0x9F: nil
        case 0xAD: 1
        case 0x200E, 0x200F, 0x061C, 0x2028...0x202E, 0x2066...0x2069: nil
        default: Int(max(0, utf8proc_charwidth(Int32(truncatingIfNeeded: scalar))))
        }
    }

    /// Appends what is drawn for a `scalar` that must not be sent; returns its cells.
    static func appendPicture(of scalar: UInt32, to drawn: inout [UInt8]) -> Int {
        switch scalar {
        case 0x0A:
            drawn.append(contentsOf: [0xE2, 0x86, 0xB5])
            return 1
        case 0...0x1F:
            drawn.append(contentsOf: [0xE2, 0x90, 0x80 + UInt8(truncatingIfNeeded: scalar)])
            return 1
        case 0x7F:
            drawn.append(contentsOf: [0xE2, 0x90, 0xA1])
            return 1
        default:
            drawn.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
            for shift: UInt32 in [12, 8, 4, 0] { drawn.append(Hexadecimal.digit(UInt8(scalar >> shift & 15))) }
            return 6
        }
    }

    /// Appends `bytes` as they may be drawn; returns their cells.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to drawn: inout [UInt8]) -> Int {
        if isPlain(bytes) {
            drawn.append(contentsOf: bytes)
            return bytes.count
        }
        var cells = 0
        var index = 0
        // What may be sent is copied in runs, from `start`.
        var start = 0
        while index < bytes.count {
            let sequence = UTF8Sequence(bytes, at: index)
            if sequence.isValid, let width = width(of: sequence.scalar) {
                cells &+= width
                index &+= sequence.count
                continue
            }
            drawn.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            let isBreak = sequence.scalar == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
            if !sequence.isValid {
                drawn.append(contentsOf: [0xEF, 0xBF, 0xBD])
                cells &+= 1
            } else if !isBreak {
                cells &+= appendPicture(of: sequence.scalar, to: &drawn)
            }
            index &+= sequence.count
            start = index
        }
        drawn.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        return cells
    }

    /// The most bytes of drawable `bytes` that fit into `limit` cells, and the cells that they take.
    static func prefix(_ bytes: UnsafeBufferPointer<UInt8>, fitting limit: Int) -> (count: Int, cells: Int) {
        var cells = 0
        var index = 0
        while index < bytes.count {
            let sequence = UTF8Sequence(bytes, at: index)
            let width = width(of: sequence.scalar) ?? 1
            if cells + width > limit { break }
            cells += width
            index += sequence.count
        }
        return (index, cells)
    }

    /// Whether every byte is printable ASCII.
    @inline(__always)
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var odd: UInt8 = 0
        for byte in bytes { odd |= byte &- 0x20 > 0x5E ? 1 : 0 }
        return odd == 0
    }
}

/// Bytes in hexadecimal.
enum Hexadecimal {
    /// The lower-case digit of the low four bits of `value`.
    @inline(__always)
    static func digit(_ value: UInt8) -> UInt8 {
        let low = value & 15
        return low < 10 ? 0x30 &+ low : 0x57 &+ low
    }

    /// Appends two digits a byte.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
        for byte in bytes {
            output.append(digit(byte >> 4))
            output.append(digit(byte))
        }
    }
}
