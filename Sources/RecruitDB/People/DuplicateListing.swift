import RecruitSQLite

extension RecruitmentDatabase {
    /// Pairs who may be one person, the surest first: person_a, name_a, person_b, name_b, why, score, merge, distinguish.
    ///
    /// The last two are the commands that answer the question. Pairs of whom somebody said that they are two, and those that
    /// are one person already, are not listed.
    ///
    /// - Parameters:
    ///   - position: a slug: only pairs of whom one has an application for it.
    ///   - least: the least score, from 0 to 1.
    /// - Returns: the pairs.
    /// - Throws: `RecruitmentError` when there is no such position.
    public func duplicatePairListing(position: String? = nil, least: Double = 0.5) throws -> Listing {
        if let position { _ = try positions.id(of: position) }
        return try listing(
            """
            SELECT d.person_a, na.name AS name_a, d.person_b, nb.name AS name_b, d.why, d.score,
                   'recruitdb merge ' || d.person_a || ' ' || d.person_b AS merge,
                   'recruitdb duplicates --not ' || d.person_a || ' ' || d.person_b AS distinguish
            FROM duplicate_pairs d
            JOIN applicants a ON a.ref = d.person_a
            JOIN applicants b ON b.ref = d.person_b
            LEFT JOIN applicant_names na ON na.applicant_id = a.id
            LEFT JOIN applicant_names nb ON nb.applicant_id = b.id
            WHERE d.score >= \(least) AND (\(position) IS NULL OR EXISTS (
              SELECT 1 FROM applicants o JOIN applications ap ON ap.applicant_id = o.id JOIN positions p ON p.id = ap.position_id
              WHERE o.person_id IN (a.id, b.id) AND p.slug = \(position)))
            ORDER BY d.score DESC, a.id, b.id
            """)
    }

    /// Brings up to date how names compare that were changed by SQL; does nothing where the file may not be written.
    ///
    /// - Returns: how many applicants' names are not up to date now.
    @discardableResult
    public func refreshNameKeys() throws -> Int {
        try DatabaseFile.named(path) {
            let keys = NameKeys(connection: connection)
            do { try keys.refresh() } catch let error as SQLiteError where error.code.primary == .readOnly {
                return try keys.outdated().count
            }
            return 0
        }
    }
}
