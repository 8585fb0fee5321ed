/// Base64 of RFC 4648, in lines of 76 characters as RFC 2045, 6.8 asks.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Two characters for each value of twelve bits.
    private static let pairs: [UInt16] = (0..<4096).map { value in
        UInt16(alphabet[value >> 6]) | UInt16(alphabet[value & 63]) << 8
    }

    /// Returns one line without breaks.
    static func line(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        append(bytes, to: &output, lineBytes: Int.max)
        return output
    }

    /// Appends the encoded bytes, each line ended by LF.
    static func appendLines(_ bytes: [UInt8], to output: inout [UInt8]) { append(bytes, to: &output, lineBytes: 57) }

    private static func append(_ bytes: [UInt8], to output: inout [UInt8], lineBytes: Int) {
        let broken = lineBytes != Int.max
        let encoded = (bytes.count + 2) / 3 * 4
        let total = encoded + (broken ? (bytes.count + lineBytes - 1) / lineBytes : 0)
        let start = output.count
        output.append(contentsOf: repeatElement(0x3D, count: total))
        output.withUnsafeMutableBytes { raw in
            let target = UnsafeMutableRawBufferPointer(rebasing: raw[start...])
            bytes.withUnsafeBufferPointer { source in
                pairs.withUnsafeBufferPointer { fill(target, from: source, pairs: $0, lineBytes: lineBytes) }
            }
        }
    }

    private static func fill(
        _ target: UnsafeMutableRawBufferPointer, from source: UnsafeBufferPointer<UInt8>,
        pairs: UnsafeBufferPointer<UInt16>, lineBytes: Int
    ) {
        var position = 0
        var index = 0
        while index < source.count {
            let lineEnd = lineBytes == Int.max ? source.count : min(index + lineBytes, source.count)
            while index + 3 <= lineEnd {
                let value = Int(source[index]) << 16 | Int(source[index + 1]) << 8 | Int(source[index + 2])
                target.storeBytes(of: pairs[value >> 12].littleEndian, toByteOffset: position, as: UInt16.self)
                target.storeBytes(of: pairs[value & 4095].littleEndian, toByteOffset: position + 2, as: UInt16.self)
                position += 4
                index += 3
            }
            if index < lineEnd {
                let second = index + 1 < lineEnd ? source[index + 1] : 0
                let value = Int(source[index]) << 16 | Int(second) << 8
                target.storeBytes(of: pairs[value >> 12].littleEndian, toByteOffset: position, as: UInt16.self)
                if index + 1 < lineEnd { target[position + 2] = alphabet[(value >> 6) & 63] }
                position += 4
                index = lineEnd
            }
            if lineBytes != Int.max {
                target[position] = 0x0A
                position += 1
            }
        }
    }
}
