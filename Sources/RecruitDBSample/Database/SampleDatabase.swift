import RecruitDB
import RecruitSQLite

/// A database of a lab that has recruited for ten years.
///
/// The first applicants hand in papers of their own; later ones hand in copies of these, so that a million applications
/// fit on a disk and `check` still finds the bytes of every paper.
struct SampleDatabase {
    private let options: DatabaseOptions
    /// How many applicants have papers of their own.
    private static let ownPapers = 200
    private static let rowsAtOnce = 20_000

    init(_ options: DatabaseOptions) { self.options = options }

    /// Makes it.
    func write() throws {
        let database = try RecruitmentDatabase.create(at: options.output)
        try SamplePositions.add(to: database)
        let connection = try Connection(path: options.output, access: .readWrite)
        defer { connection.close() }
        try connection.execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")
        try SamplePositions.addIntakes(connection)
        var calendar = SampleCalendar(applications: options.applications)
        var rows = try SampleRows(connection, seed: options.seed)
        var written = 0
        var papers: [SamplePaper] = []
        while written < options.applications {
            let end = min(written + Self.rowsAtOnce, options.applications)
            try connection.transaction {
                while written < end {
                    try rows.add(written, at: calendar.next(), papers: papers)
                    written += 1
                }
            }
            if papers.isEmpty { papers = try handIn(to: database, connection, applicants: written) }
        }
        try connection.execute("ANALYZE")
        _ = try database.extractText()
    }

    /// Hands in papers of the first applicants and returns what later ones may hand in again.
    private func handIn(
        to database: RecruitmentDatabase, _ connection: Connection, applicants: Int
    ) throws -> [SamplePaper] {
        let refs = try connection.all(
            """
            SELECT p.ref, min(a.ref), min(a.received_at) FROM applicants p JOIN applications a ON a.applicant_id = p.id
            GROUP BY p.id ORDER BY p.id LIMIT \(Self.ownPapers)
            """
        ) { row in (person: try row.text(0), application: try row.text(1), at: try row.text(2)) }
        for (number, ref) in refs.enumerated() {
            let person = Person(number: number, seed: options.seed)
            for type in [DocumentType.curriculumVitae, .transcript] {
                let paper = Paper(
                    type: type, format: .pdf, filename: "\(type.rawValue)_\(person.fileName).pdf", position: .phd,
                    chinese: person.writesChinese, stream: number &* 16)
                try database.documents.add(
                    paper.bytes(of: person, seed: options.seed),
                    as: Document(
                        applicant: ref.person, application: ref.application, type: type.rawValue,
                        filename: paper.filename, mediaType: "application/pdf",
                        receivedAt: Timestamp(ref.at) ?? Timestamp(secondsSince1970: 0)))
            }
        }
        return try connection.all(
            "SELECT file_id, document_type FROM documents GROUP BY file_id ORDER BY file_id"
        ) { row in SamplePaper(file: try row.int64(0), type: try row.text(1)) }
    }
}

/// A paper that may be handed in again.
struct SamplePaper {
    let file: Int64
    let type: String
}
