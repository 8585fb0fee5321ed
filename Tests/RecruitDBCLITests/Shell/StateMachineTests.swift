import Foundation
import Testing

extension Lab {
    /// A lab with mail, papers and applications.
    fileprivate static func filled() throws -> Lab {
        let lab = try Lab()
        try lab.expectDone(["import", "mail", try lab.mailbox("in.mbox", 60, seed: 3).path])
        return lab
    }

    /// What the shell says to `sql` under all four settings of the pragmas; what it changed is undone.
    fileprivate func attempts(_ sql: String) throws -> [String] {
        try ["OFF", "ON"].flatMap { keys in
            try ["OFF", "ON"].map { triggers in
                let script = """
                    PRAGMA foreign_keys = \(keys); PRAGMA recursive_triggers = \(triggers);
                    SAVEPOINT attempt; \(sql);
                    SELECT 'changed ' || changes(); ROLLBACK TO attempt;
                    """
                let done = try shell(script)
                return done.status == 0 ? done.text : done.error
            }
        }
    }
}

private let forbidden = [
    // The state machine.
    "UPDATE applications SET stage = 'started' WHERE id = 1",
    "UPDATE applications SET stage = 'nonsense' WHERE id = 1",
    "UPDATE applications SET stage = NULL WHERE id = 1",
    "UPDATE OR REPLACE applications SET stage = NULL WHERE id = 1",
    "UPDATE OR REPLACE applications SET stage = 'started' WHERE id = 1",
    "UPDATE OR IGNORE applications SET stage = 'started' WHERE id = 1",
    "UPDATE applications SET stage = 'rejected' WHERE id = 1",
    "UPDATE applications SET stage = 'rejected', stage_reason = 'new_documents' WHERE id = 1",
    "UPDATE applications SET stage = 'rejected', stage_reason = 'nonsense' WHERE id = 1",
    "UPDATE applications SET stage_reason = 'no_fit' WHERE id = 1",
    "UPDATE applications SET stage_at = '2030-01-01T00:00:00Z' WHERE id = 1",
    "UPDATE applications SET stage_by = 'someone' WHERE id = 1",
    "UPDATE applications SET stage = 'screening', stage_at = '2001-01-01T00:00:00Z' WHERE id = 1",
    "UPDATE applications SET stage = 'screening', stage_at = '2999-01-01T00:00:00Z' WHERE id = 1",
    """
    INSERT INTO applications (ref, applicant_id, position_id, received_at, source, stage_at, stage)
    SELECT 'A-2030-0001', applicant_id, position_id + 1, received_at, source, stage_at, 'offer' FROM applications LIMIT 1
    """,
    """
    INSERT INTO applications (ref, applicant_id, position_id, received_at, source, stage_at)
    SELECT ref, applicant_id, position_id, received_at, source, stage_at FROM applications WHERE id = 1
    ON CONFLICT DO UPDATE SET stage = 'started'
    """,
    // Its history.
    "DELETE FROM stage_history",
    "UPDATE stage_history SET by_whom = 'someone'",
    "UPDATE stage_history SET rowid = 9999 WHERE id = 1",
    "REPLACE INTO stage_history SELECT * FROM stage_history WHERE id = 1",
    "INSERT INTO stage_history (application_id, from_stage, to_stage, at, by_whom) "
        + "VALUES (1, 'received', 'screening', '2027-01-01T00:00:00Z', 'someone')",
    "INSERT INTO stage_history (id, application_id, to_stage, at, by_whom) VALUES (-5, 9999, 'received', 'x', 'y')",
    "DELETE FROM stages WHERE code = 'received'",
    "REPLACE INTO stages VALUES ('other', 'other', 1, 'open', 3)",
    "UPDATE stages SET code = 'other' WHERE code = 'received'",
    // Applications, people, positions, intakes.
    "DELETE FROM applications", "DELETE FROM applicants WHERE id = 1", "DELETE FROM positions WHERE slug = 'phd'",
    "REPLACE INTO applications SELECT * FROM applications WHERE id = 1",
    "REPLACE INTO applicants (id, ref, first_seen_at) VALUES (1, 'P-7777', '2026-01-01T00:00:00Z')",
    "REPLACE INTO applicants (id, ref, first_seen_at) VALUES (7777, 'P-0001', '2026-01-01T00:00:00Z')",
    "REPLACE INTO positions (id, slug, title, position_type) VALUES (1, 'x', 'y', 'phd')",
    "UPDATE OR REPLACE positions SET slug = 'phd' WHERE slug = 'postdoc'",
    "UPDATE OR REPLACE applications SET rowid = 2 WHERE id = 1", "UPDATE applications SET _rowid_ = 9999 WHERE id = 1",
    "UPDATE OR REPLACE positions SET rowid = 2 WHERE id = 1", "UPDATE OR REPLACE applicants SET oid = 2 WHERE id = 1",
    "UPDATE applications SET applicant_id = 9999 WHERE id = 1", "UPDATE applications SET position_id = 99 WHERE id = 1",
    "UPDATE applications SET intake = '2999-fall' WHERE id = 1",
    "UPDATE applications SET ref = 'A-2027-9999' WHERE id = 1",
    "UPDATE OR REPLACE applicants SET ref = 'P-0002' WHERE ref = 'P-0001'",
    "UPDATE applicant_names SET applicant_id = 9999 WHERE applicant_id = 1",
    "UPDATE applicant_emails SET applicant_id = 9999 WHERE applicant_id = 1",
    "INSERT INTO applicant_names (applicant_id, name) VALUES (9999, 'x')",
    "INSERT INTO applicant_aliases VALUES (9999, 'x')",
    "INSERT INTO applicant_emails (applicant_id, email) VALUES (9999, 'a@example.org')",
    "INSERT INTO applicants (ref, first_seen_at) VALUES ('P-99999999999999999999', '2026-01-01T00:00:00Z')",
    "DELETE FROM intakes WHERE code = (SELECT max(intake) FROM applications)",
    "UPDATE intakes SET code = '2999-fall' WHERE code = (SELECT max(intake) FROM applications)",
    "UPDATE reference_numbers SET last = 1", "DELETE FROM reference_numbers",
    "REPLACE INTO reference_numbers VALUES ('P', 1)",
    // Papers and files.
    "DELETE FROM documents", "DELETE FROM files", "DELETE FROM file_hashes",
    "REPLACE INTO documents SELECT * FROM documents WHERE id = 1",
    "REPLACE INTO files SELECT * FROM files WHERE id = 1",
    "UPDATE OR REPLACE documents SET id = 2 WHERE id = 1", "UPDATE OR REPLACE documents SET rowid = 2 WHERE id = 1",
    "UPDATE documents SET applicant_id = 9999 WHERE id = 1", "UPDATE documents SET application_id = 9999 WHERE id = 1",
    "UPDATE OR REPLACE files SET id = 2 WHERE id = 1", "UPDATE files SET byte_size = 1 WHERE id = 1",
    "UPDATE OR REPLACE file_hashes SET file_id = 2 WHERE file_id = 1",
    "UPDATE file_hashes SET sha256 = replace(sha256, 'a', 'b') WHERE file_id = 1",
    "REPLACE INTO file_hashes SELECT 1, sha256 FROM file_hashes WHERE file_id = 2",
    "INSERT INTO file_hashes VALUES (9999, lower(hex(zeroblob(32))))",
    "REPLACE INTO document_pages (file_id, page, text) SELECT file_id, page, 'forged' FROM document_pages LIMIT 1",
    "UPDATE document_pages SET text = 'forged'",
    "INSERT INTO document_pages (file_id, page, text) VALUES (9999, 1, 'x')",
    // Mail.
    "DELETE FROM messages", "DELETE FROM message_headers", "REPLACE INTO messages SELECT * FROM messages WHERE id = 1",
    "UPDATE OR REPLACE messages SET id = 2 WHERE id = 1",
    "UPDATE OR REPLACE message_headers SET message_id = 2 WHERE message_id = 1",
    "UPDATE OR REPLACE message_headers SET identity = (SELECT identity FROM message_headers WHERE message_id = 2) "
        + "WHERE message_id = 1",
    "UPDATE messages SET triage = 'sent' WHERE direction = 'in'",
    "UPDATE messages SET direction = 'out' WHERE triage = 'application'",
    "UPDATE messages SET triage = 'application' WHERE application_id IS NULL",
    "UPDATE messages SET triage = 'nonsense'", "UPDATE messages SET received_at = 'yesterday'",
    "UPDATE messages SET application_id = 9999 WHERE id = 1", "UPDATE messages SET applicant_id = 9999 WHERE id = 1",
    "UPDATE messages SET applicant_id = applicant_id % 2 + 1 WHERE triage = 'application'",
    "INSERT INTO messages (direction, received_at, date_source, triage, why, applicant_id) "
        + "VALUES ('in', '2026-01-01T00:00:00Z', 'none', 'spam', 'x', 9999)",
]

