import RecruitSQLite

/// The table `documents`: papers, whose bytes lie in the document store.
///
/// `Document.applicant` names the person: who the applicant turned out to be, where two were merged. Either number finds
/// all papers of the person.
public struct Documents {
    let connection: Connection
    var store: DocumentStore?

    /// The papers, oldest first; of one applicant (`P-0041`) or one application (`A-2027-0041`) where these are given.
    public func all(applicant: String? = nil, application: String? = nil) throws -> [Document] {
        try connection.all(
            """
            SELECT person, ref, document_type, coalesce(filename, ''), media_type, byte_size, sha256, received_at,
                   text_status
            FROM document_overview
            WHERE (\(applicant) IS NULL OR person = (
                SELECT p.ref FROM applicants o JOIN applicants p ON p.id = o.person_id WHERE o.ref = \(applicant))) AND (\(application) IS NULL OR ref = \(application))
            ORDER BY received_at, person, filename, sha256
            """
        ) { row in try decode(row) }
    }

    /// The papers with this SHA-256: one for each applicant who handed it in.
    public func find(sha256: String) throws -> [Document] {
        try connection.all(
            """
            SELECT person, ref, document_type, coalesce(filename, ''), media_type, byte_size, sha256, received_at,
                   text_status
            FROM document_overview WHERE sha256 = \(sha256) ORDER BY person
            """
        ) { row in try decode(row) }
    }

    /// Adds a paper with these bytes to what its applicant handed in; the bytes are safe before the row says so.
    ///
    /// - Parameters:
    ///   - bytes: the paper.
    ///   - document: whose it is, what it is and what it is called; its size, hash and text status are found anew.
    /// - Returns: the paper as it is now; the one that is there where this applicant has handed in these bytes before.
    /// - Throws: `RecruitmentError` when there is no such applicant or application, or the bytes cannot be written.
    @discardableResult
    public func add(_ bytes: [UInt8], as document: Document) throws -> Document {
        guard let store else { throw RecruitmentError(.internalError, "there is no folder of documents") }
        try store.lock()
        defer { store.unlock() }
        let sha256 = SHA256.hex(of: bytes)
        try connection.transaction {
            let applicant = try Applicants(connection: connection).id(of: document.applicant)
            let application = try document.application.map { ref in
                try Applications(connection: connection).id(of: ref)
            }
            let file = try Files(connection: connection, store: store).id(of: bytes, sha256: sha256, isPaper: true)
            try insert(
                NewPaper(
                    applicant: applicant, application: application, message: nil, file: file, type: document.type,
                    mediaType: document.mediaType, filename: document.filename, receivedAt: document.receivedAt))
            try store.sync()
        }
        let applicants = Applicants(connection: connection)
        let person = try applicants.personRef(of: applicants.id(of: document.applicant))
        let found = try find(sha256: sha256).first { $0.applicant == person }
        return found ?? document
    }

    /// Writes the type of `document` to the paper with its hash and applicant.
    ///
    /// - Throws: `RecruitmentError` when there is no such paper.
    public func update(_ document: Document) throws {
        let changed = try connection.run(
            """
            UPDATE documents SET document_type = \(document.type)
            WHERE applicant_id IN (SELECT id FROM applicants WHERE person_id =
                (SELECT person_id FROM applicants WHERE ref = \(document.applicant)))
              AND file_id = (SELECT file_id FROM file_hashes WHERE sha256 = \(document.sha256))
            """)
        guard changed > 0 else {
            throw RecruitmentError(.badData, "\(document.applicant): has handed in no paper \(document.sha256)")
        }
    }

    /// Inserts a row unless this applicant has handed in these bytes before.
    ///
    /// - Returns: whether a row was added.
    @discardableResult
    func insert(_ paper: NewPaper) throws -> Bool {
        let isKnown = try connection.first(
            "SELECT 1 FROM documents WHERE applicant_id = \(paper.applicant) AND file_id = \(paper.file)"
        ) { row in try row.bool(0) }
        if isKnown != nil { return false }
        try connection.run(
            """
            INSERT INTO documents (applicant_id, application_id, message_id, file_id, document_type, media_type,
                                   received_at, confidential, batch_id)
            VALUES (\(paper.applicant), \(paper.application), \(paper.message), \(paper.file), \(paper.type),
                    \(MediaTypeName.kept(paper.mediaType)), \(paper.receivedAt.description), \(paper.isConfidential), \(paper.batch))
            """)
        if let filename = paper.filename {
            let id = connection.lastInsertedRowID
            try connection.run("INSERT INTO document_names (document_id, filename) VALUES (\(id), \(filename))")
        }
        return true
    }

    private func decode(_ row: borrowing Row) throws -> Document {
        let status = try row.text(8)
        return Document(
            applicant: try row.text(0), application: try row.textOrNil(1), type: try row.text(2),
            filename: try row.text(3), mediaType: try row.text(4), byteSize: try row.int(5), sha256: try row.text(6),
            receivedAt: try row.timestamp(7), textStatus: Document.TextStatus(rawValue: status) ?? .none)
    }
}

/// A paper about to become a row of `documents`.
struct NewPaper {
    var applicant: Int64
    var application: Int64?
    var message: Int64?
    var file: Int64
    var type: String
    var mediaType: String
    var filename: String?
    var receivedAt: Timestamp
    var isConfidential = false
    /// The import that it comes with.
    var batch: Int64?
}
