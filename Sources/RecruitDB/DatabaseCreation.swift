import RecruitSQLite

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension RecruitmentDatabase {
    /// Makes a new database at `path` (mode 0600) and its folder of papers (mode 0700).
    ///
    /// The file appears whole or not at all: it is made under another name first.
    ///
    /// - Throws: `RecruitmentError` when something is there already or the folder cannot be written.
    public static func create(at path: String) throws -> RecruitmentDatabase {
        if SystemFile.exists(path) {
            throw RecruitmentError(
                .cannotCreate, "\(path): is there already; use it with -d \(path), or name a new file with -d FILE")
        }
        let draft = "\(path).init-\(getpid())"
        defer { for ending in ["", "-wal", "-shm", "-journal"] { unlink(draft + ending) } }
        let descriptor = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw RecruitmentError(.cannotCreate, "\(path): cannot be made: \(reason())")
        }
        defer { close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0 else {
            throw RecruitmentError(.cannotCreate, "\(path): cannot be made private: \(reason())")
        }
        try DatabaseFile.named(path) {
            let connection = try Connection(path: draft, access: .readWrite)
            defer { connection.close() }
            try Schema.migrator().migrate(connection)
            try connection.execute("PRAGMA journal_mode = WAL")
        }
        try DocumentStore.create(at: DatabaseFile.documentsFolder(of: path))
        guard fsync(descriptor) == 0, link(draft, path) == 0 || (errno != EEXIST && rename(draft, path) == 0) else {
            throw RecruitmentError(.cannotCreate, "\(path): cannot be made: \(reason())")
        }
        return try RecruitmentDatabase(path: path)
    }

    /// Opens the database at `path`, whatever its version, for `migrate` and its like.
    public static func openForMigration(at path: String) throws -> RecruitmentDatabase {
        try RecruitmentDatabase(path: path, access: .readWrite, isCurrent: false)
    }

    /// The migrations, ascending, and whether each is applied, pending or edited.
    public func migrationStatus() throws -> [MigrationStatus] {
        try DatabaseFile.named(path) { try Schema.migrator().status(on: connection) }
    }

    /// Tries the pending migrations on a copy and returns them; the file stays as it is.
    public func migrationDryRun() throws -> [Migration] {
        try DatabaseFile.named(path) { try Schema.migrator().dryRun(databaseAt: path) }
    }

    /// Applies the pending migrations, after a copy of the file.
    ///
    /// - Returns: the migrations, and the path of the copy; nil where nothing was pending.
    public func migrate() throws -> (applied: [Migration], copy: String?) {
        try DatabaseFile.named(path) {
            let migrator = try Schema.migrator()
            let pending = try migrator.pending(on: connection)
            guard let first = pending.first else { return ([], nil) }
            let copy = try copyAside(before: first)
            return (try migrator.migrate(connection), copy)
        }
    }

    /// A copy of the file, mode 0600, beside it: `recruitment.before-0012.db`, with a number where that is taken.
    private func copyAside(before migration: Migration) throws -> String {
        let stem = "\(DatabaseFile.stem(of: path)).before-\(migration.name.prefix { $0.isNumber })"
        for attempt in 1...999 {
            let copy = attempt == 1 ? "\(stem).db" : "\(stem)-\(attempt).db"
            // VACUUM INTO fills an empty file; made here, it is private from its first byte.
            let descriptor = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if descriptor < 0 {
                if errno == EEXIST { continue }
                throw RecruitmentError(.cannotCreate, "\(copy): the copy before the upgrade cannot be made: \(reason())")
            }
            close(descriptor)
            do { try connection.vacuum(into: copy) } catch {
                unlink(copy)
                throw error
            }
            return copy
        }
        throw RecruitmentError(.cannotCreate, "\(stem).db: there are too many copies already; move some away")
    }
}
