import RecruitSQLite

/// People and applications made of what mail or the inbox says.
struct Enrolment {
    let connection: Connection
    /// Who does it.
    let by: String
    /// The import that brings them.
    let batch: Int64?

    /// A new person with this name and address.
    func enrol(_ applicant: MailApplicant, at: Timestamp) throws -> Int64 {
        try Applicants(connection: connection, batch: batch).insert(
            Applicant(name: applicant.name, emails: [applicant.address], firstSeenAt: at)
        ).id
    }

    /// Keeps `name` as one under which the applicant's mail comes, unless it is known of the person under another number:
    /// it would stay behind when the two are taken apart.
    func remember(_ name: String?, of applicant: Int64) throws {
        guard let name, name.utf8.contains(where: { $0 > UInt8(ascii: " ") }) else { return }
        let isOfAnother = try connection.first(
            """
            SELECT 1 FROM applicants p JOIN applicants o ON o.person_id = p.person_id AND o.id <> p.id
            WHERE p.id = \(applicant)
              AND (EXISTS (SELECT 1 FROM applicant_names n WHERE n.applicant_id = o.id AND n.name = \(name))
                   OR EXISTS (SELECT 1 FROM applicant_aliases a WHERE a.applicant_id = o.id AND a.name = \(name)))
            """
        ) { row in try row.bool(0) }
        guard isOfAnother == nil else { return }
        var isNew =
            try connection.run(
                """
                INSERT INTO applicant_names (applicant_id, name, batch_id) VALUES (\(applicant), \(name), \(batch))
                ON CONFLICT DO NOTHING
                """) > 0
        isNew =
            try connection.run(
                """
                INSERT INTO applicant_aliases (applicant_id, name, batch_id) VALUES (\(applicant), \(name), \(batch))
                ON CONFLICT DO NOTHING
                """) > 0 || isNew
        if isNew { try NameKeys(connection: connection).update(of: applicant) }
    }

    /// A new application of the person.
    func apply(
        _ person: Int64, position: String, intake: String?, at: Timestamp, source: Application.Source
    ) throws -> Int64 {
        try Applications(connection: connection, batch: batch).insert(
            Application(applicant: "", position: position, intake: intake, receivedAt: at, source: source),
            applicant: person, position: try Positions(connection: connection).id(of: position), by: by
        ).id
    }

    /// Files the papers among `attachments` as the person's; returns how many were new.
    func handIn(
        _ attachments: [NewAttachment], applicant: Int64, application: Int64?, message: Int64, at: Timestamp,
        isConfidential: Bool = false
    ) throws -> Int {
        var added = 0
        for attachment in attachments {
            guard let type = attachment.documentType else { continue }
            let isNew = try Documents(connection: connection).insert(
                NewPaper(
                    applicant: applicant, application: application, message: message, file: attachment.file,
                    type: isConfidential ? "recommendation" : type, mediaType: attachment.mediaType,
                    filename: attachment.filename, receivedAt: at, isConfidential: isConfidential,
                    batch: batch))
            if isNew { added += 1 }
        }
        return added
    }
}
