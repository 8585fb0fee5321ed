/// Text without what no reader sees: control characters and a byte order mark.
enum CleanText {
    /// Returns UTF-8 without the control characters of C0 and C1 (but line feed, tab and form feed) and without the
    /// mark at its start, cut between characters at `limit` bytes; and whether it was cut.
    static func bytes(of text: [UInt8], upTo limit: Int) -> (bytes: [UInt8], isCut: Bool) {
        var isCut = false
        let clean = text.withUnsafeBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: min(source.count, limit)) { target, count in
                var index = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
                while index < source.count {
                    let byte = source[index]
                    let next = index + 1 < source.count ? source[index + 1] : 0
                    let isControl = byte == 0xC2 && 0x80...0x9F ~= next
                    if isControl {
                        index += 2
                        continue
                    }
                    index += 1
                    if byte < 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0C || byte == 0x7F { continue }
                    if count == limit {
                        isCut = true
                        break
                    }
                    target[count] = byte
                    count += 1
                }
                if isCut { count = Self.end(ofWholeCharacters: target, count: count, next: source[index - 1]) }
            }
        }
        return (clean, isCut)
    }

    /// Where the last whole character ends, when the byte after `count` would be `next`.
    private static func end(
        ofWholeCharacters bytes: UnsafeMutableBufferPointer<UInt8>, count: Int, next: UInt8
    ) -> Int {
        guard next & 0xC0 == 0x80 else { return count }
        var end = count
        while end > 0, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
        return max(end - 1, 0)
    }
}
