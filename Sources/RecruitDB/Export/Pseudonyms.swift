#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Words that stand for people and what is theirs, which only the key can make again.
struct Pseudonyms {
    private let key: [UInt8]

    /// With the key of an earlier export, the same person has the same pseudonym in both.
    init(key: [UInt8]) {
        self.key = key
    }

    /// A key that nobody can guess, and that no other export has.
    static func newKey() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    /// The pseudonym of a reference: 16 hexadecimal digits, the first quarter of a keyed hash.
    ///
    /// The key stands at both ends and most of the hash is kept back, so that nothing can be appended to what was hashed.
    func pseudonym(_ kind: String, of reference: String) -> String {
        String(SHA256.hex(of: key + Array("\(kind):\(reference)".utf8) + key).prefix(16))
    }
}

extension DeidentifiedExport {
    /// The key in the file at `path`; where there is none, a new one is made and kept there, for its owner alone.
    ///
    /// - Throws: `RecruitmentError` where it cannot be read or made.
    public static func key(at path: String) throws -> [UInt8] {
        if SystemFile.exists(path) { return try SystemFile.read(path, limit: 4096) }
        let key = Pseudonyms.newKey()
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw RecruitmentError(.cannotCreate, "\(path): cannot be made: \(reason())") }
        defer { close(descriptor) }
        guard SystemFile.write(key, to: descriptor), fsync(descriptor) == 0 else {
            let why = reason()
            unlink(path)
            throw RecruitmentError(.io, "\(path): cannot be written: \(why)")
        }
        return key
    }
}
