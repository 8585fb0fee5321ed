/// Uuencode (POSIX uuencode(1)), which mail of the nineties and some gateways still carry.
enum UUEncode {
    /// The bytes between `begin` and `end`; nil when there is no `begin` line in a body that has any.
    static func decode(_ source: Bytes) -> [UInt8]? {
        if source.trimmed.isEmpty { return [] }
        var index = source.startIndex
        var out: [UInt8] = []
        var hasBegun = false
        while index < source.endIndex {
            let next = source.lineEnd(from: index)
            let line = source.line(from: index, to: next)
            index = next
            guard hasBegun else {
                hasBegun = line.startsIgnoringCase("begin ")
                continue
            }
            guard let first = line.first else { continue }
            if line.trimmed.elementsEqual("end".utf8) { break }
            let length = Int((first &- 32) & 63)
            if length > 0 { append(line.dropFirst(), length, &out) }
        }
        return hasBegun ? out : nil
    }

    private static func append(_ line: Bytes, _ length: Int, _ out: inout [UInt8]) {
        var left = length
        var index = line.startIndex
        while left > 0, index < line.endIndex {
            // Trailing blanks, which stand for zeros, get lost on the way.
            let values = (0..<4).map { index + $0 < line.endIndex ? UInt32((line[index + $0] &- 32) & 63) : 0 }
            let group = values[0] << 18 | values[1] << 12 | values[2] << 6 | values[3]
            for shift in [16, 8, 0] where left > 0 {
                out.append(UInt8(truncatingIfNeeded: group >> UInt32(shift)))
                left -= 1
            }
            index += 4
        }
    }
}
