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
    /// - Throws: `RecruitmentError` when there is neither.
    public func record(of ref: String) throws -> [RecordSection] {
        if let application = try applications.find(ref) { return try record(of: application) }
        if try applicants.find(ref) != nil { return try record(ofPerson: ref) }
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
                           (SELECT group_concat(email, ', ') FROM applicant_emails e WHERE e.applicant_id = p.id) AS emails,
                           p.first_seen_at
                    FROM applicants p LEFT JOIN applicant_names n ON n.applicant_id = p.id WHERE p.ref = \(ref)
                    """)),
            RecordSection(
                title: "applications",
                listing: try listing(
                    """
                    SELECT ref, position, intake, stage, received_at, stage_at, stage_reason
                    FROM application_facts WHERE person = \(ref) ORDER BY received_at, ref
                    """)),
            try papers(of: ref),
            try mail(of: ref),
        ]
    }

    private func papers(of person: String) throws -> RecordSection {
        RecordSection(
            title: "papers",
            listing: try listing(
                """
                SELECT d.document_type, n.filename, f.byte_size, f.text_status, d.received_at, a.ref,
                       CASE d.confidential WHEN 1 THEN 'yes' END AS confidential
                FROM documents d
                JOIN applicants p ON p.id = d.applicant_id
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
                JOIN applicants p ON p.id = m.applicant_id
                JOIN message_headers h ON h.message_id = m.id
                LEFT JOIN applications a ON a.id = m.application_id
                WHERE p.ref = \(person) ORDER BY m.received_at, m.id
                """))
    }
}
