/// How one migration stands to one database.
public struct MigrationStatus: Sendable, Hashable {
    /// What is the case.
    public enum State: Sendable, Hashable {
        /// It was applied at this time, UTC, as in `2026-03-01T09:30:00Z`.
        case applied(at: String)
        /// It was not applied yet.
        case pending
        /// It was applied at this time with another text: one of the two was changed.
        case edited(at: String)
        /// It was applied at this time and is not known here: the database is newer.
        case unknown(at: String)
    }

    /// The number of the migration.
    public let number: Int
    /// The name of its file.
    public let name: String
    /// What is the case.
    public let state: State
}
