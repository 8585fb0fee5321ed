#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension DocumentStore {
    /// Lends a path that holds `bytes`: `path` where they are in the folder already, else a file that is gone afterwards.
    func withFile<Result>(_ bytes: [UInt8], at path: String, _ body: (String) throws -> Result) throws -> Result {
        if SystemFile.exists(path) { return try body(path) }
        let folder = "\(self.path)/incoming"
        mkdir(folder, 0o700)
        let draft = "\(folder)/reading-\(getpid())"
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw RecruitmentError(.io, "\(draft): cannot be written: \(reason())") }
        defer { unlink(draft) }
        let isWritten = SystemFile.write(bytes, to: file)
        let code = errno
        close(file)
        guard isWritten else { throw RecruitmentError(.io, "\(draft): cannot be written: \(reason(code))") }
        return try body(draft)
    }
}
