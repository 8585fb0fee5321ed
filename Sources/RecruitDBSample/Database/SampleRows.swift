import RecruitDB
import RecruitSQLite

/// Writes one application after the other: the person, the mail that applied, the papers, the stages since.
struct SampleRows {
    private let connection: Connection
    private let seed: UInt64
    private let positions: [String: Int64]
    private let applicant: Statement
    private let name: Statement
    private let email: Statement
    private let application: Statement
    private let message: Statement
    private let header: Statement
    private let text: Statement
    private let document: Statement
    private let filename: Statement
    private let move: Statement
    private var numbers: [String: Int] = [:]

    init(_ connection: Connection, seed: UInt64) throws {
        self.connection = connection
        self.seed = seed
        positions = Dictionary(
            try connection.all("SELECT slug, id FROM positions") { row in (try row.text(0), try row.int64(1)) }
        ) { first, _ in first }
        applicant = try connection.prepare("INSERT INTO applicants (id, ref, first_seen_at) VALUES (?, ?, ?)")
        name = try connection.prepare(
            """
            INSERT INTO applicant_names (applicant_id, name, given_name, family_name, native_name) VALUES (?, ?, ?, ?, ?)
            """)
        email = try connection.prepare(
            "INSERT INTO applicant_emails (applicant_id, email, is_primary) VALUES (?, ?, 1)")
        application = try connection.prepare(
            """
            INSERT INTO applications (id, ref, applicant_id, position_id, intake, received_at, source, stage_at, stage_by)
            VALUES (?, ?, ?, ?, ?, ?, 'email', ?, 'sample')
            """)
        message = try connection.prepare(
            """
            INSERT INTO messages (id, direction, received_at, date_source, triage, why, applicant_id, application_id)
            VALUES (?, 'in', ?, 'header', 'application', 'rule', ?, ?)
            """)
        header = try connection.prepare(
            """
            INSERT INTO message_headers (message_id, identity, header_message_id, sender, sender_name, recipients, subject)
            VALUES (?, ?, ?, ?, ?, 'jhc@ust.hk', ?)
            """)
        text = try connection.prepare("INSERT INTO message_texts (message_id, text) VALUES (?, ?)")
        document = try connection.prepare(
            """
            INSERT INTO documents (applicant_id, application_id, message_id, file_id, document_type, media_type, received_at)
            VALUES (?, ?, ?, ?, ?, 'application/pdf', ?)
            """)
        filename = try connection.prepare("INSERT INTO document_names (document_id, filename) VALUES (?, ?)")
        move = try connection.prepare(
            "UPDATE applications SET stage = ?2, stage_at = ?3, stage_reason = ?4, stage_by = 'sample' WHERE id = ?1")
    }

    /// Adds application `index`, the person before it too where it is the person's first.
    mutating func add(_ index: Int, at: Timestamp, papers: [SamplePaper]) throws {
        var random = RandomSource(seed: seed, topic: 20, number: index)
        let id = Int64(index + 1)
        let person = Person(number: index, seed: seed)
        let position = Position.drawn(&random)
        let when = at.description
        try applicant.run(id, "P-\(padded(index + 1))", when)
        try name.run(
            id, person.displayName ?? person.signature, person.givenName, person.familyName, person.nativeName)
        try NameKeys(connection: connection).insert(
            [
                person.displayName ?? person.signature, "\(person.givenName) \(person.familyName)", person.nativeName,
            ], of: id)
        try email.run(id, person.address)
        let intake = "\(min(at.year + 1, 2027))-\(random.chance(perMille: 750) ? "fall" : "spring")"
        let series = "A-\(at.year)"
        numbers[series, default: 0] += 1
        let ref = "\(series)-\(padded(numbers[series] ?? 0))"
        try application.run(
            id, ref, id, positions[position.slug] ?? 0, random.chance(perMille: 900) ? intake : nil, when, when)
        try message.run(id, when, id, id)
        let subject = "\(position.englishName) application - \(person.signature)"
        try header.run(
            id, identity(id), "sample.\(index)@\(person.institution.domain)", person.address, person.displayName,
            subject)
        try text.run(id, "Dear Professor, I apply for the position of \(position.englishName).")
        for paper in random.pick(
            random.within(0, 2), of: papers.isEmpty ? [] : [random.pick(papers), random.pick(papers)])
        {
            try handIn(paper, of: id, person, when)
        }
        for step in StageWalk.steps(from: at, &random) {
            try move.run(id, step.stage, step.at.description, step.reason)
        }
    }

    private func handIn(_ paper: SamplePaper, of id: Int64, _ person: Person, _ when: String) throws {
        do { try document.run(id, id, id, paper.file, paper.type, when) } catch let error as SQLiteError {
            // The same paper was drawn twice.
            guard error.code.primary == .constraint else { throw error }
            return
        }
        try filename.run(connection.lastInsertedRowID, "\(paper.type)_\(person.fileName).pdf")
    }

    private func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    private func identity(_ id: Int64) -> String {
        let digits = String(id, radix: 16)
        return String(repeating: "0", count: max(0, 64 - digits.utf8.count)) + digits
    }
}
