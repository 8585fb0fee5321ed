import RecruitSQLite

extension RecruitmentDatabase {
    /// The applications, newest last: ref, position, intake, stage, person, name, email, received_at, missing.
    ///
    /// - Throws: `RecruitmentError` when there is no such position or stage.
    public func applicationListing(position: String? = nil, stage: String? = nil) throws -> Listing {
        if let position { _ = try positions.id(of: position) }
        if let stage { try requireStage(stage) }
        return try listing(
            """
            SELECT a.ref, a.position, a.intake, a.stage, a.person, a.name, a.email, a.received_at,
                   (SELECT group_concat(m.document_type, ', ') FROM missing_documents m WHERE m.ref = a.ref) AS missing
            FROM application_overview a
            WHERE (\(position) IS NULL OR a.position = \(position)) AND (\(stage) IS NULL OR a.stage = \(stage))
            ORDER BY a.received_at, a.ref
            """)
    }

    private func requireStage(_ stage: String) throws {
        let stages = try connection.all("SELECT code FROM stages ORDER BY ordinal") { row in try row.text(0) }
        guard stages.contains(stage) else {
            throw RecruitmentError(.badData, "no stage \(stage); there are: \(stages.joined(separator: ", "))")
        }
    }
}
