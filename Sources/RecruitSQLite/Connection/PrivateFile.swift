#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files that only their owner may read.
enum PrivateFile {
    /// Makes an empty file with mode 0600, whatever the umask says; a file that is there keeps its mode.
    static func makeIfAbsent(_ path: String) throws {
        _ = try make(path)
    }

    /// Makes an empty file with mode 0600; throws `.cantOpen` where a file is there already.
    static func makeNew(_ path: String) throws {
        guard try make(path) else {
            throw SQLiteError(code: .cantOpen, message: "\(path): a file of that name is there already")
        }
    }

    /// Makes the file with its content, and its name in its folder, durable.
    static func synchronize(_ path: String) throws {
        for path in [path, folder(of: path)] {
            let file = open(path, O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { throw failure(path) }
            defer { close(file) }
            guard fsync(file) == 0 || errno == EINVAL else { throw failure(path) }
        }
    }

    private static func make(_ path: String) throws -> Bool {
        let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            if errno == EEXIST { return false }
            throw failure(path)
        }
        defer { close(file) }
        guard fchmod(file, 0o600) == 0 else { throw failure(path) }
        return true
    }

    private static func folder(of path: String) -> String {
        let utf8 = Array(path.utf8)
        guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == 0 ? "/" : String(decoding: utf8[..<slash], as: UTF8.self)
    }

    private static func failure(_ path: String) -> SQLiteError {
        SQLiteError(code: .cantOpen, message: "\(path): \(String(cString: strerror(errno)))")
    }
}
