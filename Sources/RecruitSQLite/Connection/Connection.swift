import CRecruitSQLite

/// One connection to an SQLite database, used by one thread at a time.
///
/// It closes when it and its statements are gone, or by `close`.
/// Opening reads nothing: a file that is no database is found out by the first statement. Every connection waits 5 s
/// for locks, checks foreign keys when it can write, and is defensive: no schema edits by hand, no trust in functions
/// that a foreign schema calls, no string literals in double quotes (https://www.sqlite.org/security.html).
public final class Connection {
    let database: DatabaseHandle
    let cache = StatementCache(capacity: 64)

    /// Opens the database at `path`, or a private one in memory for `:memory:`.
    ///
    /// The path is the file's name as the system knows it; `%`, `?` and a leading `file:` mean nothing in it.
    /// Throws `.cantOpen` where there is no such file or it may not be opened (`sqlite3_open_v2`).
    public init(path: String, access: Access) throws {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw SQLiteError(code: .cantOpen, message: "\"\(path)\" is no name of a file")
        }
        let isInMemory = path == ":memory:"
        if case .create = access, !isInMemory { try PrivateFile.makeIfAbsent(path) }
        let (name, flags) = Self.name(of: path, access: access)
        database = try Self.open(name, flags: flags, path: path)
        let canWrite = flags & SQLITE_OPEN_READWRITE != 0
        if canWrite { try requireWritable(path) }
        try configure(checksForeignKeys: canWrite)
    }

    /// A database of its own in a temporary file without a name, which ends with the connection.
    init(temporary: Void) throws {
        database = try Self.open("", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, path: "a temporary file")
        try configure(checksForeignKeys: true)
    }

    /// Closes the connection and ends its running statements; every later use throws (`sqlite3_close_v2`).
    ///
    /// Within one of the connection's functions, the statement that called it fails, and the file closes after it.
    /// Within a body of a pool, only the body is over.
    public func close() {
        guard database.isOpen else { return }
        cache.removeAll()
        database.close()
    }

    /// Gives the file's name as SQLite must be told it, with the flags for opening it.
    private static func name(of path: String, access: Access) -> (name: String, flags: Int32) {
        // A build may take every name that begins so for a URI (SQLITE_USE_URI).
        let name = path.hasPrefix("file:") ? "./" + path : path
        return switch access {
        case .readOnly: (name, SQLITE_OPEN_READONLY)
        case .readWrite: (name, SQLITE_OPEN_READWRITE)
        case .create: (name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
        case .immutable:
            path == ":memory:"
                ? (name, SQLITE_OPEN_READONLY)
                : (immutableURI(of: path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
        }
    }

    /// The URI by which any program of SQLite's opens a file that nobody changes
    /// (https://www.sqlite.org/uri.html#uriimmutable).
    public static func immutableURI(of path: String) -> String { "file:\(encoded(path))?immutable=1" }

    /// Encodes a path for a `file:` URI.
    private static func encoded(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var uri: [UInt8] = path.hasPrefix("/") ? Array("//".utf8) : []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                uri.append(byte)
            default:
                uri += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: uri, as: UTF8.self)
    }

    private static func open(_ name: String, flags: Int32, path: String) throws -> DatabaseHandle {
        var pointer: OpaquePointer?
        let code = sqlite3_open_v2(
            name, &pointer, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard let pointer else { throw SQLiteError(code: .noMemory, message: "out of memory") }
        guard code == SQLITE_OK else {
            let error = SQLiteError(code, on: pointer)
            sqlite3_close_v2(pointer)
            throw SQLiteError(code: error.code, message: "\(path): \(error.message)")
        }
        return DatabaseHandle(pointer)
    }

    private func configure(checksForeignKeys: Bool) throws {
        sqlite3_busy_timeout(database.pointer, 5000)
        let settings: [(option: Int32, value: Int32)] = [
            (SQLITE_DBCONFIG_ENABLE_FKEY, checksForeignKeys ? 1 : 0),
            (SQLITE_DBCONFIG_DEFENSIVE, 1),
            (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
            (SQLITE_DBCONFIG_DQS_DDL, 0),
            (SQLITE_DBCONFIG_DQS_DML, 0),
        ]
        for setting in settings {
            let code = recruit_sqlite3_db_config_int(database.pointer, setting.option, setting.value)
            guard code == SQLITE_OK else { throw SQLiteError(code, on: database.pointer) }
        }
        // A flag of the connection, like the above: this pragma does not read the file.
        sqlite3_exec(database.pointer, "PRAGMA cell_size_check=ON", nil, nil, nil)
        // A build may flush a write-ahead log at checkpoints only. That pragma does read the file.
        if checksForeignKeys, sqlite3_compileoption_used("DEFAULT_WAL_SYNCHRONOUS=2") == 0 {
            sqlite3_exec(database.pointer, "PRAGMA synchronous=FULL", nil, nil, nil)
        }
    }

    /// Throws where the system lets the file only be read, which SQLite takes for good.
    private func requireWritable(_ path: String) throws {
        guard sqlite3_db_readonly(database.pointer, "main") != 1 else {
            throw SQLiteError(code: .readOnly, message: "\(path): the file may not be written")
        }
    }
}

@available(*, unavailable)
extension Connection: Sendable {}
