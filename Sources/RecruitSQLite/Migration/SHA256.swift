import CSHA256

/// SHA-256 of FIPS 180-4.
enum SHA256 {
    /// The digest of a text's UTF-8, as 64 hexadecimal digits.
    static func hexadecimal(_ text: String) -> String {
        var text = text
        var digest = [UInt8](repeating: 0, count: 32)
        text.withUTF8 { bytes in
            var context = recruit_sha256_context()
            recruit_sha256_init(&context)
            recruit_sha256_update(&context, bytes.baseAddress, bytes.count)
            recruit_sha256_final(&context, &digest)
        }
        let digits = Array("0123456789abcdef".utf8)
        let text64 = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
        return String(decoding: text64, as: UTF8.self)
    }
}
