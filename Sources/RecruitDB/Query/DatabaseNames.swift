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
        // What stands in the place of a table may be a view that has no end, and somebody waits at the keyboard.
        var rounds = 0
        connection.onProgress(every: 10_000) {
            rounds += 1
            return rounds > 1_000
        }
    }

    /// The words of one kind, in order; none where the database has no such table, or takes too long over it.
    ///
    /// A file may come from anybody. A word that a shell or a terminal would not take for a word is left out, since some
    /// shells put what is completed into the command line as it is.
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
        return ((try? connection.all(sql) { (row: borrowing Row) in try row.text(0) }) ?? []).filter(Self.isWord)
    }

    private static func isWord(_ text: String) -> Bool {
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "_-.".unicodeScalars.contains(scalar)
        }
        return isPlain && !text.isEmpty && !text.hasPrefix("-")
    }
}
