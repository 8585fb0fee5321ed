import CSHA256

/// SHA-256 (FIPS 180-4).
enum SHA256 {
    /// The digest of `bytes` as 64 lower-case hexadecimal digits.
    static func hex(of bytes: [UInt8]) -> String {
        var context = recruit_sha256_context()
        recruit_sha256_init(&context)
        bytes.withUnsafeBytes { recruit_sha256_update(&context, $0.baseAddress, $0.count) }
        var digest = [UInt8](repeating: 0, count: 32)
        recruit_sha256_final(&context, &digest)
        let digits = Array("0123456789abcdef".utf8)
        var hex: [UInt8] = []
        hex.reserveCapacity(64)
        for byte in digest {
            hex.append(digits[Int(byte >> 4)])
            hex.append(digits[Int(byte & 15)])
        }
        return String(decoding: hex, as: UTF8.self)
    }
}
