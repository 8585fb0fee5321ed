import CRecruitSQLite

/// How a write-ahead log is brought into its database (https://www.sqlite.org/pragma.html#pragma_wal_checkpoint).
public enum Checkpoint: Sendable {
    /// As far as nobody is in the way; it waits for nobody.
    case passive
    /// All of it: waits for the writer, and for readers of older snapshots.
    case full
    /// All of it, and waits until no reader needs the log, so that the next writer begins it anew.
    case restart
    /// As `restart`, and cuts the log's file down to nothing.
    case truncate

    fileprivate var mode: Int32 {
        switch self {
        case .passive: SQLITE_CHECKPOINT_PASSIVE
        case .full: SQLITE_CHECKPOINT_FULL
        case .restart: SQLITE_CHECKPOINT_RESTART
        case .truncate: SQLITE_CHECKPOINT_TRUNCATE
        }
    }

    /// What a checkpoint found and did, in frames: pages as they stand in the log.
    public struct Counts: Sendable, Hashable {
        /// How many the log held; 0 after `truncate`.
        public let log: Int
        /// How many of them are in the database now, those from before this checkpoint too.
        public let moved: Int
        /// Whether the whole log is in the database.
        public var isComplete: Bool { moved == log }
    }
}

extension Connection {
    /// Brings the write-ahead log into the database, and returns what it did; nil where there is no such log.
    ///
    /// `database` is `main` or an attached one's name. Throws `.busy` where a writer or reader is in the way for longer than
    /// the busy timeout (never for `.passive`), `.locked` within a transaction of this connection, `.error` for a name that
    /// is none (`sqlite3_wal_checkpoint_v2`).
    @discardableResult
    public func checkpoint(
        _ kind: Checkpoint = .passive, database name: String = "main"
    ) throws(SQLiteError) -> Checkpoint.Counts? {
        try database.requireUsable(for: nil)
        guard !name.isEmpty, !name.utf8.contains(0) else { throw SQLiteError.misuse("\"\(name)\" is no database") }
        var log: Int32 = -1
        var moved: Int32 = -1
        let code = sqlite3_wal_checkpoint_v2(database.pointer, name, kind.mode, &log, &moved)
        guard code == SQLITE_OK else { throw SQLiteError(code, on: database.pointer) }
        return log < 0 ? nil : Checkpoint.Counts(log: Int(log), moved: Int(moved))
    }
}
