import RecruitSQLite

/// The words of a database that a person may be about to type.
public struct DatabaseNames {
    /// A kind of word.
    public enum Kind: Sendable {
        /// Slugs of positions.
        case positions
        /// Codes of stages.
        case stages
        /// Codes of reasons for a stage.
        case reasons
        /// Codes of intakes.
        case intakes
        /// Tables and views.
        case relations
    }

    private let connection: Connection

    /// The words of the database at `path`, whatever its version; nil where it cannot be read.
    public init?(path: String) {
        guard let connection = try? QueryDatabase.open(path) else { return nil }
        self.connection = connection
    }

    /// The words of one kind, in order; none where the database has no such table.
    public func all(_ kind: Kind) -> [String] {
        let sql: SQL =
            switch kind {
            case .positions: "SELECT slug FROM positions ORDER BY slug"
            case .stages: "SELECT code FROM stages ORDER BY ordinal"
            case .reasons: "SELECT DISTINCT code FROM decision_reasons ORDER BY code"
            case .intakes: "SELECT code FROM intakes ORDER BY code"
            case .relations:
                """
                SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                ORDER BY type DESC, name
                """
            }
        return (try? connection.all(sql) { (row: borrowing Row) in try row.text(0) }) ?? []
    }
}
