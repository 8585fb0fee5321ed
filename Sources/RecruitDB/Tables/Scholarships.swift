import RecruitSQLite

/// The tables `scholarships` and `scholarship_components`.
public struct Scholarships {
    let connection: Connection

    /// All scholarships with their rates, by code.
    public func all() throws -> [Scholarship] {
        try connection.all("SELECT code, name, funder, needs_nomination FROM scholarships ORDER BY code") { row in
            try decode(row)
        }
    }

    /// The scholarship with this code, with its rates by academic year; nil when there is none.
    public func find(_ code: String) throws -> Scholarship? {
        try connection.first(
            "SELECT code, name, funder, needs_nomination FROM scholarships WHERE code = \(code)"
        ) { row in try decode(row) }
    }

    /// Adds `scholarship` with its rates.
    ///
    /// - Throws: `SQLiteError` of code `constraint` when its code is taken or a rate stands twice.
    public func add(_ scholarship: Scholarship) throws {
        try connection.savepoint {
            try connection.run(
                """
                INSERT INTO scholarships (code, name, funder, needs_nomination) VALUES
                  (\(scholarship.code), \(scholarship.name), \(scholarship.funder), \(scholarship.needsNomination))
                """)
            try insertComponents(of: scholarship)
        }
    }

    /// Writes every field of `scholarship` to the row with its code; its rates are replaced.
    ///
    /// - Throws: `RecruitmentError` when there is no such scholarship.
    public func update(_ scholarship: Scholarship) throws {
        try connection.savepoint {
            let changed = try connection.run(
                """
                UPDATE scholarships SET name = \(scholarship.name), funder = \(scholarship.funder),
                  needs_nomination = \(scholarship.needsNomination)
                WHERE code = \(scholarship.code)
                """)
            guard changed == 1 else { throw RecruitmentError(.badData, "no scholarship \(scholarship.code)") }
            try connection.run("DELETE FROM scholarship_components WHERE scholarship = \(scholarship.code)")
            try insertComponents(of: scholarship)
        }
    }

    private func insertComponents(of scholarship: Scholarship) throws {
        for rate in scholarship.components {
            try connection.run(
                """
                INSERT INTO scholarship_components (scholarship, academic_year, code, amount_minor, currency, per,
                  from_month, to_month, conditional, approximate, source_note)
                VALUES (\(scholarship.code), \(rate.academicYear), \(rate.code.rawValue), \(rate.amount.minor),
                  \(rate.amount.currency), \(rate.per.rawValue), \(rate.fromMonth), \(rate.toMonth), \(rate.conditional),
                  \(rate.approximate), \(rate.sourceNote))
                """)
        }
    }

    private func decode(_ row: borrowing Row) throws -> Scholarship {
        let code = try row.text(0)
        return Scholarship(
            code: code, name: try row.text(1), funder: try row.text(2), needsNomination: try row.bool(3),
            components: try connection.all(
                """
                SELECT academic_year, code, amount_minor, currency, per, from_month, to_month, conditional, approximate,
                       source_note
                FROM scholarship_components WHERE scholarship = \(code) ORDER BY academic_year, code, from_month
                """
            ) { rate in try component(rate) })
    }

    private func component(_ row: borrowing Row) throws -> ScholarshipComponent {
        guard let code = ScholarshipComponent.Code(rawValue: try row.text(1)),
            let per = ScholarshipComponent.Period(rawValue: try row.text(4))
        else { throw RecruitmentError(.badData, "scholarship_components: an unknown code or period") }
        return ScholarshipComponent(
            academicYear: try row.text(0), code: code,
            amount: Money(minor: try row.int64(2), currency: try row.text(3)), per: per, fromMonth: try row.int(5),
            toMonth: try row.intOrNil(6), conditional: try row.bool(7), approximate: try row.bool(8),
            sourceNote: try row.textOrNil(9))
    }
}
