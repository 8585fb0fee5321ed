#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is written from its start through a buffer.
final class OutputFile {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    private static let capacity = 1 << 20

    /// Creates the file, or empties the one that is there.
    init(_ path: String) throws(Failure) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw OutputFile.failure(.cannotCreate, path, "cannot be created") }
        buffer.reserveCapacity(OutputFile.capacity + 65_536)
    }

    private init(standardOutput: ()) {
        path = "standard output"
        descriptor = STDOUT_FILENO
    }

    deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

    /// Returns standard output as a file.
    static func standardOutput() -> OutputFile { OutputFile(standardOutput: ()) }

    /// Writes to standard output.
    static func standardOutput(_ body: (OutputFile) throws(Failure) -> Void) throws(Failure) {
        let file = OutputFile(standardOutput: ())
        try body(file)
        try file.finish()
    }

    /// Appends the bytes.
    func write(_ bytes: [UInt8]) throws(Failure) { try write(bytes[...]) }

    /// Appends the bytes.
    func write(_ bytes: ArraySlice<UInt8>) throws(Failure) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= OutputFile.capacity { try flush() }
    }

    /// Hands everything to the system.
    func finish() throws(Failure) { try flush() }

    private func flush() throws(Failure) {
        var offset = 0
        while offset < buffer.count {
            let count = buffer.withUnsafeBytes { raw in
                #if canImport(Glibc)
                    Glibc.write(descriptor, raw.baseAddress.map { $0 + offset }, raw.count - offset)
                #else
                    Darwin.write(descriptor, raw.baseAddress.map { $0 + offset }, raw.count - offset)
                #endif
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw OutputFile.failure(.inputOutput, path, "cannot be written") }
            offset += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Makes a folder; one that is there must be empty.
    static func makeEmptyFolder(_ path: String) throws(Failure) {
        guard mkdir(path, 0o700) != 0 else { return }
        guard errno == EEXIST, let folder = opendir(path) else {
            throw failure(.cannotCreate, path, "cannot be created")
        }
        defer { closedir(folder) }
        var entries = 0
        while readdir(folder) != nil { entries += 1 }
        guard entries <= 2 else {
            throw Failure(code: .cannotCreate, sentence: "\(path) is not empty; name a new folder or remove it first.")
        }
    }

    private static func failure(_ code: ExitCode, _ path: String, _ what: String) -> Failure {
        Failure(code: code, sentence: "\(path) \(what): \(String(cString: strerror(errno))).")
    }
}
