/// How SQLite keeps a database whole (https://www.sqlite.org/pragma.html#pragma_journal_mode).
public enum Journal: String, Sendable, CaseIterable {
    /// A write-ahead log: readers and a writer at the same time, on one machine.
    case wal
    /// A rollback journal: a writer or readers, by locks alone.
    case delete
}
