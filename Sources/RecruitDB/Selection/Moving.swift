import RecruitSQLite

extension RecruitmentDatabase {
    /// Moves all applications `refs` to `stage`, or none when one of them is refused.
    ///
    /// - Parameters:
    ///   - refs: such as `A-2027-0041`.
    ///   - stage: a code of `stages`.
    ///   - reason: a code of `decision_reasons`, where the stage needs one.
    ///   - by: who decides: a member's handle.
    ///   - isDryRun: whether to check only and change nothing.
    /// - Returns: each application and the stage it comes from, in the order of `refs`.
    /// - Throws: `RecruitmentError` that names the application and what is possible for it.
    @discardableResult
    public func move(
        _ refs: [String], to stage: String, reason: String? = nil, by: String, isDryRun: Bool = false
    ) throws -> [(ref: String, from: String)] {
        try DatabaseFile.named(path) {
            var moved: [(ref: String, from: String)] = []
            struct OnlyTried: Error {}
            do {
                try connection.transaction {
                    for ref in refs {
                        let move = StageMove(connection: connection, ref: ref, stage: stage, reason: reason, by: by)
                        moved.append((ref, try move.run()))
                    }
                    if isDryRun { throw OnlyTried() }
                }
            } catch is OnlyTried {}
            return moved
        }
    }
}
