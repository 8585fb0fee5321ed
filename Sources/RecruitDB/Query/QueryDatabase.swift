import RecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Any SQLite file, opened so that it can only be read.
enum QueryDatabase {
    /// Opens the file at `path`; never makes one.
    ///
    /// - Throws: `RecruitmentError`: noInput, noPermission, badData, io.
    static func open(_ path: String) throws -> Connection {
        let access = try access(to: path)
        do {
            guard access == .readOnly, leavesFiles(path) else { return try Connection(path: path, access: access) }
            let connection = try Connection(path: path, access: .readWrite)
            try connection.execute("PRAGMA query_only = ON")
            return connection
        } catch {
            throw RecruitmentError(wrapping: error, file: path)
        }
    }

    /// Whether a connection that may not write would leave a -wal and a -shm behind that were not there, or were empty.
    ///
    /// One that may takes them away when it closes, and with nothing in them it changes nothing in the database either.
    private static func leavesFiles(_ path: String) -> Bool {
        let path = target(path)
        return isEmpty(path + "-wal") && Platform.mayWrite(path) && mayWrite(folderOf: path)
            && (try? usesWAL(path)) == true
    }

    /// Takes away the -wal and the -shm that another program's reading left behind, where there is nothing in them.
    static func tidy(_ path: String) {
        guard exists(target(path) + "-wal"), leavesFiles(path) else { return }
        let connection = try? Connection(path: path, access: .readWrite)
        _ = try? connection?.value(Int.self, "PRAGMA schema_version")
        connection?.close()
    }

    /// How the file at `path` can be read.
    ///
    /// A database in WAL mode whose folder may not be written is opened immutable when nothing lies beside it but at
    /// most an empty -wal: then nobody is writing, and SQLite cannot make the -shm that it needs otherwise
    /// (https://www.sqlite.org/wal.html, "Read-Only Databases").
    ///
    /// - Throws: `RecruitmentError`: noInput, noPermission, badData, io.
    static func access(to path: String) throws -> Connection.Access {
        let isWAL = try usesWAL(path)
        let place = path
        let path = target(path)
        if isWAL, !mayWrite(folderOf: path) {
            if isEmpty(path + "-wal"), !exists(path + "-shm") {
                return .immutable
            } else if !exists(path + "-shm") {
                throw RecruitmentError(
                    .noPermission,
                    "\(name(place)) has changes in its -wal file that can only be read where "
                        + "its folder may be written; copy both files to such a folder, or ask its owner to close it")
            }
        }
        return .readOnly
    }

    /// Whether the file is in WAL mode, by its header (https://www.sqlite.org/fileformat.html, section 1.3).
    ///
    /// SQLite itself would look only when a statement reads a table.
    static func usesWAL(_ path: String) throws -> Bool {
        let descriptor = Platform.openToRead(path)
        guard descriptor >= 0 else { throw failure(errno, path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(errno, path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            let kind = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "no file"
            throw RecruitmentError(.noInput, "\(name(path)) is \(kind), not a database")
        }
        return try withUnsafeTemporaryAllocation(byteCount: 100, alignment: 1) { header in
            let count = Platform.read(descriptor, header)
            if count < 0 { throw failure(errno, path) }
            // An empty file is an empty database.
            if count == 0 { return false }
            guard count == 100, header.starts(with: "SQLite format 3\0".utf8) else {
                throw RecruitmentError(.badData, "\(name(path)) is not an SQLite database")
            }
            return header[18] == 2 || header[19] == 2
        }
    }

    private static func mayWrite(folderOf path: String) -> Bool {
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
        return Platform.mayWrite(folder)
    }

    /// Where the file lies: beside what a link points at SQLite keeps the -wal and the -shm.
    static func target(_ path: String) -> String {
        guard let target = realpath(path, nil) else { return path }
        defer { free(target) }
        return String(cString: target)
    }

    /// Whether the file is not there or has no bytes.
    private static func isEmpty(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) != 0 || status.st_size == 0
    }

    private static func exists(_ path: String) -> Bool { SystemFile.exists(path) }

    /// The path as it may be shown in a sentence.
    private static func name(_ path: String) -> String { SQLExcerpt.visible(path, limit: 200) }

    private static func failure(_ code: Int32, _ path: String) -> RecruitmentError {
        let name = name(path)
        let reason = String(cString: strerror(code))
        return switch code {
        case ENOENT, ENOTDIR:
            RecruitmentError(
                .noInput, "there is no database \(name); name one with -d FILE, or make it with 'recruitdb init'")
        case EISDIR: RecruitmentError(.noInput, "\(name) is a folder, not a database")
        case EACCES, EPERM: RecruitmentError(.noPermission, "\(name) may not be read: \(reason)")
        default: RecruitmentError(.io, "\(name) cannot be read: \(reason)")
        }
    }
}
