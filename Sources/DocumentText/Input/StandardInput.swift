internal import CSandbox

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The document on descriptor 0: a file, of which no more is read than is asked for, or a stream.
struct StandardInput {
    /// What has been read from a stream, which gives nothing twice.
    private var streamed: [UInt8] = []
    private var hasEnded = false
    /// Where the document begins in a file; negative for a stream.
    private let start: off_t

    private var isFile: Bool { start >= 0 }

    init() {
        start = lseek(0, 0, SEEK_CUR)
    }

    /// Returns up to the first 4,096 bytes, which stay to be read.
    mutating func prefix() throws(ExtractionError) -> [UInt8] {
        if isFile { return try bytes(upTo: 4096) }
        try stream(upTo: 4096)
        return Array(streamed.prefix(4096))
    }

    /// Throws when a file has nothing in it; a stream is left alone.
    mutating func checkNotEmpty() throws(ExtractionError) {
        if isFile, try prefix().isEmpty { throw .damaged("the document is empty") }
    }

    /// Returns the whole document.
    mutating func all() throws(ExtractionError) -> [UInt8] {
        let most = Limits.document
        let document: [UInt8]
        if isFile {
            document = try bytes(upTo: most + 1)
        } else {
            try stream(upTo: most + 1)
            document = streamed
        }
        guard document.count <= most else { throw .damaged("the document is larger than \(most >> 20) MB") }
        return document
    }

    /// Makes descriptor 0 give the document from its first byte to the program that comes next.
    mutating func rewind() throws(ExtractionError) {
        // Of a stream that nobody has looked into nothing is missing.
        guard !isFile, !streamed.isEmpty else { return }
        let document = try all()
        let memory = csandbox_memory_file()
        let copy = memory >= 0 ? memory : Self.temporaryFile()
        guard copy >= 0, StandardOutput.write(document, to: copy), lseek(copy, 0, SEEK_SET) == 0, dup2(copy, 0) == 0
        else { throw Self.failure() }
    }

    private mutating func stream(upTo count: Int) throws(ExtractionError) {
        guard !hasEnded, streamed.count < count else { return }
        let wanted = count - streamed.count
        let more = try bytes(upTo: wanted)
        hasEnded = more.count < wanted
        if streamed.isEmpty { streamed = more } else { streamed += more }
    }

    /// The next bytes of a stream or the first of a file: fewer than `count` only at the end.
    private func bytes(upTo count: Int) throws(ExtractionError) -> [UInt8] {
        var status = stat()
        let size = isFile && fstat(0, &status) == 0 ? Int(clamping: status.st_size) : 0
        var result: [UInt8] = []
        while result.count < count {
            let done = result.count
            // A file comes in one call (and a second that finds its end), a stream as it comes.
            let step = min(count - done, done == 0 ? max(size, 65_536) : 65_536)
            var got = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: step) { buffer, filled in
                got =
                    isFile
                    ? pread(0, buffer.baseAddress, step, start &+ off_t(done)) : read(0, buffer.baseAddress, step)
                filled = max(got, 0)
            }
            if got < 0 && errno == EINTR { continue }
            if got < 0 { throw Self.failure() }
            if got == 0 { break }
            if done == 0 { result = chunk } else { result += chunk }
        }
        return result
    }

    /// A file without a name, for systems that have none in memory.
    private static func temporaryFile() -> Int32 {
        var template = Array("/tmp/recruitdb-extract.XXXXXX".utf8CString)
        let file = mkstemp(&template)
        if file >= 0 { unlink(template) }
        return file
    }

    private static func failure() -> ExtractionError {
        ExtractionError(status: .inputOutput, message: "standard input: \(String(cString: strerror(errno)))")
    }
}
