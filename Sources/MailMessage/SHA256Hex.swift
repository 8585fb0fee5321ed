import CSHA256

/// SHA-256 (FIPS 180-4) as 64 hexadecimal digits in lower case.
public enum SHA256Hex {
    /// The digest of some bytes.
    public static func of(_ bytes: [UInt8]) -> String { of(bytes[...]) }

    /// The digest of a piece of an array.
    public static func of(_ bytes: ArraySlice<UInt8>) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.hex()
    }
}

/// A digest that takes its bytes piece by piece.
struct SHA256 {
    private var context = recruit_sha256_context()

    init() { recruit_sha256_init(&context) }

    mutating func update(_ bytes: Bytes) {
        bytes.withUnsafeBytes { update($0) }
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
        recruit_sha256_update(&context, base, bytes.count)
    }

    /// Ends the digest.
    mutating func hex() -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        recruit_sha256_final(&context, &digest)
        let digits = Array("0123456789abcdef".utf8)
        var out: [UInt8] = []
        out.reserveCapacity(64)
        for byte in digest {
            out.append(digits[Int(byte >> 4)])
            out.append(digits[Int(byte & 15)])
        }
        return String(decoding: out, as: UTF8.self)
    }
}
