import RecruitSQLite

/// What taking an import back did, or would do.
public struct ImportUndoReport: Sendable, Hashable {
    /// The import.
    public internal(set) var batch: ImportBatch
    /// How many applications went.
    public internal(set) var applications = 0
    /// How many people went.
    public internal(set) var people = 0
    /// How many papers went.
    public internal(set) var papers = 0
    /// How many messages went.
    public internal(set) var messages = 0
    /// How many rows of positions, intakes, scholarships and the like are as they were.
    public internal(set) var callRows = 0
    /// What was done with them since and went along, a line each; empty unless it was forced.
    public internal(set) var lost: [String] = []
    /// What stays although the import brought it, and why, a line each.
    public internal(set) var kept: [String] = []

    /// What a command prints.
    public var lines: [String] {
        let counts = [
            (applications, "application", "applications"), (people, "person", "people"), (papers, "paper", "papers"),
            (messages, "message", "messages"), (callRows, "row of the call", "rows of the call"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
        let taken = counts.isEmpty ? "nothing" : counts.joined(separator: ", ")
        return ["taken back: \(taken)"] + lost.map { "lost: \($0)" } + kept.map { "kept: \($0)" }
    }
}

extension RecruitmentDatabase {
    /// Takes back exactly what an import added.
    ///
    /// Mail of other imports that joined an application of this one returns to the inbox; a person whom other
    /// applications, papers or mail need stays. The same files may be imported again afterwards.
    ///
    /// - Parameters:
    ///   - batch: its number, as `importListing()` shows it.
    ///   - by: who does it: a member's handle.
    ///   - isForced: whether it goes although someone has worked on it since.
    ///   - isDryRun: whether to find out what would go, and change nothing.
    /// - Returns: what went, and what stays.
    /// - Throws: `RecruitmentError` of kind `no` with every reason when someone has worked on it since, `badData` when
    ///   there is no such import or it was taken back already, `busy` while another import runs.
    @discardableResult
    public func undoImport(
        _ batch: Int64, by: String, isForced: Bool = false, isDryRun: Bool = false
    ) throws -> ImportUndoReport {
        struct OnlyTried: Error { let report: ImportUndoReport }
        return try DatabaseFile.named(path) {
            try documentStore.lock()
            defer { documentStore.unlock() }
            do {
                var hashes: [String] = []
                let report = try connection.transaction {
                    let undo = ImportUndo(
                        connection: connection, batch: try ImportBatches(connection: connection).find(batch))
                    let report = try undo.run(by: by, isForced: isForced, hashes: &hashes)
                    if isDryRun { throw OnlyTried(report: report) }
                    return report
                }
                // Only once the rows are gone for good: a file without a row is harmless, a row without its file is not.
                for sha256 in hashes { documentStore.remove(sha256) }
                return report
            } catch let tried as OnlyTried { return tried.report }
        }
    }
}

/// Takes one import back, inside a transaction.
struct ImportUndo {
    let connection: Connection
    let batch: ImportBatch

    private var id: Int64 { batch.number }

    /// Does it; `hashes` gets those of the files that no row needs any longer.
    func run(by: String, isForced: Bool, hashes: inout [String]) throws -> ImportUndoReport {
        if let undoneAt = batch.undoneAt {
            throw RecruitmentError(
                .badData, "import \(id) was taken back on \(undoneAt.description.prefix(10)) already")
        }
        var report = ImportUndoReport(batch: batch)
        let call = CallUndo(connection: connection, batch: id)
        let work = try ImportWork.all(of: id, on: connection) + (batch.kind == "call" ? call.work() : [])
        try refuse(isForced ? work.filter(\.isFinal) : work, isForced: isForced)
        report.lost = work.map(\.line)
        try connection.run(
            """
            UPDATE import_batches SET undone_at = \(Timestamp.now.description), undone_by = \(by),
              finished_at = coalesce(finished_at, \(Timestamp.now.description)) WHERE id = \(id)
            """)
        try detachOthers()
        let papers = try handedIn()
        report.papers = try connection.run("DELETE FROM documents WHERE batch_id = \(id)")
        report.messages = try connection.run("DELETE FROM messages WHERE batch_id = \(id)")
        try connection.run("DELETE FROM application_notes WHERE batch_id = \(id)")
        try connection.run("DELETE FROM field_values WHERE batch_id = \(id)")
        report.applications = try connection.run("DELETE FROM applications WHERE batch_id = \(id)")
        for paper in papers { try handInAgain(paper) }
        try deletePeople(&report)
        hashes = try deleteFiles()
        if batch.kind == "call" { report.callRows = try call.run() }
        return report
    }

    private func refuse(_ work: [ImportWork], isForced: Bool) throws {
        guard !work.isEmpty else { return }
        let shown = work.prefix(20).map { "\n  \($0.line)" }.joined()
        let rest = work.count > 20 ? "\n  and \(work.count - 20) more: recruitdb import show \(id)" : ""
        let advice = isForced ? "" : "\n--force takes it back all the same; with --dry-run it says what goes"
        throw RecruitmentError(
            .no, "import \(id) stays, since someone has worked on what it added:\(shown)\(rest)\(advice)")
    }

    /// Frees what other imports and people added from the rows that go.
    private func detachOthers() throws {
        // Joined by this import, they were nobody's before.
        try connection.run(
            """
            UPDATE messages SET application_id = NULL, applicant_id = NULL, joined_in_batch_id = NULL
            WHERE joined_in_batch_id = \(id) AND batch_id IS NOT \(id)
            """)
        try connection.run(
            """
            UPDATE messages SET application_id = NULL,
              triage = CASE WHEN direction = 'out' THEN 'sent' ELSE 'undecided' END, in_inbox = direction = 'in',
              why = CASE WHEN direction = 'out' THEN why ELSE 'import_undone' END, decided_by = NULL
            WHERE application_id IN (SELECT id FROM applications WHERE batch_id = \(id)) AND batch_id IS NOT \(id)
            """)
        try connection.run(
            """
            UPDATE documents SET application_id = NULL
            WHERE application_id IN (SELECT id FROM applications WHERE batch_id = \(id)) AND batch_id IS NOT \(id)
            """)
        try connection.run(
            """
            UPDATE documents SET message_id = NULL
            WHERE message_id IN (SELECT id FROM messages WHERE batch_id = \(id)) AND batch_id IS NOT \(id)
            """)
        try connection.run(
            """
            UPDATE messages SET suggested_applicant_id = NULL
            WHERE suggested_applicant_id IN (SELECT id FROM applicants WHERE batch_id = \(id)) AND batch_id IS NOT \(id)
            """)
    }

    /// A paper of the import, as its person handed it in.
    private struct Paper {
        let applicant: Int64
        let file: Int64
    }

    private func handedIn() throws -> [Paper] {
        try connection.all("SELECT applicant_id, file_id FROM documents WHERE batch_id = \(id)") { row in
            Paper(applicant: try row.int64(0), file: try row.int64(1))
        }
    }

    /// The same bytes may have come with later mail, which added no row since the paper was there: now it does.
    private func handInAgain(_ paper: Paper) throws {
        let later = try connection.first(
            """
            SELECT m.id, m.application_id, m.batch_id, m.received_at, m.triage = 'reference_letter',
                   t.document_type, t.media_type, t.filename
            FROM message_attachments t JOIN messages m ON m.id = t.message_id
            WHERE t.file_id = \(paper.file) AND m.applicant_id = \(paper.applicant) AND t.document_type IS NOT NULL
              AND m.triage IN ('application', 'supplement', 'reference_letter')
            ORDER BY m.received_at, m.id LIMIT 1
            """
        ) { row in
            NewPaper(
                applicant: paper.applicant, application: try row.int64OrNil(1), message: try row.int64(0),
                file: paper.file, type: try row.bool(4) ? "recommendation" : row.text(5), mediaType: try row.text(6),
                filename: try row.textOrNil(7), receivedAt: try row.timestamp(3), isConfidential: try row.bool(4),
                batch: try row.int64OrNil(2))
        }
        if let later { try Documents(connection: connection).insert(later) }
    }

    /// People whom nothing else needs go; the others stay with their names and addresses.
    private func deletePeople(_ report: inout ImportUndoReport) throws {
        for table in [
            "applicant_names", "applicant_aliases", "applicant_emails", "applicant_phones", "applicant_profiles",
        ] {
            try connection.run(
                """
                DELETE FROM \(raw: table) WHERE batch_id = \(id)
                  AND applicant_id NOT IN (SELECT id FROM applicants WHERE batch_id = \(id))
                """)
        }
        report.people = try connection.run(
            """
            DELETE FROM applicants WHERE batch_id = \(id)
              AND NOT EXISTS (SELECT 1 FROM applications WHERE applicant_id = applicants.id)
              AND NOT EXISTS (SELECT 1 FROM documents WHERE applicant_id = applicants.id)
              AND NOT EXISTS (SELECT 1 FROM messages WHERE applicant_id = applicants.id)
            """)
        report.kept = try connection.all(
            "SELECT ref FROM applicants WHERE batch_id = \(id) ORDER BY id"
        ) { row in "\(try row.text(0)): other applications, papers or mail are this person's" }
    }

    private func deleteFiles() throws -> [String] {
        let unneeded: SQL = """
            f.batch_id = \(id) AND NOT EXISTS (SELECT 1 FROM documents WHERE file_id = f.id)
              AND NOT EXISTS (SELECT 1 FROM messages WHERE file_id = f.id)
              AND NOT EXISTS (SELECT 1 FROM message_attachments WHERE file_id = f.id)
            """
        let hashes = try connection.all(
            "SELECT h.sha256 FROM files f JOIN file_hashes h ON h.file_id = f.id WHERE \(unneeded)"
        ) { row in try row.text(0) }
        // Their pages leave the full-text index by a trigger.
        _ = try connection.withTrustedSchema { try connection.run("DELETE FROM files AS f WHERE \(unneeded)") }
        return hashes
    }
}
