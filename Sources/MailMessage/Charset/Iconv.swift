import CIconv

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The system's converter of charsets (iconv_open(3), iconv(3)).
enum Iconv {
    /// UTF-8 of bytes in a charset; nil when the system lacks the charset.
    static func decode(_ bytes: Bytes, _ charset: String) -> Charset.Decoded? {
        guard let converter = iconv_open("UTF-8", charset), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 2)
        var invalid = 0
        var buffer = [CChar](repeating: 0, count: min(max(bytes.count &* 3, 256), 1 << 16))
        bytes.withUnsafeBytes { input in
            buffer.withUnsafeMutableBufferPointer { buffer in
                invalid = run(converter, input, buffer, &out)
            }
        }
        return Charset.Decoded(utf8: out, invalid: invalid)
    }

    private static func run(
        _ converter: iconv_t, _ input: UnsafeRawBufferPointer, _ buffer: UnsafeMutableBufferPointer<CChar>,
        _ out: inout [UInt8]
    ) -> Int {
        // iconv's interface is older than const: it never writes to its input.
        var source = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
        var left = input.count
        var invalid = 0
        while left > 0 {
            var target = buffer.baseAddress
            var room = buffer.count
            let before = left
            let result = iconv(converter, &source, &left, &target, &room)
            let failure = errno
            out.append(
                contentsOf: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer[..<(buffer.count - room)])))
            guard result == -1 else { break }
            if failure == E2BIG, left < before || room < buffer.count { continue }
            out.append(contentsOf: [0xEF, 0xBF, 0xBD])
            invalid += 1
            guard left > 0 else { break }
            source = source.map { $0 + 1 }
            left -= 1
        }
        var target = buffer.baseAddress
        var room = buffer.count
        _ = iconv(converter, nil, nil, &target, &room)
        out.append(contentsOf: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer[..<(buffer.count - room)])))
        return invalid
    }
}
