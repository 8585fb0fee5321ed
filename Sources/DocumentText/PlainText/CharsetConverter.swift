internal import CIconv

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A conversion to UTF-8 by iconv(3), opened before the doors close: libc loads its tables from the disk.
struct CharsetConverter: ~Copyable {
    private let descriptor: iconv_t

    /// Opens a conversion; throws status 69 when this system has none.
    init(from charset: Charset) throws(ExtractionError) {
        // iconv_open answers (iconv_t)-1.
        guard let descriptor = iconv_open("UTF-8", charset.rawValue), Int(bitPattern: descriptor) != -1 else {
            throw ExtractionError(
                status: .missing, message: "iconv cannot read \(charset.rawValue): install libc-bin (its gconv modules)"
            )
        }
        self.descriptor = descriptor
    }

    deinit { iconv_close(descriptor) }

    /// Returns the text as UTF-8; each byte that fits in no character becomes U+FFFD.
    func utf8(_ text: [UInt8]) -> [UInt8] {
        var source = text
        var result: [UInt8] = []
        source.withUnsafeMutableBytes { bytes in
            var input = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = bytes.count
            while left > 0 {
                // No charset here needs more than three bytes of UTF-8 for a byte.
                let capacity = min(left, 1 << 20) * 3 + 16
                var isInvalid = false
                result += [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                    var output = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
                    var room = capacity
                    let status = iconv(descriptor, &input, &left, &output, &room)
                    isInvalid = status == -1 && errno != E2BIG
                    count = capacity - room
                }
                if isInvalid, left > 0 {
                    result += [0xEF, 0xBF, 0xBD]
                    input = input?.advanced(by: 1)
                    left -= 1
                }
            }
        }
        return result
    }
}
