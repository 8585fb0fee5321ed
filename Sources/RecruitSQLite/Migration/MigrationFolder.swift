#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Migration {
    /// The most bytes of one migration's file.
    private static let largest = 64 << 20

    /// A migration from a file's name and its bytes, embedded in a program say; throws `MigrationError.unreadable` for
    /// bytes that are no UTF-8, and as `init(fileName:sql:)`.
    public init(fileName: String, bytes: some Sequence<UInt8>) throws {
        guard let sql = String(validating: Array(bytes), as: UTF8.self) else {
            throw MigrationError.unreadable(file: fileName, reason: "it is not UTF-8")
        }
        try self.init(fileName: fileName, sql: Script(raw: sql))
    }

    /// The migrations of a folder, of a bundle say: each file that ends in `.sql` and is not hidden, ascending by number.
    ///
    /// Throws `MigrationError.unreadable` for a folder or file that cannot be read, and for a folder without any;
    /// `.badName` for a file whose name carries no number.
    public static func all(inFolder path: String) throws -> [Migration] {
        let names = try names(inFolder: path)
        guard !names.isEmpty else { throw MigrationError.unreadable(file: path, reason: "it holds no .sql file") }
        return try names.map { name in
            try Migration(fileName: name, bytes: try bytes(ofFile: "\(path)/\(name)"))
        }.sorted { $0.number < $1.number }
    }

    private static func names(inFolder path: String) throws -> [String] {
        guard let folder = opendir(path) else { throw MigrationError.unreadable(file: path, reason: systemReason()) }
        defer { closedir(folder) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(".sql"), !name.hasPrefix(".") { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw MigrationError.unreadable(file: path, reason: systemReason()) }
        return names
    }

    private static func bytes(ofFile path: String) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw MigrationError.unreadable(file: path, reason: systemReason()) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw MigrationError.unreadable(file: path, reason: "it is no file")
        }
        guard status.st_size <= largest else {
            throw MigrationError.unreadable(file: path, reason: "it is larger than \(largest >> 20) MB")
        }
        var bytes: [UInt8] = []
        while true {
            var got = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
                got = read(file, buffer.baseAddress, buffer.count)
                count = max(0, got)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw MigrationError.unreadable(file: path, reason: systemReason()) }
            if got == 0 { return bytes }
            bytes += chunk
        }
    }

    private static func systemReason() -> String { String(cString: strerror(errno)) }
}
