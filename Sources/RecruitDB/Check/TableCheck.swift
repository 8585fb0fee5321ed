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
        // https://www.sqlite.org/pragma.html#pragma_integrity_check
        for line in try connection.all("PRAGMA integrity_check(20)", { row in try row.text(0) }) where line != "ok" {
            findings.append(
                Finding(.error, path, line, advice: Self.adviceForDamage(path)))
        }
        // https://www.sqlite.org/pragma.html#pragma_foreign_key_check
        try connection.forEach("PRAGMA foreign_key_check") { row in
            guard findings.count < 1000 else { return }
            let rowID = try row.int64OrNil(1).map(String.init) ?? "?"
            findings.append(
                Finding(
                    .error, "\(try row.text(0)) row \(rowID)",
                    "refers to a row of \(try row.text(2)) that is not there",
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
