import RecruitSQLite

/// Whose the things are that came while two persons were one.
public struct UnmergeAnswers: Sendable {
    /// Message numbers and refs of applications that are theirs who leaves.
    public var taken: [String]
    /// Those that are theirs who stays.
    public var kept: [String]
    /// Whether all others stay where they are filed.
    public var leavesRest: Bool

    /// Answers; none by default.
    public init(taken: [String] = [], kept: [String] = [], leavesRest: Bool = false) {
        self.taken = taken
        self.kept = kept
        self.leavesRest = leavesRest
    }
}

/// What became of a person who is two again.
public struct UnmergedPerson: Sendable, Hashable {
    /// Who is a person of their own again, with those who had been merged into them before.
    public let person: String
    /// Those who went along.
    public let others: [String]
    /// The person they were thought to be.
    public let formerPerson: String
    /// The messages and applications that went to the other one of the two, as answered.
    public let moved: [String]
}

extension RecruitmentDatabase {
    /// What came since `ref` was merged, oldest first; where `question` is set, a person must say whose it is.
    ///
    /// - Throws: `RecruitmentError` when `ref` is merged into nobody.
    public func arrivals(sinceMergeOf ref: String) throws -> [Arrival] {
        try DatabaseFile.named(path) { try Arrivals(connection: connection, leaving: ref).all() }
    }

    /// Makes a merged person two again, as they were, with what came since.
    ///
    /// What came since the merge goes with the applicant under whose number it is filed. Where the address does not say
    /// whose it is, or a person filed it, `answers` must.
    ///
    /// - Parameters:
    ///   - ref: who was merged into somebody, and leaves.
    ///   - answers: whose the things are that `arrivals(sinceMergeOf:)` asks about.
    ///   - by: who says so: a member's handle.
    ///   - isDryRun: whether to look only and change nothing.
    /// - Returns: who is apart again, and what went to the other one.
    /// - Throws: `RecruitmentError` of kind `usage` that names what an answer is missing for; of kind `badData` when `ref`
    ///   is merged into nobody, or an application cannot go to a person who has the same.
    @discardableResult
    public func unmerge(
        _ ref: String, answers: UnmergeAnswers = UnmergeAnswers(), by: String = "library", isDryRun: Bool = false
    ) throws -> UnmergedPerson {
        struct OnlyTried: Error { let person: UnmergedPerson }
        return try DatabaseFile.named(path) {
            do {
                return try connection.transaction {
                    let person = try Unmerging(connection: connection, by: by).unmerge(ref, answers)
                    if isDryRun { throw OnlyTried(person: person) }
                    return person
                }
            } catch let tried as OnlyTried { return tried.person }
        }
    }
}

/// Makes two persons of one.
struct Unmerging {
    let connection: Connection
    let by: String

    func unmerge(_ ref: String, _ answers: UnmergeAnswers) throws -> UnmergedPerson {
        let arrivals = try Arrivals(connection: connection, leaving: ref)
        let all = try arrivals.all()
        try check(answers, against: all, ref)
        let open = all.filter { arrival in
            arrival.question != nil && !answers.taken.contains(arrival.item) && !answers.kept.contains(arrival.item)
        }
        let applicants = Applicants(connection: connection)
        let former = try applicants.personRef(of: arrivals.leaving.row)
        guard open.isEmpty || answers.leavesRest else {
            throw RecruitmentError(
                .usage,
                "only a person can say whose \(open.map(\.item).joined(separator: ", ")) "
                    + "\(open.count == 1 ? "is" : "are"): --take ITEM gives it to \(ref), --keep ITEM to \(former), "
                    + "--leave-rest leaves the others where they are filed")
        }
        var moved: [String] = []
        for arrival in all {
            let isTaken = answers.taken.contains(arrival.item)
            guard isTaken || answers.kept.contains(arrival.item) else { continue }
            let side = isTaken ? arrivals.leaving.rows : arrivals.staying
            guard !side.contains(arrival.row) else { continue }
            let row = arrivals.row(for: arrival, isLeaving: isTaken)
            try ArrivalMove(connection: connection, row: row, side: side).run(arrival)
            moved.append(arrival.item)
        }
        try Merges(connection: connection).undo(arrivals.merge.id, at: .now, by: by)
        let others = try connection.all(
            """
            SELECT ref FROM applicants WHERE person_id = \(arrivals.leaving.row) AND id <> \(arrivals.leaving.row) ORDER BY id
            """
        ) { row in try row.text(0) }
        return UnmergedPerson(person: ref, others: others, formerPerson: former, moved: moved)
    }

    private func check(_ answers: UnmergeAnswers, against arrivals: [Arrival], _ ref: String) throws {
        for word in answers.taken + answers.kept where !arrivals.contains(where: { $0.item == word }) {
            throw RecruitmentError(
                .usage,
                "\(SQLExcerpt.visible(word, limit: 60)) did not come since \(ref) was merged, and what was there before goes "
                    + "back by itself; recruitdb unmerge \(ref) --dry-run lists what came")
        }
        for word in answers.taken where answers.kept.contains(word) {
            throw RecruitmentError(.usage, "\(word) is taken and kept; say one of them")
        }
    }
}
