import RecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension RecruitmentDatabase {
    /// Makes a new database at `path` (mode 0600) and its folder of papers (mode 0700).
    ///
    /// The file appears whole or not at all: it is made under another name first. Its journal is a WAL; on a file system
    /// that other machines share it must be said which it is.
    ///
    /// - Throws: `RecruitmentError` when something is there already, the folder cannot be written, or is shared.
    public static func create(at path: String, journal: Journal? = nil) throws -> RecruitmentDatabase {
        try create(at: path, journal: journal, on: SharedFileSystem.under(ResultPlace.folder(of: path)))
    }

    static func create(at path: String, journal: Journal?, on shared: SharedFileSystem?) throws -> RecruitmentDatabase {
        try DatabaseFile.checkName(path)
        if SystemFile.exists(path) {
            throw RecruitmentError(
                .cannotCreate, "\(path): is there already; use it with -d \(path), or name a new file with -d FILE")
        }
        if journal == nil, let shared { throw shared.refusal(path) }
        let draft = "\(path).init-\(getpid())"
        defer { for ending in ["", "-wal", "-shm", "-journal"] { unlink(draft + ending) } }
        let descriptor = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw RecruitmentError(.cannotCreate, "\(path): cannot be made: \(reasonOfFolder())")
        }
        defer { close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0 else {
            throw RecruitmentError(.cannotCreate, "\(path): cannot be made private: \(reason())")
        }
        try DatabaseFile.named(path) {
            let connection = try Connection(path: draft, access: .readWrite)
            defer { connection.close() }
            try Schema.migrator().migrate(connection)
            if journal != .delete { try connection.execute("PRAGMA journal_mode = WAL") }
        }
        let folder = DatabaseFile.documentsFolder(of: path)
        let isNewFolder = try DocumentStore.create(at: folder)
        var isMade = false
        // A folder that was there stays, whoever made it; one with files in it is never removed.
        defer { if isNewFolder, !isMade { rmdir(folder) } }
        guard fsync(descriptor) == 0, link(draft, path) == 0 || (errno != EEXIST && rename(draft, path) == 0) else {
            throw RecruitmentError(.cannotCreate, "\(path): cannot be made: \(reason())")
        }
        isMade = true
        return try RecruitmentDatabase(path: path)
    }

    /// Why something could not be made in a folder.
    private static func reasonOfFolder(_ code: Int32 = errno) -> String {
        code == ENOENT ? "its folder is not there; make it first" : reason(code)
    }

    /// Opens the database at `path` to read it only, which also works where nothing may be written.
    ///
    /// - Throws: as `init(path:access:)`.
    public static func openForReading(at path: String) throws -> RecruitmentDatabase {
        try RecruitmentDatabase(path: path, access: readingAccess(to: path), isCurrent: true)
    }

    /// Opens the database at `path` to look at it, whatever its version and state, for `check`.
    public static func openForCheck(at path: String) throws -> RecruitmentDatabase {
        try RecruitmentDatabase(path: path, access: readingAccess(to: path), isCurrent: false)
    }

    /// Where it may, a reader opens the file for writing: only then SQLite takes away the -wal and -shm when it closes.
    private static func readingAccess(to path: String) -> Connection.Access {
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
        return access(path, W_OK) == 0 && access(folder, W_OK) == 0 ? .readWrite : .readOnly
    }

    /// Opens the database at `path`, whatever its version and state, for `migrate`.
    public static func openForMigration(at path: String) throws -> RecruitmentDatabase {
        try RecruitmentDatabase(path: path, access: .readWrite, isCurrent: false)
    }

    /// The migrations, ascending: number, name, state (applied, pending, ...), applied_at.
    public func migrationListing() throws -> Listing {
        try DatabaseFile.named(path) {
            let rows: [[Value]] = try Schema.migrator().status(on: connection).map { status in
                let (state, at): (String, String?) =
                    switch status.state {
                    case .applied(let at): ("applied", at)
                    case .pending: ("pending", nil)
                    case .edited(let at): ("edited since", at)
                    case .unknown(let at): ("of a newer RecruitDB", at)
                    }
                return [.integer(Int64(status.number)), .text(status.name), .text(state), at.sqliteValue]
            }
            return Listing(columns: ["number", "name", "state", "applied_at"], rows: rows)
        }
    }

    /// Tries the pending migrations on a copy and returns their names; the file stays as it is.
    public func migrationDryRun() throws -> [String] {
        try DatabaseFile.named(path) {
            try requireKnownVersion()
            return try Schema.migrator().dryRun(databaseAt: path).map(\.name)
        }
    }

    /// Applies the pending migrations, after a copy of the file.
    ///
    /// - Returns: the migrations' names, and the path of the copy; nil where nothing was pending.
    /// - Throws: `RecruitmentError` that names the migration and the statement; what was applied before stays.
    public func migrate() throws -> (applied: [String], copy: String?) {
        try DatabaseFile.named(path) {
            try requireKnownVersion()
            let upgrade = try Schema.migrator().upgrade(connection)
            return (upgrade.applied.map(\.name), upgrade.copy)
        }
    }
}
