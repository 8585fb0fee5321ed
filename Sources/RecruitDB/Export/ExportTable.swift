/// One table of a deidentified export: what it is made of, and from which redacted question it is filled.
struct ExportTable: Sendable {
    let name: String
    /// The columns of its CREATE TABLE.
    let columns: String
    /// A question that redaction lets pass; its columns are those of the table.
    let question: String
    /// For each column that holds a reference, by its place, what kind it is; it becomes a pseudonym.
    var pseudonyms: [Int: String] = [:]

    /// The statement that makes it. Its rows lie in the order of its key.
    var creation: String { "CREATE TABLE \(name) (\(columns)) STRICT, WITHOUT ROWID" }

    /// The statement that makes the table of notes.
    static let notes = "CREATE TABLE notes (subject TEXT PRIMARY KEY, note TEXT NOT NULL) STRICT, WITHOUT ROWID"

    /// All tables. Each is ordered by its key, a pseudonym where it is of people, so that no order tells who came first.
    static let all = [
        ExportTable(
            name: "applications",
            columns: """
                application TEXT PRIMARY KEY, applicant TEXT NOT NULL, position TEXT NOT NULL, position_type TEXT NOT NULL,
                intake TEXT, stage TEXT NOT NULL, outcome TEXT NOT NULL, received_on TEXT NOT NULL,
                stage_on TEXT NOT NULL, stage_reason TEXT, source TEXT NOT NULL
                """,
            question: """
                SELECT ref, person, position, position_type, intake, stage, outcome, substr(received_at, 1, 10),
                  substr(stage_at, 1, 10), stage_reason, source
                FROM application_facts
                """,
            pseudonyms: [0: "application", 1: "applicant"]),
        ExportTable(
            name: "stage_changes",
            columns: """
                application TEXT NOT NULL, ordinal INTEGER NOT NULL, from_stage TEXT, to_stage TEXT NOT NULL,
                changed_on TEXT NOT NULL, reason TEXT, PRIMARY KEY (application, ordinal)
                """,
            question: """
                SELECT a.ref, row_number() OVER (PARTITION BY a.id ORDER BY h.id), h.from_stage, h.to_stage,
                  substr(h.at, 1, 10), h.reason
                FROM stage_history h JOIN applications a ON a.id = h.application_id
                """,
            pseudonyms: [0: "application"]),
        ExportTable(
            name: "documents",
            columns: """
                document TEXT PRIMARY KEY, applicant TEXT NOT NULL, application TEXT, document_type TEXT NOT NULL,
                media_type TEXT NOT NULL, ten_kilobytes INTEGER NOT NULL, received_on TEXT NOT NULL,
                text_status TEXT NOT NULL
                """,
            question: """
                SELECT d.id, p.ref, a.ref, d.document_type, d.media_type, (f.byte_size + 9999) / 10000,
                  substr(d.received_at, 1, 10), f.text_status
                FROM documents d JOIN applicants o ON o.id = d.applicant_id JOIN applicants p ON p.id = o.person_id JOIN files f ON f.id = d.file_id
                LEFT JOIN applications a ON a.id = d.application_id
                """,
            pseudonyms: [0: "document", 1: "applicant", 2: "application"]),
        ExportTable(
            name: "messages",
            columns: """
                message TEXT PRIMARY KEY, application TEXT, direction TEXT NOT NULL, received_on TEXT NOT NULL,
                triage TEXT NOT NULL
                """,
            question: "SELECT message, ref, direction, substr(received_at, 1, 10), triage FROM message_facts",
            pseudonyms: [0: "message", 1: "application"]),
        ExportTable(
            name: "positions",
            columns: """
                position TEXT PRIMARY KEY, title TEXT NOT NULL, position_type TEXT NOT NULL, status TEXT NOT NULL,
                min_months INTEGER, remote_allowed INTEGER NOT NULL, date_posted_on TEXT, valid_through_on TEXT
                """,
            question: """
                SELECT slug, title, position_type, status, min_months, remote_allowed, date_posted_on, valid_through_on
                FROM positions
                """),
        ExportTable(
            name: "stages",
            columns: "stage TEXT PRIMARY KEY, label TEXT NOT NULL, ordinal INTEGER NOT NULL, outcome TEXT NOT NULL",
            question: "SELECT code, label, ordinal, outcome FROM stages"),
        ExportTable(
            name: "intakes",
            columns: "intake TEXT PRIMARY KEY, academic_year TEXT NOT NULL, starts_on TEXT NOT NULL",
            question: "SELECT code, academic_year, starts_on FROM intakes"),
    ]
}
