import RecruitSQLite

/// The table `applications` with `stage_history`.
///
/// `Application.applicant` names the person: who the applicant turned out to be, where two were merged.
public struct Applications {
    let connection: Connection
    /// The import that new rows come with.
    var batch: Int64?

    /// The applications, oldest first; of one position and in one stage where these are given.
    public func all(position: String? = nil, stage: String? = nil) throws -> [Application] {
        try connection.all(
            """
            \(raw: Self.select)
            WHERE (\(position) IS NULL OR p.slug = \(position)) AND (\(stage) IS NULL OR a.stage = \(stage))
            ORDER BY a.received_at, a.id
            """
        ) { row in try decode(row) }
    }

    /// The application with this ref (`A-2027-0041`); nil when there is none.
    public func find(_ ref: String) throws -> Application? {
        try connection.first("\(raw: Self.select) WHERE a.ref = \(ref)") { row in try decode(row) }
    }

    /// Adds `application`, in stage received, and returns it with its ref.
    ///
    /// It is filed under the number that it names, and goes along when two persons are taken apart again.
    ///
    /// - Throws: `RecruitmentError` when the applicant or position is not there, `SQLiteError` of code `constraint`
    ///   when the applicant has applied for this position and intake already.
    public func add(_ application: Application, by: String = "library") throws -> Application {
        var added = application
        try connection.savepoint {
            let applicant = try Applicants(connection: connection).id(of: application.applicant)
            let position = try Positions(connection: connection).id(of: application.position)
            added.ref = try insert(added, applicant: applicant, position: position, by: by).ref
        }
        return added
    }

    /// Moves the application to `stage`; the schema checks it and writes the history.
    ///
    /// - Throws: `RecruitmentError` that says which stages are possible, or which reasons.
    public func move(_ ref: String, to stage: String, reason: String? = nil, by: String) throws {
        try StageMove(connection: connection, ref: ref, stage: stage, reason: reason, by: by).run()
    }

    /// The stages that the application went through, in their order.
    public func history(of ref: String) throws -> [StageChange] {
        try connection.all(
            """
            SELECT h.from_stage, h.to_stage, h.at, h.by_whom, h.reason
            FROM stage_history h JOIN applications a ON a.id = h.application_id WHERE a.ref = \(ref) ORDER BY h.id
            """
        ) { row in
            StageChange(
                from: try row.textOrNil(0), to: try row.text(1), at: try row.timestamp(2), by: try row.text(3),
                reason: try row.textOrNil(4))
        }
    }

    /// The row id of the application with this ref.
    ///
    /// - Throws: `RecruitmentError` when there is none.
    func id(of ref: String) throws -> Int64 {
        let found = try connection.first("SELECT id FROM applications WHERE ref = \(ref)") { row in try row.int64(0) }
        guard let found else {
            throw RecruitmentError(.badData, "no application \(ref); recruitdb applications lists them")
        }
        return found
    }

    /// Writes the intake of `application` to the row with its ref. A stage is changed by `move`.
    ///
    /// - Throws: `RecruitmentError` when there is no such application, `SQLiteError` of code `constraint` when the
    ///   applicant has applied for that intake already.
    public func update(_ application: Application) throws {
        let id = try id(of: application.ref)
        try connection.run("UPDATE applications SET intake = \(application.intake) WHERE id = \(id)")
    }

    /// Inserts a row for `application` and returns its id and ref.
    func insert(
        _ application: Application, applicant: Int64, position: Int64, by: String
    ) throws -> (id: Int64, ref: String) {
        let series = "A-\(Day.padded(application.receivedAt.year, to: 4))"
        let ref =
            application.ref.isEmpty ? try ReferenceNumbers(connection: connection).next(series) : application.ref
        let at = application.receivedAt.description
        // A mail may claim to be from tomorrow; the stage begins no later than now, so that the next one can follow.
        let stageAt = min(application.receivedAt, Timestamp.now).description
        try connection.run(
            """
            INSERT INTO applications (ref, applicant_id, position_id, intake, received_at, source, stage_at, stage_by, batch_id,
                                      filed_after_merge)
            VALUES (\(ref), \(applicant), \(position), \(application.intake), \(at), \(application.source.rawValue),
                    \(stageAt), \(by), \(batch), (SELECT max(id) FROM merges))
            """)
        return (connection.lastInsertedRowID, ref)
    }

    private static let select = """
        SELECT a.ref, ap.ref, p.slug, a.intake, a.received_at, a.source, a.stage, a.stage_at, a.stage_reason
        FROM applications a JOIN applicants o ON o.id = a.applicant_id JOIN applicants ap ON ap.id = o.person_id
        JOIN positions p ON p.id = a.position_id
        """

    private func decode(_ row: borrowing Row) throws -> Application {
        let source = try row.text(5)
        return Application(
            ref: try row.text(0), applicant: try row.text(1), position: try row.text(2), intake: try row.textOrNil(3),
            receivedAt: try row.timestamp(4), source: Application.Source(rawValue: source) ?? .manual,
            stage: try row.text(6), stageAt: try row.timestamp(7), stageReason: try row.textOrNil(8))
    }
}
