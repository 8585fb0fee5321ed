import RecruitSQLite

/// What was done with the rows of an import after it: the reasons why it is not simply taken back.
struct ImportWork: Sendable, Hashable {
    /// application, person, paper or message.
    let kind: String
    /// What people call it: a ref, or a message's number.
    let name: String
    /// What was done, as the rest of a sentence.
    let what: String
    /// Whether it forbids an undo however much one wishes it.
    let isFinal: Bool

    /// One line for a person.
    var line: String { "\(kind == "message" ? "message \(name)" : name) \(what)" }

    /// All of it, applications first.
    static func all(of batch: Int64, on connection: Connection) throws -> [ImportWork] {
        try connection.all(
            """
            SELECT w.kind, coalesce(a.ref, ap.ref, pa.ref, CAST(w.id AS TEXT)), w.what, w.what LIKE 'is one person with %'
            FROM (\(rows(of: batch))) w
            LEFT JOIN applications a ON w.kind = 'application' AND a.id = w.id
            LEFT JOIN applicants ap ON w.kind = 'person' AND ap.id = w.id
            LEFT JOIN documents d ON w.kind = 'paper' AND d.id = w.id LEFT JOIN applicants pa ON pa.id = d.applicant_id
            ORDER BY w.kind, w.id, w.what
            """
        ) { row in
            ImportWork(
                kind: try row.text(0), name: try row.text(1), what: try row.text(2), isFinal: try row.bool(3))
        }
    }

    /// The columns kind, id and what, for use within another statement.
    static func rows(of batch: Int64) -> SQL {
        """
        SELECT 'application' AS kind, a.id AS id,
               'was moved to ' || h.to_stage || ' on ' || date(h.at) || ' by ' || h.by_whom AS what
          FROM applications a JOIN stage_history h ON h.application_id = a.id AND h.from_stage IS NOT NULL
          WHERE a.batch_id = \(batch)
        UNION ALL SELECT 'application', a.id, 'has message ' || m.id || ' of import ' || coalesce(m.batch_id, 'none')
          FROM applications a JOIN messages m ON m.application_id = a.id
          WHERE a.batch_id = \(batch) AND m.batch_id IS NOT a.batch_id AND m.joined_in_batch_id IS NOT a.batch_id
        UNION ALL SELECT 'application', a.id, 'has a paper of ' || coalesce('import ' || d.batch_id, 'its own')
          FROM applications a JOIN documents d ON d.application_id = a.id
          WHERE a.batch_id = \(batch) AND d.batch_id IS NOT a.batch_id
        UNION ALL SELECT 'application', a.id, 'has a note by ' || n.by_whom
          FROM applications a JOIN application_notes n ON n.application_id = a.id
          WHERE a.batch_id = \(batch) AND n.batch_id IS NOT a.batch_id
        UNION ALL SELECT 'application', a.id, 'has the field ' || v.field || ' set'
          FROM applications a JOIN field_values v ON v.application_id = a.id
          WHERE a.batch_id = \(batch) AND v.batch_id IS NOT a.batch_id
        UNION ALL SELECT 'message', m.id, 'was decided by ' || m.decided_by || ' to be ' || m.triage
          FROM messages m WHERE m.batch_id = \(batch) AND m.decided_by IS NOT NULL
        UNION ALL SELECT 'person', p.id, 'was corrected on ' || date(p.edited_at)
          FROM applicants p WHERE p.batch_id = \(batch) AND p.edited_at IS NOT NULL
        UNION ALL SELECT 'person', p.id, 'is one person with ' || o.ref || ': recruitdb unmerge ' || p.ref || ' first'
          FROM applicants p JOIN applicants o ON o.id = p.merged_into WHERE p.batch_id = \(batch)
        UNION ALL SELECT 'person', p.id, 'is one person with ' || o.ref || ': recruitdb unmerge ' || o.ref || ' first'
          FROM applicants p JOIN applicants o ON o.merged_into = p.id WHERE p.batch_id = \(batch)
        """
    }
}
