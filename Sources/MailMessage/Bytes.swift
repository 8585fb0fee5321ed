#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A piece of a message: it shares the message's storage.
typealias Bytes = ArraySlice<UInt8>

/// The octets that mail's grammar names.
enum ASCII {
    static var tab: UInt8 { 9 }
    static var lf: UInt8 { 10 }
    static var cr: UInt8 { 13 }
    static var space: UInt8 { 32 }
    static var quote: UInt8 { 34 }
    static var backslash: UInt8 { 92 }

    @inline(__always) static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
    @inline(__always) static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 97 && (byte | 0x20) <= 122 }
    @inline(__always) static func lower(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 0x20 : byte }

    /// The value of a hexadecimal digit in either case.
    @inline(__always) static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte &- 48
        case 65...70: byte &- 55
        case 97...102: byte &- 87
        default: nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// The index of the first `byte` at or after `index`.
    func firstIndex(of byte: UInt8, from index: Int) -> Int? {
        withUnsafeBufferPointer { buffer in
            let offset = index - startIndex
            guard offset >= 0, offset < buffer.count, let base = buffer.baseAddress,
                let hit = memchr(base + offset, Int32(byte), buffer.count - offset)
            else { return nil }
            return startIndex + (UnsafeRawPointer(hit) - UnsafeRawPointer(base))
        }
    }

    /// The index after the line feed that ends the line of `index`, else the end.
    func lineEnd(from index: Int) -> Int { firstIndex(of: ASCII.lf, from: index).map { $0 + 1 } ?? endIndex }

    /// The index where `needle`, of a few hundred bytes at most, begins at or after `index`.
    ///
    /// It is looked for by its byte at `anchor`, best the rarest one.
    func firstIndex(of needle: [UInt8], anchor: Int = 0, from index: Int) -> Int? {
        withUnsafeBufferPointer { buffer in
            let last = buffer.count - needle.count
            var offset = index - startIndex
            guard needle.indices.contains(anchor), offset >= 0, let base = buffer.baseAddress else { return nil }
            while offset <= last {
                guard let hit = memchr(base + offset + anchor, Int32(needle[anchor]), last - offset + 1) else {
                    return nil
                }
                offset = UnsafeRawPointer(hit) - UnsafeRawPointer(base) - anchor
                if memcmp(base + offset, needle, needle.count) == 0 { return startIndex + offset }
                offset += 1
            }
            return nil
        }
    }

    /// The bytes from `start` to before the line end of the line that ends at `lineEnd`.
    func line(from start: Int, to lineEnd: Int) -> Bytes {
        var end = lineEnd
        if end > start, self[end - 1] == ASCII.lf { end -= 1 }
        while end > start, self[end - 1] == ASCII.cr { end -= 1 }
        return self[start..<end]
    }

    /// Without white space at either end.
    var trimmed: Bytes {
        var start = startIndex
        var end = endIndex
        while start < end, ASCII.isSpace(self[start]) || self[start] == 0 { start += 1 }
        while end > start, ASCII.isSpace(self[end - 1]) || self[end - 1] == 0 { end -= 1 }
        return self[start..<end]
    }

    /// Without the line ends of a folded field; the blanks after a line end stay, tabs as spaces.
    var unfolded: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(count)
        var isAfterLineEnd = false
        for byte in self where byte != ASCII.cr && byte != 0 {
            if byte == ASCII.lf {
                isAfterLineEnd = true
                continue
            }
            // A fold that lost its blank.
            if isAfterLineEnd, !ASCII.isBlank(byte) { out.append(ASCII.space) }
            isAfterLineEnd = false
            out.append(byte == ASCII.tab ? ASCII.space : byte)
        }
        return out
    }

    /// The words of a folded field that is text: each fold, with the blanks around it, is one space.
    ///
    /// Unfolding alone (RFC 5322 section 2.2.3) leaves the blanks by which a mailer indents. They are no words of the
    /// writer's: a fold with its blanks is one token (section 3.2.2), and nobody reads three spaces in a subject.
    var unfoldedText: [UInt8] {
        guard firstIndex(of: ASCII.lf, from: startIndex) != nil else { return unfolded }
        var out: [UInt8] = []
        out.reserveCapacity(count)
        var isAfterFold = false
        for byte in self where byte != ASCII.cr && byte != 0 {
            if byte == ASCII.lf {
                while let last = out.last, ASCII.isBlank(last) { out.removeLast() }
                isAfterFold = true
            } else if !isAfterFold || !ASCII.isBlank(byte) {
                if isAfterFold { out.append(ASCII.space) }
                isAfterFold = false
                out.append(byte == ASCII.tab ? ASCII.space : byte)
            }
        }
        return out
    }

    /// Whether the bytes begin with `text` without regard to the case of ASCII letters.
    func startsIgnoringCase(_ text: StaticString) -> Bool {
        guard count >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { wanted in
            for (offset, byte) in wanted.enumerated() where ASCII.lower(self[startIndex + offset]) != ASCII.lower(byte)
            {
                return false
            }
            return true
        }
    }

    /// Whether every byte is ASCII.
    var isASCII: Bool {
        withUnsafeBufferPointer { buffer in
            var all: UInt8 = 0
            for byte in buffer { all |= byte }
            return all < 128
        }
    }

    /// The bytes as text in lower case, for names that are ASCII.
    var lowercasedASCII: String { String(decoding: map(ASCII.lower), as: UTF8.self) }
}

extension String {
    /// The bytes of the text.
    var bytes: Bytes { Array(utf8)[...] }
}
