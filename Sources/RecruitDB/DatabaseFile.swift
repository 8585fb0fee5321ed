#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The database as a file: what it is called, whose it is, what goes wrong with it.
enum DatabaseFile {
    /// The folder of papers that belongs to the database at `path`: `recruitment.db` -> `recruitment.documents`.
    static func documentsFolder(of path: String) -> String { stem(of: path) + ".documents" }

    /// `path` without the ending of its last component.
    static func stem(of path: String) -> String {
        let bytes = Array(path.utf8)
        let nameStart = (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > nameStart else { return path }
        return String(decoding: bytes[..<dot], as: UTF8.self)
    }

    /// Refuses a path that names no file: an empty one, a folder's, and the one that SQLite takes for a database in memory.
    static func checkName(_ path: String) throws(RecruitmentError) {
        guard !path.isEmpty else {
            throw RecruitmentError(.usage, "the name of the database is empty; name a file with -d FILE")
        }
        guard path != ":memory:" else {
            throw RecruitmentError(.usage, ":memory: is no file; name one with -d FILE")
        }
        guard path.utf8.last != UInt8(ascii: "/") else {
            throw RecruitmentError(.usage, "\(path): names a folder; name a file in it with -d FILE")
        }
    }

    /// Refuses what is no database of ours, by the header alone (https://www.sqlite.org/fileformat2.html#the_database_header).
    static func check(_ path: String) throws(RecruitmentError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            throw RecruitmentError(
                code == EACCES ? .noPermission : .noInput,
                code == ENOENT
                    ? "\(path): there is no such database; name another with -d FILE, or make it: recruitdb -d \(path) init"
                    : "\(path): the database cannot be opened: \(reason(code))")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw RecruitmentError(.badData, "\(path): is a folder or device, not a database; name a file with -d FILE")
        }
        var header = [UInt8](repeating: 0, count: 100)
        let count = header.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        if count == 0 {
            throw RecruitmentError(
                .badData, "\(path): is empty; delete it and make a database with: recruitdb -d \(path) init")
        }
        guard count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw RecruitmentError(.badData, "\(path): is not an SQLite database; name another file with -d FILE")
        }
        let identifier = header[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard identifier == UInt32(bitPattern: Schema.applicationID) else {
            throw RecruitmentError(
                .badData,
                "\(path): is an SQLite database of another program, not RecruitDB's; name another file with -d FILE")
        }
    }

    /// Runs `body` and turns the errors of SQLite into sentences that name the file.
    static func named<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch { throw RecruitmentError(wrapping: error, file: path) }
    }
}
