import RecruitSQLite

/// The table `positions` with `position_keywords`.
public struct Positions {
    let connection: Connection

    /// All positions, by slug.
    public func all() throws -> [Position] {
        try connection.all("\(raw: Self.select) ORDER BY slug") { row in try decode(row) }
    }

    /// The position with this slug; nil when there is none.
    public func find(_ slug: String) throws -> Position? {
        try connection.first("\(raw: Self.select) WHERE slug = \(slug)") { row in try decode(row) }
    }

    /// Adds `position` with its keywords.
    ///
    /// - Throws: `SQLiteError` of code `constraint` when its slug or one of its keywords is taken.
    public func add(_ position: Position) throws {
        try connection.savepoint {
            try connection.run(
                """
                INSERT INTO positions (slug, title, position_type, status, description, min_months, remote_allowed)
                VALUES (\(position.slug), \(position.title), \(position.type), \(position.status.rawValue),
                        \(position.description), \(position.minMonths), \(position.remoteAllowed))
                """)
            try setKeywords(of: position)
        }
    }

    /// Writes every field of `position` to the row with its slug.
    ///
    /// - Throws: `RecruitmentError` when there is no such position.
    public func update(_ position: Position) throws {
        try connection.savepoint {
            let changed = try connection.run(
                """
                UPDATE positions SET title = \(position.title), position_type = \(position.type),
                  status = \(position.status.rawValue), description = \(position.description),
                  min_months = \(position.minMonths), remote_allowed = \(position.remoteAllowed)
                WHERE slug = \(position.slug)
                """)
            guard changed == 1 else { throw try unknown(position.slug) }
            try setKeywords(of: position)
        }
    }

    /// The row id of the position with this slug.
    ///
    /// - Throws: `RecruitmentError` that lists the slugs there are.
    func id(of slug: String) throws -> Int64 {
        let found = try connection.first("SELECT id FROM positions WHERE slug = \(slug)") { row in try row.int64(0) }
        guard let found else { throw try unknown(slug) }
        return found
    }

    private static let select =
        "SELECT id, slug, title, position_type, status, description, min_months, remote_allowed FROM positions"

    private func setKeywords(of position: Position) throws {
        let id = try id(of: position.slug)
        try connection.run("DELETE FROM position_keywords WHERE position_id = \(id)")
        for keyword in position.keywords {
            try connection.run("INSERT INTO position_keywords (keyword, position_id) VALUES (\(keyword), \(id))")
        }
    }

    private func unknown(_ slug: String) throws -> RecruitmentError {
        let slugs = try connection.all("SELECT slug FROM positions ORDER BY slug") { row in try row.text(0) }
        return RecruitmentError(
            .badData,
            slugs.isEmpty
                ? "no position \(slug): there are none yet; import the call first: recruitdb import call FILE.json"
                : "no position \(slug); there are: \(slugs.joined(separator: ", "))")
    }

    private func decode(_ row: borrowing Row) throws -> Position {
        let id = try row.int64(0)
        let status = try row.text(4)
        return Position(
            slug: try row.text(1), title: try row.text(2), type: try row.text(3),
            status: Position.Status(rawValue: status) ?? .draft, description: try row.text(5),
            minMonths: try row.intOrNil(6), remoteAllowed: try row.bool(7),
            keywords: try connection.all(
                "SELECT keyword FROM position_keywords WHERE position_id = \(id) ORDER BY keyword"
            ) { keyword in try keyword.text(0) })
    }
}
