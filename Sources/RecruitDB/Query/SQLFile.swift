#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A statement that stands in a file or comes from standard input.
enum SQLFile {
    /// More is no statement: SQLite takes at most a million bytes.
    private static let largest = 1 << 20

    /// The text of the file at `path`, or of standard input for `-`.
    ///
    /// - Throws: `RecruitmentError`: noInput, noPermission, io, or badData when it is empty, too long or not UTF-8.
    static func read(_ path: String) throws -> String {
        let isInput = path == "-"
        let name = isInput ? "standard input" : SQLExcerpt.visible(path, limit: 200)
        let descriptor = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(errno, name) }
        defer { if !isInput { close(descriptor) } }
        var bytes: [UInt8] = []
        while bytes.count <= largest {
            let count = try withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 1) { space in
                let count = Platform.read(descriptor, space)
                if count < 0 { throw failure(errno, name) }
                bytes.append(contentsOf: space[..<count])
                return count
            }
            if count == 0 { break }
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard bytes.count <= largest else {
            throw RecruitmentError(.badData, "\(name) is longer than a statement can be (\(largest) bytes)")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw RecruitmentError(.badData, "\(name) is not text in UTF-8")
        }
        return text
    }

    private static func failure(_ code: Int32, _ name: String) -> RecruitmentError {
        let reason = String(cString: strerror(code))
        return switch code {
        case ENOENT, ENOTDIR: RecruitmentError(.noInput, "there is no file \(name)")
        case EISDIR: RecruitmentError(.noInput, "\(name) is a folder, not a file of SQL")
        case EACCES, EPERM: RecruitmentError(.noPermission, "\(name) may not be read: \(reason)")
        default: RecruitmentError(.io, "\(name) cannot be read: \(reason)")
        }
    }
}
