#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Bytes to standard output, sentences to standard error.
enum StandardOutput {
    /// Writes the text of a document, cleaned and cut at the limit.
    static func write(text: [UInt8]) throws(ExtractionError) {
        let (clean, isCut) = CleanText.bytes(of: text, upTo: Limits.text)
        try write(clean)
        if isCut { complain("the text is cut at \(Limits.text >> 20) MB") }
    }

    /// Writes all bytes, or throws status 74.
    static func write(_ bytes: [UInt8]) throws(ExtractionError) {
        guard write(bytes, to: 1) else {
            throw ExtractionError(status: .inputOutput, message: "standard output: \(String(cString: strerror(errno)))")
        }
    }

    /// Writes all bytes to a descriptor; false, with `errno` set, when that fails.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = systemWrite(descriptor, buffer[done...])
                if count < 0 && errno == EINTR { continue }
                if count <= 0 { return false }
                done += count
            }
            return true
        }
    }

    /// One line on standard error, with the program's name before it.
    static func complain(_ message: String) {
        _ = write(Array("recruitdb-extract: \(message)\n".utf8), to: 2)
    }

    private static func systemWrite(_ descriptor: Int32, _ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
        let part = UnsafeRawBufferPointer(rebasing: bytes)
        #if canImport(Glibc)
            return Glibc.write(descriptor, part.baseAddress, part.count)
        #else
            return Darwin.write(descriptor, part.baseAddress, part.count)
        #endif
    }
}
