/// What one run of a statement took.
public struct StatementProfile: Sendable, Hashable {
    /// The statement's text as it was prepared, `?` and all: never a bound value (`sqlite3_sql`).
    public let sql: String
    /// How long it ran by the monotonic clock, from its first step to its last, what its rows' closures took included.
    public let nanoseconds: Int
    /// How many times a row was passed while reading a table from end to end (`SQLITE_STMTSTATUS_FULLSCAN_STEP`).
    public let scanSteps: Int
    /// How many times rows were sorted for want of an index (`SQLITE_STMTSTATUS_SORT`).
    public let sorts: Int
    /// How many rows went into indexes that were made for this run alone (`SQLITE_STMTSTATUS_AUTOINDEX`).
    public let automaticIndexRows: Int
    /// How many instructions of SQLite's machine were run (`SQLITE_STMTSTATUS_VM_STEP`).
    public let instructions: Int
}

/// What a traced connection tells (https://www.sqlite.org/c3ref/trace_v2.html).
public enum TraceEvent: Sendable, Hashable {
    /// A statement runs its first step; its text, without bound values (`SQLITE_TRACE_STMT`).
    case started(sql: String)
    /// A statement has ended: it is done, failed, or was left before its end (`SQLITE_TRACE_PROFILE`).
    case finished(StatementProfile)
}
