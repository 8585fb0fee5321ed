import RecruitSQLite

extension RecruitmentDatabase {
    /// What an import added and is still there: kind, ref, what, since.
    ///
    /// kind is application, person, paper, message, name, address, telephone, profile, note, field or call; ref the
    /// number that people quote; since what was done with it after the import, NULL for nothing. In the order of the kinds,
    /// then of the refs.
    ///
    /// - Throws: `RecruitmentError` when there is no such import.
    public func importContent(of batch: Int64) throws -> Listing {
        _ = try DatabaseFile.named(path) { try ImportBatches(connection: connection).find(batch) }
        return try listing(
            """
            WITH work (kind, id, what) AS (\(ImportWork.rows(of: batch))),
            since (kind, id, what) AS (SELECT kind, id, group_concat(what, '; ') FROM work GROUP BY kind, id)
            SELECT kind, ref, what, since FROM (
              SELECT 1 AS place, 'application' AS kind, a.ref, p.slug || coalesce(', ' || a.intake, '') AS what, s.what AS since
                FROM applications a JOIN positions p ON p.id = a.position_id
                LEFT JOIN since s ON s.kind = 'application' AND s.id = a.id WHERE a.batch_id = \(batch)
              UNION ALL SELECT 2, 'person', ap.ref, n.name, s.what
                FROM applicants ap LEFT JOIN applicant_names n ON n.applicant_id = ap.id
                LEFT JOIN since s ON s.kind = 'person' AND s.id = ap.id WHERE ap.batch_id = \(batch)
              UNION ALL SELECT 3, 'paper', coalesce(a.ref, ap.ref), coalesce(n.filename, d.document_type), s.what
                FROM documents d JOIN applicants ap ON ap.id = d.applicant_id
                LEFT JOIN document_names n ON n.document_id = d.id LEFT JOIN applications a ON a.id = d.application_id
                LEFT JOIN since s ON s.kind = 'paper' AND s.id = d.id WHERE d.batch_id = \(batch)
              UNION ALL SELECT 4, 'message', CAST(m.id AS TEXT), m.triage || ': ' || h.subject, s.what
                FROM messages m JOIN message_headers h ON h.message_id = m.id
                LEFT JOIN since s ON s.kind = 'message' AND s.id = m.id WHERE m.batch_id = \(batch)
              UNION ALL SELECT 5, 'name', ap.ref, t.name, NULL FROM applicant_names t
                JOIN applicants ap ON ap.id = t.applicant_id WHERE t.batch_id = \(batch) AND ap.batch_id IS NOT t.batch_id
              UNION ALL SELECT 5, 'name', ap.ref, t.name, NULL FROM applicant_aliases t
                JOIN applicants ap ON ap.id = t.applicant_id WHERE t.batch_id = \(batch) AND ap.batch_id IS NOT t.batch_id
              UNION ALL SELECT 6, 'address', ap.ref, t.email, NULL FROM applicant_emails t
                JOIN applicants ap ON ap.id = t.applicant_id WHERE t.batch_id = \(batch) AND ap.batch_id IS NOT t.batch_id
              UNION ALL SELECT 7, 'telephone', ap.ref, t.phone, NULL FROM applicant_phones t
                JOIN applicants ap ON ap.id = t.applicant_id WHERE t.batch_id = \(batch)
              UNION ALL SELECT 8, 'profile', ap.ref, t.network || ' ' || t.username, NULL FROM applicant_profiles t
                JOIN applicants ap ON ap.id = t.applicant_id WHERE t.batch_id = \(batch)
              UNION ALL SELECT 9, 'note', a.ref, t.note, NULL FROM application_notes t
                JOIN applications a ON a.id = t.application_id WHERE t.batch_id = \(batch)
              UNION ALL SELECT 10, 'field', a.ref, t.field || ': ' || t.value, NULL FROM field_values t
                JOIN applications a ON a.id = t.application_id WHERE t.batch_id = \(batch)
              UNION ALL SELECT 11, 'call', t.table_name || ' ' || t.row_key,
                t.change || CASE t.change WHEN 'changed' THEN ': ' || group_concat(t.column_name, ', ') ELSE '' END, NULL
                FROM import_call_changes t WHERE t.batch_id = \(batch) GROUP BY t.table_name, t.row_key, t.change)
            ORDER BY place, length(ref), ref, what
            """)
    }
}
