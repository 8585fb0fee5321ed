package import RecruitSQLite

/// The table `applicant_name_keys`: the names of applicants as they compare.
///
/// A trigger takes an applicant's keys away when SQL changes a name; whoever has a name and no key is brought up to date.
package struct NameKeys {
    let connection: Connection

    /// The keys on `connection`.
    package init(connection: Connection) {
        self.connection = connection
    }

    /// Writes the keys of these names of an applicant who has none.
    package func insert(_ names: [String?], of applicant: Int64) throws {
        var keys: [String] = []
        for case .some(let name) in names {
            for key in NameKey.keys(of: name) where !keys.contains(key) { keys.append(key) }
        }
        for key in keys.isEmpty ? [""] : keys {
            try connection.run(
                "INSERT INTO applicant_name_keys (name_key, applicant_id) VALUES (\(key), \(applicant))")
        }
    }

    /// Writes the keys of all names of an applicant anew.
    func update(of applicant: Int64) throws {
        let names = try connection.first(
            "SELECT name, given_name, family_name, native_name FROM applicant_names WHERE applicant_id = \(applicant)"
        ) { row in
            Self.names(
                name: try row.text(0), given: try row.textOrNil(1), family: try row.textOrNil(2),
                native: try row.textOrNil(3))
        }
        let aliases = try connection.all(
            "SELECT name FROM applicant_aliases WHERE applicant_id = \(applicant)"
        ) { row in try row.textOrNil(0) }
        try connection.run("DELETE FROM applicant_name_keys WHERE applicant_id = \(applicant)")
        if names != nil || !aliases.isEmpty { try insert((names ?? []) + aliases, of: applicant) }
    }

    /// The names that the columns of `applicant_names` make.
    static func names(name: String?, given: String?, family: String?, native: String?) -> [String?] {
        let parts = given.flatMap { given in family.map { "\(given) \($0)" } }
        return [name, parts, native]
    }

    /// The applicants whose names were changed by SQL since their keys were written.
    func outdated() throws -> [Int64] {
        try connection.all(
            """
            SELECT applicant_id FROM applicant_names n
            WHERE NOT EXISTS (SELECT 1 FROM applicant_name_keys k WHERE k.applicant_id = n.applicant_id)
            UNION
            SELECT applicant_id FROM applicant_aliases n
            WHERE NOT EXISTS (SELECT 1 FROM applicant_name_keys k WHERE k.applicant_id = n.applicant_id)
            """
        ) { row in try row.int64(0) }
    }

    /// Brings up to date what SQL changed, and returns how many applicants that were.
    @discardableResult
    func refresh() throws -> Int {
        guard try !outdated().isEmpty else { return 0 }
        return try connection.transaction {
            let applicants = try outdated()
            for applicant in applicants { try update(of: applicant) }
            return applicants.count
        }
    }
}
