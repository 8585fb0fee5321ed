import RecruitSQLite

/// Gives what came since a merge to the other one of the two, with the papers it brought.
struct ArrivalMove {
    let connection: Connection
    /// The row it goes to.
    let row: Int64
    /// The rows of the person that this row will be a part of.
    let side: Set<Int64>

    /// Moves it.
    ///
    /// - Throws: `RecruitmentError` where the person has that application already.
    func run(_ arrival: Arrival) throws {
        switch arrival.thing {
        case .application(let id): try move(application: id, ref: arrival.item)
        case .message(let id): try move(message: id)
        }
        try moveAddress(arrival)
    }

    /// The application with all its mail and papers.
    private func move(application id: Int64, ref: String) throws {
        let same = try connection.first(
            """
            SELECT o.ref, p.ref
            FROM applications a
            JOIN applications o ON o.applicant_id = \(row) AND o.position_id = a.position_id AND o.intake IS a.intake
            JOIN applicants p ON p.id = o.applicant_id WHERE a.id = \(id)
            """
        ) { row in (application: try row.text(0), applicant: try row.text(1)) }
        if let same {
            throw RecruitmentError(
                .badData,
                "\(ref) cannot go to \(same.applicant), who has applied for this position and intake already, as "
                    + "\(same.application); leave it, or correct its intake first")
        }
        try connection.run("UPDATE applications SET applicant_id = \(row) WHERE id = \(id)")
        try connection.run("UPDATE messages SET applicant_id = \(row) WHERE application_id = \(id)")
        try connection.run(
            """
            UPDATE documents SET applicant_id = \(row) WHERE application_id = \(id)
              AND file_id NOT IN (SELECT file_id FROM documents WHERE applicant_id = \(row))
            """)
        // The same paper of both: each keeps their own.
        try connection.run(
            "UPDATE documents SET application_id = NULL WHERE application_id = \(id) AND applicant_id <> \(row)")
    }

    /// The message to an application of that person; without one it waits in the inbox.
    private func move(message id: Int64) throws {
        let place = try application(for: id)
        let owner = place?.applicant ?? row
        if let place {
            try connection.run(
                "UPDATE messages SET application_id = \(place.id), applicant_id = \(owner) WHERE id = \(id)")
        } else {
            try connection.run(
                """
                UPDATE messages SET application_id = NULL, applicant_id = NULL, triage = 'undecided', in_inbox = 1,
                  why = \(InboxReason.unmerged.rawValue), decided_by = NULL, suggested_applicant_id = \(row),
                  suggested_position =
                    (SELECT o.slug FROM applications a JOIN positions o ON o.id = a.position_id WHERE a.id = application_id)
                WHERE id = \(id) AND direction = 'in'
                """)
            try connection.run(
                """
                UPDATE messages SET application_id = NULL, applicant_id = NULL WHERE id = \(id) AND direction = 'out'
                """)
        }
        try connection.run(
            """
            UPDATE documents SET applicant_id = \(owner), application_id = \(place?.id) WHERE message_id = \(id)
              AND applicant_id <> \(owner)
              AND file_id NOT IN (SELECT file_id FROM documents WHERE applicant_id = \(owner))
            """)
    }

    /// The person's application for the same position, else their only one.
    private func application(for message: Int64) throws -> (id: Int64, applicant: Int64)? {
        let position = try connection.value(
            Int64?.self,
            """
            SELECT (SELECT a.position_id FROM messages m JOIN applications a ON a.id = m.application_id WHERE m.id = \(message))
            """)
        let rows = try connection.all(
            """
            SELECT a.id, a.applicant_id, a.position_id IS \(position)
            FROM applications a JOIN stages s ON s.code = a.stage
            WHERE a.applicant_id IN (SELECT value FROM json_each(\(JSONList.of(side))))
            ORDER BY a.position_id IS \(position) DESC, s.outcome = 'open' DESC, a.received_at DESC, a.id DESC
            """
        ) { row in (id: try row.int64(0), applicant: try row.int64(1), isSame: try row.bool(2)) }
        guard let first = rows.first, first.isSame || rows.count == 1 else { return nil }
        return (first.id, first.applicant)
    }

    /// The address goes along where it is known from this mail alone.
    private func moveAddress(_ arrival: Arrival) throws {
        guard AddressKind(arrival.address) == .person else { return }
        let learnt = try connection.first(
            """
            SELECT e.applicant_id, e.batch_id
            FROM applicant_emails e
            WHERE e.applicant_id = \(arrival.row) AND e.email = \(arrival.address) AND e.is_primary = 0
              AND e.batch_id IS \(arrival.batch)
              AND NOT EXISTS (
                SELECT 1 FROM messages m JOIN message_headers h ON h.message_id = m.id
                WHERE m.applicant_id = e.applicant_id AND coalesce(h.original_sender, h.sender) = e.email)
            """
        ) { row in (try row.int64(0), try row.int64OrNil(1)) }
        guard let learnt else { return }
        try connection.run(
            "DELETE FROM applicant_emails WHERE applicant_id = \(learnt.0) AND email = \(arrival.address)")
        try connection.run(
            """
            INSERT INTO applicant_emails (applicant_id, email, batch_id) VALUES (\(row), \(arrival.address), \(learnt.1))
            ON CONFLICT DO NOTHING
            """)
    }
}

/// Row ids as `json_each` reads them.
enum JSONList {
    static func of(_ ids: some Sequence<Int64>) -> String {
        "[" + ids.map(String.init).joined(separator: ",") + "]"
    }
}
