import RecruitSQLite

/// One application moved to another stage, with words for each way in which the schema may refuse.
struct StageMove {
    let connection: Connection
    let ref: String
    let stage: String
    let reason: String?
    let by: String

    /// Moves it and returns the stage it comes from.
    ///
    /// - Throws: `RecruitmentError` that says which stages are possible, or which reasons.
    @discardableResult
    func run() throws -> String {
        let present = try connection.first("SELECT stage FROM applications WHERE ref = \(ref)") { row in
            try row.text(0)
        }
        guard let present else {
            throw RecruitmentError(.badData, "no application \(ref); recruitdb applications lists them")
        }
        if present == stage { throw RecruitmentError(.badData, "\(ref): is in stage \(stage) already") }
        let needsReason = try connection.first(
            "SELECT needs_reason FROM stage_transitions WHERE from_stage = \(present) AND to_stage = \(stage)"
        ) { row in try row.bool(0) }
        guard let needsReason else { throw try refusal(from: present) }
        try checkReason(isNeeded: needsReason)
        if let reason {
            try connection.run(
                """
                UPDATE applications SET stage = \(stage), stage_reason = \(reason), stage_by = \(by) WHERE ref = \(ref)
                """)
        } else {
            try connection.run("UPDATE applications SET stage = \(stage), stage_by = \(by) WHERE ref = \(ref)")
        }
        return present
    }

    private func refusal(from present: String) throws -> RecruitmentError {
        let stages = try connection.all("SELECT code FROM stages ORDER BY ordinal") { row in try row.text(0) }
        guard stages.contains(stage) else {
            return RecruitmentError(.badData, "no stage \(stage); there are: \(stages.joined(separator: ", "))")
        }
        let possible = try connection.all(
            """
            SELECT t.to_stage FROM stage_transitions t JOIN stages s ON s.code = t.to_stage
            WHERE t.from_stage = \(present) ORDER BY s.ordinal
            """
        ) { row in try row.text(0) }
        return RecruitmentError(
            .badData,
            "\(ref): \(present) -> \(stage) is not allowed; from \(present) it goes to "
                + (possible.isEmpty ? "no other stage" : possible.joined(separator: ", ")))
    }

    private func checkReason(isNeeded: Bool) throws {
        let known = try connection.all(
            "SELECT code FROM decision_reasons WHERE to_stage = \(stage) ORDER BY code"
        ) { row in try row.text(0) }
        let choice = known.isEmpty ? "there are none for \(stage)" : "one of \(known.joined(separator: ", "))"
        if let reason, !known.contains(reason) {
            throw RecruitmentError(.badData, "\(ref): \(reason) is no reason for \(stage); \(choice)")
        }
        if reason == nil, isNeeded {
            throw RecruitmentError(.badData, "\(ref): \(stage) needs a reason; add --reason with \(choice)")
        }
    }
}
