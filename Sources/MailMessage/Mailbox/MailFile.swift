#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file open for reading, or standard input.
final class MailFile {
    let path: String
    private let descriptor: Int32
    private let closes: Bool

    /// Opens a file; the error says what hindered it.
    convenience init(path: String) throws(MailboxError) {
        try self.init(name: FileName(path))
    }

    /// Opens the file of this name, which need not be Unicode.
    init(name: FileName) throws(MailboxError) {
        path = name.shown
        descriptor = name.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        closes = true
        if descriptor < 0 {
            throw errno == ENOENT || errno == ENOTDIR ? .notFound(path: path) : Self.failure(path)
        }
    }

    /// Standard input.
    init() {
        path = "-"
        descriptor = 0
        closes = false
    }

    deinit {
        if closes { close(descriptor) }
    }

    /// Bytes in the file; nil when it is a pipe or the like.
    var byteSize: Int? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Moves to an offset.
    func seek(to offset: Int) throws(MailboxError) {
        if lseek(descriptor, off_t(offset), SEEK_SET) < 0 { throw Self.failure(path) }
    }

    /// Appends up to `count` bytes to an array; false at the end.
    func read(_ count: Int, into bytes: inout [UInt8], chunk: inout [UInt8]) throws(MailboxError) -> Bool {
        if chunk.count < count { chunk = [UInt8](repeating: 0, count: count) }
        while true {
            let got = chunk.withUnsafeMutableBytes { buffer in
                #if canImport(Glibc)
                    Glibc.read(descriptor, buffer.baseAddress, count)
                #else
                    Darwin.read(descriptor, buffer.baseAddress, count)
                #endif
            }
            if got > 0 {
                bytes.append(contentsOf: chunk[..<got])
                return true
            }
            if got == 0 { return false }
            if errno != EINTR { throw Self.failure(path) }
        }
    }

    /// The rest of the file, or at most `limit` bytes of it.
    func readAll(limit: Int = .max) throws(MailboxError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk: [UInt8] = []
        bytes.reserveCapacity(min(limit, (byteSize ?? 0) + 1))
        while bytes.count < limit, try read(min(1 << 18, limit - bytes.count), into: &bytes, chunk: &chunk) {}
        return bytes
    }

    private static func failure(_ path: String) -> MailboxError {
        .notReadable(path: path, reason: String(cString: strerror(errno)))
    }
}
