import RecruitSQLite

/// What came together when two persons became one.
public struct MergedPerson: Sendable, Hashable {
    /// Who stays: `P-0041`.
    public let person: String
    /// Who turned out to be that person, with those who had been merged into them before.
    public let merged: [String]
    /// The applications that are now the person's too.
    public let applications: [String]
    /// How many papers they bring.
    public let papers: Int
    /// How many messages they bring.
    public let messages: Int
    /// Positions for which both have applications that are open: somebody must decide which one goes on.
    public let openTwice: [String]
}

extension RecruitmentDatabase {
    /// Makes two persons one: `merged` turned out to be `kept`.
    ///
    /// No row moves: both histories, papers and mails stay where they are filed and are shown as one person's, until
    /// `unmerge(_:)` takes the two apart again. Where one was merged before, the whole person is meant.
    ///
    /// - Parameters:
    ///   - merged: the ref of who turned out to be somebody else.
    ///   - kept: the ref of the person, who stays.
    ///   - by: who says so: a member's handle.
    ///   - isCertain: whether they are merged although somebody said that they are two, which is then forgotten.
    ///   - isDryRun: whether to look only and change nothing.
    /// - Returns: what came together.
    /// - Throws: `RecruitmentError` when there is no such applicant, they are one person already, or somebody said that
    ///   they are two.
    @discardableResult
    public func merge(
        _ merged: String, into kept: String, by: String = "library", isCertain: Bool = false, isDryRun: Bool = false
    ) throws -> MergedPerson {
        struct OnlyTried: Error { let person: MergedPerson }
        return try DatabaseFile.named(path) {
            do {
                return try connection.transaction {
                    let person = try Merging(connection: connection, by: by).merge(
                        merged, into: kept, isCertain: isCertain)
                    if isDryRun { throw OnlyTried(person: person) }
                    return person
                }
            } catch let tried as OnlyTried { return tried.person }
        }
    }

    /// Records that two applicants are two persons: `duplicatePairListing` no longer asks.
    ///
    /// - Throws: `RecruitmentError` when there is no such applicant, or they are one person; saying it again changes nothing.
    public func distinguish(_ ref: String, from other: String, by: String = "library", isDryRun: Bool = false) throws {
        try DatabaseFile.named(path) {
            try connection.transaction {
                let (first, second) = try Merging(connection: connection, by: by).twoPersons(ref, other)
                let (merges, applicants) = (Merges(connection: connection), Applicants(connection: connection))
                guard try merges.distinction(first, second) == nil, !isDryRun else { return }
                try merges.distinguish(applicants.id(of: ref), applicants.id(of: other), at: .now, by: by)
            }
        }
    }
}

/// Makes one person of two.
struct Merging {
    let connection: Connection
    let by: String

    private var merges: Merges { Merges(connection: connection) }
    private var applicants: Applicants { Applicants(connection: connection) }

    func merge(_ merged: String, into kept: String, isCertain: Bool) throws -> MergedPerson {
        let (keptPerson, mergedPerson) = try twoPersons(kept, merged)
        if let said = try merges.distinction(keptPerson, mergedPerson) {
            guard isCertain else {
                throw RecruitmentError(
                    .badData,
                    "\(said.by) said on \(said.at.description.prefix(10)) that \(kept) and \(merged) are two; "
                        + "if they are one after all, add --certain")
            }
            try merges.forgetDistinction(keptPerson, mergedPerson)
        }
        let result = try outcome(kept: keptPerson, merged: mergedPerson)
        try merges.add(kept: keptPerson, merged: mergedPerson, at: .now, by: by)
        return result
    }

    /// The roots of two persons.
    func twoPersons(_ ref: String, _ other: String) throws -> (Int64, Int64) {
        let first = try merges.person(of: applicants.id(of: ref))
        let second = try merges.person(of: applicants.id(of: other))
        guard first != second else {
            let person = try applicants.personRef(of: first)
            throw RecruitmentError(
                .badData,
                ref == other
                    ? "\(ref) is named twice; name two people"
                    : "\(ref) and \(other) are one person already: \(person); recruitdb unmerge takes them apart")
        }
        return (first, second)
    }

    private func outcome(kept: Int64, merged: Int64) throws -> MergedPerson {
        MergedPerson(
            person: try applicants.personRef(of: kept),
            merged: try connection.all(
                "SELECT ref FROM applicants WHERE person_id = \(merged) ORDER BY id <> \(merged), id"
            ) { row in try row.text(0) },
            applications: try connection.all(
                """
                SELECT a.ref FROM applicants p JOIN applications a ON a.applicant_id = p.id
                WHERE p.person_id = \(merged) ORDER BY a.received_at, a.id
                """
            ) { row in try row.text(0) },
            papers: try connection.value(
                Int.self,
                "SELECT count(*) FROM applicants p JOIN documents d ON d.applicant_id = p.id WHERE p.person_id = \(merged)"
            ),
            messages: try connection.value(
                Int.self,
                "SELECT count(*) FROM applicants p JOIN messages m ON m.applicant_id = p.id WHERE p.person_id = \(merged)"
            ),
            openTwice: try openPositions(of: kept).intersection(openPositions(of: merged)).sorted())
    }

    private func openPositions(of person: Int64) throws -> Set<String> {
        Set(
            try connection.all(
                """
                SELECT o.slug
                FROM applicants p JOIN applications a ON a.applicant_id = p.id JOIN positions o ON o.id = a.position_id
                JOIN stages s ON s.code = a.stage WHERE p.person_id = \(person) AND s.outcome = 'open'
                """
            ) { row in try row.text(0) })
    }
}
