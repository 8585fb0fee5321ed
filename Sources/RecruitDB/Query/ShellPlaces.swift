import RecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where the sqlite3 program may write: the safe mode of 3.40 lets `.trace FILE`, `.testcase` and the module zipfile
/// make any file, or empty one.
struct ShellPlaces {
    /// The database and what lies beside it.
    let files: [String]
    /// The folder of what people typed; also the database's, where changes need a file beside it that is not there yet.
    let folders: [String]
    /// While it is open, the -wal and the -shm are there, so that the program need not make them.
    private let keeper: Connection?

    init(_ path: String, isImmutable: Bool, mayWrite: Bool) throws {
        func folder(of path: String) -> String {
            path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
        }
        let history = getenv("SQLITE_HISTORY").map { folder(of: String(cString: $0)) }
        let file = QueryDatabase.target(path)
        let isWAL = try QueryDatabase.usesWAL(path)
        let isKept = isWAL && !isImmutable
        if isKept {
            keeper = mayWrite ? try? Connection(path: path, access: .readWrite) : try? QueryDatabase.open(path)
        } else {
            keeper = nil
        }
        _ = try? keeper?.value(Int.self, "PRAGMA schema_version")
        files = isKept ? [file, file + "-wal", file + "-shm"] : mayWrite ? [file] : []
        folders = [history, mayWrite && !isWAL ? folder(of: file) : nil].compactMap { $0 }
    }

    /// The program has ended.
    func close() { keeper?.close() }
}
