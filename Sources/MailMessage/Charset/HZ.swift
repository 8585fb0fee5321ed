/// HZ (RFC 1843): GB2312 in seven bits between `~{` and `~}`.
enum HZ {
    /// The same text as GB2312 with the eighth bit set.
    static func gb2312(_ bytes: Bytes) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var isShifted = false
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
            if byte == 126, next == 123 || next == 125 {
                isShifted = next == 123
                index += 2
            } else if byte == 126, !isShifted, next == 126 || next == ASCII.lf {
                if next == 126 { out.append(126) }
                index += 2
            } else {
                // A line's end ends the shift too.
                if byte == ASCII.lf { isShifted = false }
                out.append(isShifted && byte > 32 && byte < 127 ? byte | 0x80 : byte)
                index += 1
            }
        }
        return out
    }
}

/// The byte order of UTF-16 and UTF-32 text.
enum UTF16Order {
    /// iconv's name with the byte order, unless a mark at the start tells: the order that makes ASCII of most.
    static func name(_ charset: String, _ bytes: Bytes) -> String {
        let head = bytes.prefix(400)
        let start = Array(head.prefix(2))
        if start == [0xFE, 0xFF] || start == [0xFF, 0xFE] || charset == "UTF-32" { return charset }
        var even = 0
        var odd = 0
        for (offset, byte) in head.enumerated() where byte == 0 {
            if offset % 2 == 0 { even += 1 } else { odd += 1 }
        }
        return odd > even ? "UTF-16LE" : "UTF-16BE"
    }
}
