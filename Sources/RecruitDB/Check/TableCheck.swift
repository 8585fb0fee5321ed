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
        return try findings + mergeFindings()
    }

    /// Whether people are who merges say they are, and names can be compared.
    private func mergeFindings() throws -> [Finding] {
        var findings: [Finding] = []
        try connection.forEach(
            """
            WITH RECURSIVE roots (id, root) AS (
              SELECT id, id FROM applicants
              WHERE id NOT IN (SELECT merged_id FROM merges WHERE undone_at IS NULL)
                AND (merged_into IS NOT NULL OR id IN (SELECT kept_id FROM merges WHERE undone_at IS NULL))
              UNION SELECT m.merged_id, roots.root FROM roots JOIN merges m ON m.kept_id = roots.id AND m.undone_at IS NULL)
            SELECT a.ref, coalesce(p.ref, 'nobody'), coalesce(r.ref, 'itself')
            FROM applicants a LEFT JOIN applicants p ON p.id = a.merged_into
            LEFT JOIN roots ON roots.id = a.id LEFT JOIN applicants r ON r.id = roots.root AND r.id <> a.id
            WHERE (a.merged_into IS NOT NULL OR a.id IN (SELECT merged_id FROM merges WHERE undone_at IS NULL))
              AND a.merged_into IS NOT r.id
            LIMIT 100
            """
        ) { row in
            findings.append(
                Finding(
                    .error, try row.text(0),
                    "is merged into \(try row.text(1)), but by the table merges into \(try row.text(2))",
                    advice: "a trigger was missing when it was changed; recruitdb unmerge and merge set it right"))
        }
        return findings
    }
}
