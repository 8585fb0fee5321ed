/// Base64 (RFC 2045 section 6.8), tolerant of what happens to it on the way.
enum Base64 {
    private static let skip: UInt8 = 0xFF
    private static let pad: UInt8 = 0xFE
    private static let blank: UInt8 = 0xFD

    /// A byte's six bits; above 63 for everything else.
    private static let table: [UInt8] = {
        var table = [UInt8](repeating: skip, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, letter) in alphabet.utf8.enumerated() { table[Int(letter)] = UInt8(truncatingIfNeeded: value) }
        table[61] = pad
        for byte in [9, 10, 13, 32] { table[byte] = blank }
        return table
    }()

    /// The decoded bytes.
    ///
    /// Bytes outside the alphabet are skipped; padding inside begins anew (bodies encoded in chunks); text after the
    /// padding that is no base64 (a list's footer) ends it; a short last group keeps its whole bytes.
    static func decode(_ source: Bytes) -> (bytes: [UInt8], isBroken: Bool) {
        guard !source.isEmpty else { return ([], false) }
        var isBroken = false
        let bytes = source.withUnsafeBufferPointer { input in
            table.withUnsafeBufferPointer { table in
                [UInt8](unsafeUninitializedCapacity: input.count / 4 * 3 + 6) { out, written in
                    written = decode(input, table, out, &isBroken)
                }
            }
        }
        return (bytes, isBroken)
    }

    private static func decode(
        _ input: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>,
        _ out: UnsafeMutableBufferPointer<UInt8>, _ isBroken: inout Bool
    ) -> Int {
        let end = input.count
        var index = 0
        var count = 0
        var bits: UInt32 = 0
        var held = 0
        var isPadded = false
        while index < end {
            if held == 0 {
                while index + 4 <= end {
                    let a = table[Int(input[index])]
                    let b = table[Int(input[index + 1])]
                    let c = table[Int(input[index + 2])]
                    let d = table[Int(input[index + 3])]
                    if (a | b | c | d) & 0xC0 != 0 { break }
                    let group = UInt32(a) << 18 | UInt32(b) << 12 | UInt32(c) << 6 | UInt32(d)
                    out[count] = UInt8(truncatingIfNeeded: group >> 16)
                    out[count + 1] = UInt8(truncatingIfNeeded: group >> 8)
                    out[count + 2] = UInt8(truncatingIfNeeded: group)
                    count += 3
                    index += 4
                }
                if index >= end { break }
            }
            let value = table[Int(input[index])]
            let byte = input[index]
            index += 1
            switch value {
            case 0..<64:
                bits = bits << 6 | UInt32(value)
                held += 1
                if held == 4 {
                    out[count] = UInt8(truncatingIfNeeded: bits >> 16)
                    out[count + 1] = UInt8(truncatingIfNeeded: bits >> 8)
                    out[count + 2] = UInt8(truncatingIfNeeded: bits)
                    count += 3
                    held = 0
                    bits = 0
                }
            case pad:
                count = flush(bits, held, out, count)
                held = 0
                bits = 0
                isPadded = true
            case blank:
                if byte == 10, isPadded, !isBase64Line(input, table, index) {
                    isBroken = true
                    return count
                }
            default: isBroken = true
            }
        }
        if held > 0 { isBroken = true }
        return flush(bits, held, out, count)
    }

    /// The whole bytes of an unfinished group.
    private static func flush(
        _ bits: UInt32, _ held: Int, _ out: UnsafeMutableBufferPointer<UInt8>, _ count: Int
    ) -> Int {
        switch held {
        case 2:
            out[count] = UInt8(truncatingIfNeeded: bits >> 4)
            return count + 1
        case 3:
            out[count] = UInt8(truncatingIfNeeded: bits >> 10)
            out[count + 1] = UInt8(truncatingIfNeeded: bits >> 2)
            return count + 2
        default: return count
        }
    }

    private static func isBase64Line(
        _ input: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>, _ start: Int
    ) -> Bool {
        var index = start
        var sawLetter = false
        while index < input.count, input[index] != 10 {
            let value = table[Int(input[index])]
            if value == skip { return false }
            // A blank between letters is prose.
            if value == blank, input[index] != 13, sawLetter, index + 1 < input.count,
                table[Int(input[index + 1])] < 64
            {
                return false
            }
            if value < 64 { sawLetter = true }
            index += 1
        }
        return true
    }
}
