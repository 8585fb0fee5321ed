import RecruitSQLite

/// The table `merges`, by whose triggers `applicants.merged_into` follows.
struct Merges {
    let connection: Connection

    /// A merge that nobody has undone.
    struct InForce {
        let id: Int64
        /// The row that the other was merged into.
        let kept: Int64
        let at: Timestamp
    }

    /// The merge by which this row became part of a person; nil for one who stands alone, or for the person itself.
    func find(merged: Int64) throws -> InForce? {
        try connection.first(
            "SELECT id, kept_id, merged_at FROM merges WHERE merged_id = \(merged) AND undone_at IS NULL"
        ) { row in InForce(id: try row.int64(0), kept: try row.int64(1), at: try row.timestamp(2)) }
    }

    /// Makes the person `merged` one with the person `kept`.
    func add(kept: Int64, merged: Int64, at: Timestamp, by: String) throws {
        try connection.run(
            """
            INSERT INTO merges (kept_id, merged_id, merged_at, merged_by)
            VALUES (\(kept), \(merged), \(at.description), \(by))
            """)
    }

    /// Takes a merge back.
    func undo(_ merge: Int64, at: Timestamp, by: String) throws {
        try connection.run(
            "UPDATE merges SET undone_at = \(at.description), undone_by = \(by) WHERE id = \(merge)")
    }

    /// The row of a person's root.
    func person(of applicant: Int64) throws -> Int64 {
        try connection.value(Int64.self, "SELECT person_id FROM applicants WHERE id = \(applicant)")
    }

    /// All rows of the person that this row is a part of.
    func rows(ofPersonOf applicant: Int64) throws -> [Int64] {
        try connection.all(
            """
            SELECT id FROM applicants WHERE person_id = (SELECT person_id FROM applicants WHERE id = \(applicant))
            ORDER BY id
            """
        ) { row in try row.int64(0) }
    }

    /// This row, and those that were merged into it and go where it goes.
    func rows(below applicant: Int64) throws -> Set<Int64> {
        Set(
            try connection.all(
                """
                WITH RECURSIVE below (id) AS (
                  SELECT \(applicant)
                  UNION SELECT m.merged_id FROM below JOIN merges m ON m.kept_id = below.id AND m.undone_at IS NULL)
                SELECT id FROM below
                """
            ) { row in try row.int64(0) })
    }

    /// Who said when that two persons are two; nil when nobody did.
    func distinction(_ person: Int64, _ other: Int64) throws -> (at: Timestamp, by: String)? {
        try connection.first(
            """
            SELECT d.said_at, d.said_by
            FROM applicants a JOIN distinct_applicants d ON d.applicant_id = a.id JOIN applicants b ON b.id = d.other_id
            WHERE a.person_id IN (\(person), \(other)) AND b.person_id IN (\(person), \(other)) LIMIT 1
            """
        ) { row in (try row.timestamp(0), try row.text(1)) }
    }

    /// Records that two applicants are two.
    func distinguish(_ applicant: Int64, _ other: Int64, at: Timestamp, by: String) throws {
        try connection.run(
            """
            INSERT INTO distinct_applicants (applicant_id, other_id, said_at, said_by)
            VALUES (\(min(applicant, other)), \(max(applicant, other)), \(at.description), \(by))
            """)
    }

    /// Takes back all that says that two persons are two.
    func forgetDistinction(_ person: Int64, _ other: Int64) throws {
        try connection.run(
            """
            DELETE FROM distinct_applicants
            WHERE (applicant_id, other_id) IN (
              SELECT d.applicant_id, d.other_id
              FROM applicants a JOIN distinct_applicants d ON d.applicant_id = a.id JOIN applicants b ON b.id = d.other_id
              WHERE a.person_id IN (\(person), \(other)) AND b.person_id IN (\(person), \(other)))
            """)
    }
}
