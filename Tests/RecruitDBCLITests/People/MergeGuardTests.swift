import Testing

extension Lab {
    /// Four people: the second is merged into the first, and the third and the fourth are said to be two.
    fileprivate static func merged() throws -> Lab {
        let lab = try Lab()
        for name in ["Ada", "Bob", "Cai", "Dan"] {
            try lab.mail(
                letter(
                    from: "\(name) Example <\(name.lowercased())@example.org>", subject: "PhD application",
                    "I apply for the PhD position.", id: "\(name)@example.org"))
        }
        try lab.expectDone(["merge", "P-0001", "P-0002", "--by", "lwei"])
        try lab.expectDone(["duplicates", "--not", "P-0003", "P-0004", "--by", "lwei"])
        return lab
    }

    /// What the shell says to `sql` under all four settings of the pragmas; what it changed is undone.
    fileprivate func attempts(_ sql: String) throws -> [Outcome] {
        try ["OFF", "ON"].flatMap { keys in
            try ["OFF", "ON"].map { triggers in
                try shell(
                    """
                    PRAGMA foreign_keys = \(keys); PRAGMA recursive_triggers = \(triggers);
                    SAVEPOINT attempt; \(sql);
                    SELECT id, merged_into, person_id FROM applicants; ROLLBACK TO attempt;
                    """)
            }
        }
    }
}

private let forbidden = [
    // The column follows the table.
    "UPDATE applicants SET merged_into = 1 WHERE id = 3", "UPDATE applicants SET merged_into = NULL WHERE id = 2",
    "UPDATE applicants SET merged_into = 3 WHERE id = 2", "UPDATE applicants SET merged_into = 9999 WHERE id = 3",
    "UPDATE OR REPLACE applicants SET merged_into = 2 WHERE id = 1",
    "INSERT INTO applicants (ref, first_seen_at, merged_into) VALUES ('P-0009', '2026-01-01T00:00:00Z', 1)",
    // A merge is of two persons.
    "INSERT INTO merges (kept_id, merged_id) VALUES (1, 2)", "INSERT INTO merges (kept_id, merged_id) VALUES (2, 1)",
    "INSERT INTO merges (kept_id, merged_id) VALUES (3, 2)", "INSERT INTO merges (kept_id, merged_id) VALUES (2, 3)",
    "INSERT INTO merges (kept_id, merged_id) VALUES (3, 3)", "INSERT INTO merges (kept_id, merged_id) VALUES (3, 9999)",
    "INSERT INTO merges (kept_id, merged_id) VALUES (9999, 3)", "INSERT INTO merges (kept_id, merged_id) VALUES (3, 4)",
    "INSERT INTO merges (kept_id, merged_id) VALUES (4, 3)",
    "INSERT OR REPLACE INTO merges (id, kept_id, merged_id) VALUES (1, 3, 1)",
    "INSERT OR REPLACE INTO merges (kept_id, merged_id) VALUES (3, 2)",
    "INSERT INTO merges (kept_id, merged_id, undone_at, undone_by) VALUES (1, 3, '2026-01-01T00:00:00Z', 'x')",
    "INSERT INTO merges (kept_id, merged_id, merged_at) VALUES (1, 3, 'yesterday')",
    // It is undone, and neither edited nor deleted.
    "UPDATE merges SET kept_id = 3", "UPDATE merges SET merged_id = 3", "UPDATE merges SET id = 7",
    "UPDATE merges SET merged_by = 'somebody'", "UPDATE merges SET undone_at = '2026-01-01T00:00:00Z'",
    "UPDATE merges SET undone_by = 'x'", "UPDATE OR REPLACE merges SET kept_id = 3", "DELETE FROM merges",
    """
    UPDATE merges SET undone_at = '2026-01-01T00:00:00Z', undone_by = 'x'; UPDATE merges SET undone_at = NULL, undone_by = NULL
    """,
    // Who is merged is not deleted, and neither is who was said to be two kept as one.
    "DELETE FROM applicants WHERE id = 1", "DELETE FROM applicants WHERE id = 2",
    "INSERT INTO distinct_applicants (applicant_id, other_id) VALUES (1, 2)",
    "INSERT INTO distinct_applicants (applicant_id, other_id) VALUES (2, 1)",
    "INSERT INTO distinct_applicants (applicant_id, other_id) VALUES (3, 3)",
    "INSERT INTO distinct_applicants (applicant_id, other_id) VALUES (3, 9999)",
    "INSERT OR REPLACE INTO distinct_applicants (applicant_id, other_id) VALUES (3, 4)",
    "UPDATE distinct_applicants SET other_id = 2, applicant_id = 1", "UPDATE distinct_applicants SET said_by = 'x'",
    "INSERT INTO applicant_name_keys VALUES ('x', 9999)",
]

private let allowed: [(sql: String, persons: String)] = [
    ("INSERT INTO merges (kept_id, merged_id) VALUES (3, 1)", "1|3|3\n2|3|3\n3||3\n4||4\n"),
    ("INSERT INTO merges (kept_id, merged_id) VALUES (1, 4)", "1||1\n2|1|1\n3||3\n4|1|1\n"),
    ("UPDATE merges SET undone_at = '2026-12-01T00:00:00Z', undone_by = 'sql'", "1||1\n2||2\n3||3\n4||4\n"),
    (
        """
        INSERT INTO merges (kept_id, merged_id) VALUES (3, 1);
        UPDATE merges SET undone_at = '2026-12-01T00:00:00Z', undone_by = 'sql' WHERE merged_id = 1
        """, "1||1\n2|1|1\n3||3\n4||4\n"
    ),
    (
        """
        INSERT INTO merges (kept_id, merged_id) VALUES (3, 1);
        UPDATE merges SET undone_at = '2026-12-01T00:00:00Z', undone_by = 'sql' WHERE merged_id = 2
        """, "1|3|3\n2||2\n3||3\n4||4\n"
    ),
    (
        "DELETE FROM distinct_applicants; INSERT INTO merges (kept_id, merged_id) VALUES (3, 4)",
        "1||1\n2|1|1\n3||3\n4|3|3\n"
    ),
]

@Suite struct MergeGuardTests {
    @Test func `the sqlite3 shell cannot break who is who`() throws {
        let lab = try Lab.merged()
        let before = try lab.dump()
        for sql in forbidden {
            for outcome in try lab.attempts(sql) {
                #expect(outcome.status != 0, "\(sql): \(outcome.text)")
                #expect(outcome.error.contains("Error: "), "\(sql): \(outcome.error)")
            }
        }
        #expect(try lab.dump() == before)
    }

    @Test func `the sqlite3 shell merges and takes apart as the program does`() throws {
        let lab = try Lab.merged()
        for (sql, persons) in allowed {
            for outcome in try lab.attempts(sql) { #expect(outcome.text == persons, "\(sql): \(outcome.error)") }
        }
        #expect(try lab.run(["check", "--quick"]).status == 0)
    }

    @Test func `the view is there for the sqlite3 shell, in the safest settings`() throws {
        let lab = try Lab.merged()
        try lab.mail(
            letter(
                from: "Cai Example <cai@example.net>", subject: "Postdoc application",
                "I apply for the postdoc position.",
                id: "again@example.net"))
        let sql = "PRAGMA trusted_schema = OFF; SELECT person_a, person_b, why FROM duplicate_pairs"
        #expect(try lab.shell(sql, ["-readonly"]).text == "P-0003|P-0005|same name\n")
    }
}
