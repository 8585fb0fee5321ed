import RecruitSQLite

/// Whether the file is whole and its rows refer to rows that are there.
struct TableCheck {
    let connection: Connection
    let path: String

    static func adviceForDamage(_ path: String) -> String {
        "restore a copy, or save what is left: sqlite3 \(path) .recover"
    }

    func findings() throws -> [Finding] {
        var findings: [Finding] = []
        for line in try connection.integrityCheck(limit: 20) {
            findings.append(
                Finding(.error, path, line, advice: Self.adviceForDamage(path)))
        }
        for violation in try connection.foreignKeyCheck(limit: 1000) {
            let rowID = violation.rowID.map(String.init) ?? "?"
            findings.append(
                Finding(
                    .error, "\(violation.table) row \(rowID)",
                    "refers to a row of \(violation.parent) that is not there",
                    advice: "turn foreign keys on before changing rows by hand: PRAGMA foreign_keys = ON"))
        }
        try connection.forEach(
            """
            SELECT a.ref, a.stage, (SELECT to_stage FROM stage_history WHERE application_id = a.id ORDER BY id DESC LIMIT 1)
            FROM applications a
            WHERE a.stage IS NOT (SELECT to_stage FROM stage_history WHERE application_id = a.id ORDER BY id DESC LIMIT 1)
            LIMIT 100
            """
        ) { row in
            findings.append(
                Finding(
                    .error, try row.text(0),
                    "stands in \(try row.text(1)), but its history ends in \(try row.textOrNil(2) ?? "nothing")",
                    advice: "a trigger was missing when it was moved; move it again"))
        }
        return findings
    }
}