@Suite struct StateMachineTests {
    @Test func `the sqlite3 shell breaks no rule, with foreign keys and recursive triggers off and on`() throws {
        let lab = try Lab.filled()
        let before = try lab.dump()
        for sql in forbidden {
            for said in try lab.attempts(sql) {
                #expect(!said.contains("changed") && said.contains("Error"), "\(sql)\n\(said)")
            }
        }
        #expect(try lab.dump() == before)
        let said = [
            ("UPDATE applications SET stage = 'started' WHERE id = 1", "this stage change is not allowed"),
            ("UPDATE applications SET stage = 'rejected' WHERE id = 1", "this stage change needs a stage_reason"),
            ("DELETE FROM stage_history", "stage_history is append-only: what happened is not deleted"),
            (
                "UPDATE stage_history SET to_stage = 'offer'",
                "stage_history is append-only: what happened is not edited"
            ),
            ("UPDATE OR REPLACE applications SET rowid = 2", "the id, ref and import of an application never change"),
        ]
        for (sql, words) in said {
            for answer in try lab.attempts(sql) { #expect(answer.contains(words), "\(answer)") }
        }
    }

    @Test func `every pair of stages moves exactly where stage_transitions says, and writes one line of history`()
        throws
    {
        let lab = try Lab()
        try lab.mail(
            letter(from: "Ada Example <ada@example.org>", subject: "PhD application", "I apply for the PhD position."))
        let stages = try lab.rows("SELECT code FROM stages ORDER BY ordinal")
        let allowed = Set(try lab.rows("SELECT from_stage, to_stage FROM stage_transitions"))
        var paths = ["received": ""]
        var queue = ["received"]
        let reason = "stage_reason = (SELECT min(code) FROM decision_reasons WHERE to_stage = '%')"
        func step(_ stage: String) -> String {
            "UPDATE applications SET stage = '\(stage)', \(reason.replacing("%", with: stage)); "
        }
        while !queue.isEmpty {
            let from = queue.removeFirst()
            for to in stages where allowed.contains("\(from)|\(to)") && paths[to] == nil {
                paths[to] = (paths[from] ?? "") + step(to)
                queue.append(to)
            }
        }
        #expect(paths.count == stages.count)
        for from in stages {
            // One shell for a row of the table; a refused move leaves everything as it was.
            var script = "BEGIN; \(paths[from] ?? "")"
            for to in stages where to != from {
                script += """
                    SAVEPOINT s; \(step(to))
                    SELECT '\(from)|\(to)', (SELECT count(*) FROM stage_history h WHERE from_stage IS '\(from)' AND to_stage = '\(to)'
                      AND id = (SELECT max(id) FROM stage_history)), stage = '\(to)' FROM applications; ROLLBACK TO s;
                    """
            }
            let said = try Binary.run(program: "sqlite3", [lab.database.path], input: Data((script + "ROLLBACK;").utf8))
            for to in stages where to != from {
                let pair = "\(from)|\(to)"
                let outcome =
                    said.text.contains("\(pair)|1|1") ? "moves" : said.text.contains("\(pair)|0|0") ? "stays" : "?"
                #expect(outcome == (allowed.contains(pair) ? "moves" : "stays"), "\(pair)\n\(said.error)")
            }
        }
    }

    @Test func `an admin may move, correct, close and triage by plain SQL`() throws {
        let lab = try Lab.filled()
        let allowed = [
            "UPDATE applications SET stage = 'screening', stage_by = 'lwei' WHERE id = 1",
            "UPDATE applications SET stage = 'rejected', stage_reason = 'no_fit' WHERE id = 1",
            "UPDATE positions SET status = 'closed' WHERE slug = 'phd'",
            "UPDATE applicant_names SET name = 'Ada Example' WHERE applicant_id = 1",
            "UPDATE messages SET triage = 'spam' WHERE id = (SELECT max(message) FROM inbox)",
            "UPDATE messages SET triage = 'reply', application_id = 1 WHERE id = (SELECT max(id) FROM messages WHERE triage = 'undecided')",
            "UPDATE documents SET document_type = 'certificate' WHERE id = 1",
        ]
        for sql in allowed {
            for said in try lab.attempts(sql) { #expect(said.hasPrefix("changed 1"), "\(sql)\n\(said)") }
        }
        #expect(try lab.run(["check"]).status == 0)
        let joined = try lab.shell(
            """
            BEGIN; UPDATE messages SET triage = 'reply', application_id = 1
              WHERE id = (SELECT max(id) FROM messages WHERE triage = 'undecided');
            SELECT count(*) FROM messages WHERE applicant_id IS NULL AND application_id IS NOT NULL; ROLLBACK
            """)
        #expect(joined.text == "0\n", "the applicant follows the application")
    }
}
