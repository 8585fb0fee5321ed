import RecruitSQLite

/// The table `applicants` with the names and addresses that lie apart from it.
///
/// A person under two numbers has two rows, which stay as they were when they are merged: each is found by its own ref
/// and has its own names and addresses, and `mergedInto` says who it turned out to be.
public struct Applicants {
    let connection: Connection
    /// The import that new rows come with.
    var batch: Int64?

    /// All applicants, in the order of their refs.
    public func all() throws -> [Applicant] {
        try connection.all("\(raw: Self.select) ORDER BY p.id") { row in try decode(row) }
    }

    /// The applicant with this ref (`P-0041`); nil when there is none.
    public func find(_ ref: String) throws -> Applicant? {
        try connection.first("\(raw: Self.select) WHERE p.ref = \(ref)") { row in try decode(row) }
    }

    /// The applicants with this address, upper and lower case alike: couples and agents share one.
    public func find(email: String) throws -> [Applicant] {
        try connection.all(
            """
            \(raw: Self.select) WHERE p.id IN (SELECT applicant_id FROM applicant_emails WHERE email = \(email))
            ORDER BY p.id
            """
        ) { row in try decode(row) }
    }

    /// Adds `applicant` and returns it with its ref.
    ///
    /// - Throws: `SQLiteError` of code `constraint` when one of the addresses has no @.
    public func add(_ applicant: Applicant) throws -> Applicant {
        var added = applicant
        try connection.savepoint { added.ref = try insert(applicant).ref }
        return added
    }

    /// Writes names and addresses of `applicant` to the row with its ref; addresses it no longer lists go.
    ///
    /// Who was merged is changed by `RecruitmentDatabase.merge(_:into:)` and `unmerge(_:)` alone.
    ///
    /// - Throws: `RecruitmentError` when there is no such applicant.
    public func update(_ applicant: Applicant) throws {
        try connection.savepoint {
            let id = try id(of: applicant.ref)
            try connection.run("DELETE FROM applicant_emails WHERE applicant_id = \(id)")
            try writePersonalData(of: applicant, id: id)
            try NameKeys(connection: connection).update(of: id)
        }
    }

    /// The row id of the applicant with this ref.
    ///
    /// - Throws: `RecruitmentError` when there is none.
    func id(of ref: String) throws -> Int64 {
        let found = try connection.first("SELECT id FROM applicants WHERE ref = \(ref)") { row in try row.int64(0) }
        guard let found else {
            throw RecruitmentError(
                .badData,
                "no applicant \(ref); list them: recruitdb query 'SELECT person, name FROM application_overview'")
        }
        return found
    }

    /// The ref of the person that the row with this id turned out to be.
    func personRef(of id: Int64) throws -> String {
        try connection.value(
            String.self,
            "SELECT ref FROM applicants WHERE id = (SELECT person_id FROM applicants WHERE id = \(id))")
    }

    /// Inserts rows for `applicant` and returns the person's id and ref.
    func insert(_ applicant: Applicant) throws -> (id: Int64, ref: String) {
        let ref = applicant.ref.isEmpty ? try ReferenceNumbers(connection: connection).next("P") : applicant.ref
        try connection.run(
            """
            INSERT INTO applicants (ref, first_seen_at, batch_id)
            VALUES (\(ref), \(applicant.firstSeenAt.description), \(batch))
            """)
        let id = connection.lastInsertedRowID
        try writePersonalData(of: applicant, id: id)
        if applicant.name != nil {
            try NameKeys(connection: connection).insert(
                NameKeys.names(
                    name: applicant.name, given: applicant.givenName, family: applicant.familyName,
                    native: applicant.nativeName), of: id)
        }
        return (id, ref)
    }

    private static let select = """
        SELECT p.id, p.ref, p.first_seen_at, n.name, n.given_name, n.family_name, n.native_name, r.ref
        FROM applicants p LEFT JOIN applicants r ON r.id = p.merged_into
        LEFT JOIN applicant_names n ON n.applicant_id = p.id
        """

    private func writePersonalData(of applicant: Applicant, id: Int64) throws {
        if let name = applicant.name, name.utf8.contains(where: { $0 > UInt8(ascii: " ") }) {
            try connection.run(
                """
                INSERT INTO applicant_names (applicant_id, name, given_name, family_name, native_name, batch_id)
                VALUES (\(id), \(name), \(applicant.givenName), \(applicant.familyName), \(applicant.nativeName), \(batch))
                ON CONFLICT (applicant_id) DO UPDATE SET name = excluded.name, given_name = excluded.given_name,
                  family_name = excluded.family_name, native_name = excluded.native_name
                """)
        }
        for (index, email) in applicant.emails.enumerated() {
            try connection.run(
                """
                INSERT INTO applicant_emails (email, applicant_id, is_primary, batch_id)
                VALUES (\(email), \(id), \(index == 0), \(batch))
                """)
        }
    }

    private func decode(_ row: borrowing Row) throws -> Applicant {
        let id = try row.int64(0)
        return Applicant(
            ref: try row.text(1), name: try row.textOrNil(3), givenName: try row.textOrNil(4),
            familyName: try row.textOrNil(5), nativeName: try row.textOrNil(6),
            emails: try connection.all(
                "SELECT email FROM applicant_emails WHERE applicant_id = \(id) ORDER BY is_primary DESC, email"
            ) { email in try email.text(0) },
            firstSeenAt: try row.timestamp(2), mergedInto: try row.textOrNil(7))
    }
}
