import RecruitSQLite

/// A part of what is known of an application or a person.
public struct RecordSection {
    /// What it lists, in one or two words.
    public let title: String
    /// Its rows.
    public let listing: Listing
}

extension RecruitmentDatabase {
    /// All that is known of the application (`A-2027-0041`) or the person (`P-0041`): facts, papers, history, mail.
    ///
    /// A person under several numbers is shown whole, whichever is asked for, with a part `merged` that says who was who.
    ///
    /// - Throws: `RecruitmentError` when there is neither.
    public func record(of ref: String) throws -> [RecordSection] {
        if let application = try applications.find(ref) { return try record(of: application) }
        if let applicant = try applicants.find(ref) { return try record(ofPerson: applicant.mergedInto ?? ref) }
        throw RecruitmentError(
            .badData,
            "no application and no person is called \(SQLExcerpt.visible(ref, limit: 60)); "
                + "refs look like A-2027-0041 and P-0041, and recruitdb applications lists them")
    }

    private func record(of application: Application) throws -> [RecordSection] {
        let ref = application.ref
        return [
            RecordSection(
                title: "application", listing: try listing("SELECT * FROM application_overview WHERE ref = \(ref)")),
            try papers(of: application.applicant),
            RecordSection(
                title: "missing", listing: try listing("SELECT document_type FROM missing_documents WHERE ref = \(ref)")
            ),
            RecordSection(
                title: "history",
                listing: try listing(
                    """
                    SELECT h.at, h.from_stage, h.to_stage, h.by_whom, h.reason
                    FROM stage_history h JOIN applications a ON a.id = h.application_id WHERE a.ref = \(ref)
                    ORDER BY h.id
                    """)),
            try mail(of: application.applicant),
        ]
    }

    private func record(ofPerson ref: String) throws -> [RecordSection] {
        [
            RecordSection(
                title: "person",
                listing: try listing(
                    """
                    SELECT p.ref AS person, n.name, n.given_name, n.family_name, n.native_name,
                           (SELECT group_concat(email, ', ') FROM
                             (SELECT e.email FROM applicants o JOIN applicant_emails e ON e.applicant_id = o.id
                              WHERE o.person_id = p.id GROUP BY e.email
                              ORDER BY min(o.merged_into IS NOT NULL), max(e.is_primary) DESC, e.email)) AS emails,
                           (SELECT min(first_seen_at) FROM applicants o WHERE o.person_id = p.id) AS first_seen_at
                    FROM applicants p LEFT JOIN applicant_names n ON n.applicant_id = p.id WHERE p.ref = \(ref)
                    """)),
            try merged(into: ref),
            RecordSection(
                title: "applications",
                listing: try listing(
                    """
                    SELECT ref, position, intake, stage, received_at, stage_at, stage_reason
                    FROM application_facts WHERE person = \(ref) ORDER BY received_at, ref
                    """)),
            try papers(of: ref),
            try mail(of: ref),
        ].compactMap { $0 }
    }

    /// Who else the person is, where there is anybody.
    private func merged(into person: String) throws -> RecordSection? {
        let others = try connection.first(
            "SELECT 1 FROM applicants WHERE person_id = (SELECT id FROM applicants WHERE ref = \(person)) AND ref <> \(person)"
        ) { row in try row.bool(0) }
        guard others != nil else { return nil }
        return RecordSection(
            title: "merged",
            listing: try listing(
                """
                SELECT o.ref AS also, n.name, k.ref AS into_person, date(m.merged_at) AS merged_on, m.merged_by
                FROM applicants p JOIN applicants o ON o.person_id = p.id AND o.id <> p.id
                JOIN merges m ON m.merged_id = o.id AND m.undone_at IS NULL
                JOIN applicants k ON k.id = m.kept_id
                LEFT JOIN applicant_names n ON n.applicant_id = o.id
                WHERE p.ref = \(person) ORDER BY m.id
                """))
    }

    private func papers(of person: String) throws -> RecordSection {
        RecordSection(
            title: "papers",
            listing: try listing(
                """
                SELECT d.document_type, n.filename, f.byte_size, f.text_status, d.received_at, a.ref,
                       CASE d.confidential WHEN 1 THEN 'yes' END AS confidential
                FROM documents d
                JOIN applicants o ON o.id = d.applicant_id
                JOIN applicants p ON p.id = o.person_id
                JOIN files f ON f.id = d.file_id
                LEFT JOIN document_names n ON n.document_id = d.id
                LEFT JOIN applications a ON a.id = d.application_id
                WHERE p.ref = \(person) ORDER BY d.received_at, d.id
                """))
    }

    private func mail(of person: String) throws -> RecordSection {
        RecordSection(
            title: "mail",
            listing: try listing(
                """
                SELECT m.id AS message, m.received_at, m.triage, h.sender, h.subject, a.ref
                FROM messages m
                JOIN applicants o ON o.id = m.applicant_id
                JOIN applicants p ON p.id = o.person_id
                JOIN message_headers h ON h.message_id = m.id
                LEFT JOIN applications a ON a.id = m.application_id
                WHERE p.ref = \(person) ORDER BY m.received_at, m.id
                """))
    }
}
