/// Quoted-printable (RFC 2045 section 6.7) and the Q encoding of headers (RFC 2047 section 4.2).
enum QuotedPrintable {
    /// The decoded bytes of a body, and whether it had an `=` that means nothing (kept as written).
    static func decode(_ source: Bytes) -> (bytes: [UInt8], isBroken: Bool) {
        var isBroken = false
        let bytes = source.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: input.count) { out, written in
                var index = 0
                var count = 0
                while index < input.count {
                    let byte = input[index]
                    if byte == 61 {
                        if index + 2 < input.count, let high = ASCII.hex(input[index + 1]),
                            let low = ASCII.hex(input[index + 2])
                        {
                            out[count] = high << 4 | low
                            count += 1
                            index += 3
                            continue
                        }
                        if let next = softBreakEnd(input, index + 1) {
                            index = next
                            continue
                        }
                        isBroken = true
                    } else if ASCII.isBlank(byte) {
                        // Blanks at a line's end were added on the way (rule 3).
                        var end = index + 1
                        while end < input.count, ASCII.isBlank(input[end]) { end += 1 }
                        if end < input.count, input[end] == 10 || input[end] == 13 {
                            index = end
                            continue
                        }
                        while index < end {
                            out[count] = input[index]
                            count += 1
                            index += 1
                        }
                        continue
                    }
                    out[count] = byte
                    count += 1
                    index += 1
                }
                written = count
            }
        }
        return (bytes, isBroken)
    }

    /// The index after a soft line break whose `=` stands before `index`; blanks may stand before the line's end.
    private static func softBreakEnd(_ input: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        var end = index
        while end < input.count, ASCII.isBlank(input[end]) { end += 1 }
        if end >= input.count { return end }
        if input[end] == 13 { end += 1 }
        if end >= input.count { return end }
        return input[end] == 10 ? end + 1 : nil
    }

    /// The decoded bytes of an encoded word's text.
    static func decodeWord(_ source: Bytes) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(source.count)
        var index = source.startIndex
        while index < source.endIndex {
            let byte = source[index]
            if byte == 61, index + 2 < source.endIndex, let high = ASCII.hex(source[index + 1]),
                let low = ASCII.hex(source[index + 2])
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(byte == 95 ? 32 : byte)
                index += 1
            }
        }
        return out
    }
}
