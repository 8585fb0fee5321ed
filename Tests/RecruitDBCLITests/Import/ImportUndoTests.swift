import Foundation
import Testing

extension Lab {
    /// Every row of every table that an import fills; numbers once given and the list of imports stay.
    func importedTables() throws -> [String] {
        let names = try rows(
            """
            SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'document\\_fts%' ESCAPE '\\'
              AND name NOT LIKE 'sqlite%' AND name NOT IN ('reference_numbers', 'import_batches', 'import_batch_sources', 'import_call_changes')
            """)
        return try names.flatMap { name in try rows("SELECT '\(name)', * FROM \(name)").sorted() }
            + rows("SELECT rowid, words FROM document_fts ORDER BY 1")
    }

    /// The first `count` messages of a mailbox, in a file of their own.
    fileprivate func beginning(of mailbox: URL, _ count: Int) throws -> URL {
        let text = try String(contentsOf: mailbox, encoding: .isoLatin1)
        let messages = text.components(separatedBy: "\n\nFrom ")
        let file = scratch.folder.appending(path: "beginning.mbox")
        try (messages.prefix(count).joined(separator: "\n\nFrom ") + "\n").write(
            to: file, atomically: true, encoding: .isoLatin1)
        return file
    }
}

extension String {
    /// The message in an mbox.
    fileprivate var asMbox: String { "From - Mon Oct  5 09:00:00 2026\n\(self)\n" }
}

private func withoutRefs(_ line: String) -> String { line.replacing(/P-\d+/, with: "P") }

private let first = letter(
    from: "Ada Example <ada@example.org>", subject: "PhD application", "I apply for the PhD position.",
    id: "a1@example.org", papers: [("cv.txt", "Curriculum Vitae\nAda Example")])
private let unclear = letter(
    from: "Bo Example <bo@example.org>", subject: "A question", "Is there a deadline?", id: "b1@example.org")
private let more = letter(
    from: "Ada Example <ada@example.org>", subject: "Re: PhD application", "My transcript, and my CV again.",
    date: "Wed, 7 Oct 2026 11:00:00 +0800", id: "a2@example.org", headers: ["In-Reply-To: <a1@example.org>"],
    papers: [("transcript.txt", "Transcript of records"), ("cv.txt", "Curriculum Vitae\nAda Example")])
private let another = letter(
    from: "Ada Example <ada@example.org>", subject: "Postdoc application", "I apply for the postdoc position.",
    date: "Thu, 8 Oct 2026 11:00:00 +0800", id: "a3@example.org",
    papers: [("statement.txt", "Research statement\nof Ada Example")])

@Suite struct ImportUndoTests {
    @Test(arguments: [(1, 40), (2, 80), (3, 100)])
    func `mail taken back leaves every row and file as it was, and may come again`(seed: Int, known: Int) throws {
        let lab = try Lab()
        let mailbox = try lab.mailbox("all.mbox", 140, seed: seed)
        try lab.expectDone(["import", "mail", try lab.beginning(of: mailbox, known).path])
        let before = (tables: try lab.importedTables(), files: lab.files())
        try lab.expectDone(["import", "mail", mailbox.path])
        let full = try lab.content().map(withoutRefs)
        #expect(lab.files().count > before.files.count)

        let batch = try lab.expectDone(["import", "list", "--no-header"]).text.split(separator: "\n").last?.prefix {
            $0 != ","
        }
        let dry = try lab.expectDone(["import", "undo", String(batch ?? ""), "--dry-run"]).text
        #expect(dry.hasPrefix("would be taken back: ") && dry.contains(" messages"))
        #expect(try lab.content().map(withoutRefs) == full)
        let undone = try lab.expectDone(["import", "undo", String(batch ?? "")]).text
        #expect(dry == "would be " + undone.split(separator: "\n").joined(separator: "\nwould be ") + "\n")
        let after = try lab.importedTables()
        #expect(after.difference(from: before.tables).isEmpty)
        #expect(lab.files() == before.files)
        #expect(try lab.run(["check"]).status == 0)

        try lab.expectDone(["import", "mail", mailbox.path])
        // A ref is never given twice, so that suggestions name new ones.
        let again = try lab.content().map(withoutRefs)
        #expect(again.difference(from: full).isEmpty)
    }

    @Test(arguments: [
        (["move", "A-2026-0001", "screening", "--by", "lwei"], "A-2026-0001 was moved to screening on 20"),
        (["inbox", "dismiss", "2", "--as", "enquiry", "--by", "lwei"], "message 2 was decided by lwei to be enquiry"),
        (
            ["inbox", "assign", "2", "--position", "phd", "--by", "lwei"],
            "message 2 was decided by lwei to be application"
        ),
    ])
    func `work since then is named, and goes when one insists`(work: [String], reason: String) throws {
        let lab = try Lab()
        let empty = try lab.importedTables()
        try lab.expectDone(["import", "mail", "-"], input: Data((first.asMbox + unclear.asMbox).utf8))
        try lab.expectDone(work)
        let before = try lab.dump()
        let refused = try lab.run(["import", "undo", "2"])
        #expect(refused.status == 1 && refused.error.contains(reason) && refused.error.contains("--force"))
        #expect(try lab.dump() == before)
        #expect(
            try lab.expectDone(["import", "show", "2"]).text.contains(
                reason.split(separator: " ").dropFirst(2).joined(separator: " ")))
        let dry = try lab.expectDone(["import", "undo", "2", "--force", "--dry-run"]).text
        #expect(dry.contains("would be lost: \(reason)"))
        #expect(try lab.dump() == before)
        try lab.expectDone(["import", "undo", "2", "--force"])
        #expect(try lab.importedTables() == empty)
        #expect(try lab.run(["check"]).status == 0)
    }

    @Test(arguments: [
        (
            "UPDATE applicant_names SET name = 'Ada B. Example'", "P-0001 was corrected on 20"
        ),
        (
            """
            INSERT INTO application_notes (application_id, noted_at, by_whom, note)
            VALUES (1, '2026-10-09T00:00:00Z', 'lwei', 'good')
            """, "A-2026-0001 has a note by lwei"
        ),
        (
            "INSERT INTO fields VALUES ('gre', 'GRE', 'integer'); INSERT INTO field_values VALUES (1, 'gre', 330, NULL)",
            "A-2026-0001 has the field gre set"
        ),
    ])
    func `work by SQL is work`(sql: String, reason: String) throws {
        let lab = try Lab()
        try lab.mail(first)
        _ = try lab.rows(sql)
        let refused = try lab.run(["import", "undo", "2"])
        #expect(refused.status == 1 && refused.error.contains(reason))
        try lab.expectDone(["import", "undo", "2", "--force"])
        #expect(try lab.rows("SELECT count(*) FROM applicants") == ["0"])
    }

    @Test func `mail that joined an application taken back returns to the inbox with its papers`() throws {
        let lab = try Lab()
        try lab.mail(first)
        try lab.mail(more)
        let refused = try lab.run(["import", "undo", "2"])
        #expect(refused.status == 1 && refused.error.contains("A-2026-0001 has message 2 of import 3"))
        let done = try lab.expectDone(["import", "undo", "2", "--force"]).text
        #expect(done.contains("kept: P-0001: other applications, papers or mail are this person's"))
        #expect(
            try lab.rows("SELECT message, why, ref FROM inbox JOIN message_facts USING (message, why)") == [
                "2|import_undone|"
            ])
        #expect(try lab.rows("SELECT person, ref, filename FROM document_overview") == ["P-0001||transcript.txt"])
        #expect(lab.files().count == 3)
        #expect(try lab.run(["check"]).status == 0)
        try lab.expectDone(["inbox", "assign", "2", "--position", "phd"])
        #expect(
            try lab.rows("SELECT person, ref, filename FROM document_overview ORDER BY 3") == [
                "P-0001|A-2026-0002|cv.txt", "P-0001||transcript.txt",
            ])
    }

    @Test func `a person stays whom a later application needs, and a paper that came again is theirs`() throws {
        let lab = try Lab()
        try lab.mail(first)
        try lab.mail(
            another.replacing("statement.txt", with: "cv.txt").replacing(
                "Research statement\nof Ada Example", with: "Curriculum Vitae\nAda Example"))
        #expect(try lab.rows("SELECT ref, filename FROM document_overview") == ["A-2026-0001|cv.txt"])
        let done = try lab.expectDone(["import", "undo", "2"]).text
        #expect(
            done == """
                taken back: 1 application, 1 paper, 1 message
                kept: P-0001: other applications, papers or mail are this person's

                """)
        #expect(
            try lab.rows("SELECT ref, person, email FROM application_overview") == [
                "A-2026-0002|P-0001|ada@example.org"
            ])
        #expect(try lab.rows("SELECT ref, filename FROM document_overview") == ["A-2026-0002|cv.txt"])
        #expect(try lab.run(["check"]).status == 0)
    }

    @Test func `what the lab sent before is nobody's again`() throws {
        let answer = letter(
            from: "Lin Wei <lin.wei@smartlab.example.edu>", to: "ada@example.org", subject: "Re: PhD application",
            "Thank you.", date: "Mon, 5 Oct 2026 11:00:00 +0800", id: "s1@smartlab.example.edu")
        let lab = try Lab()
        try lab.mail(answer)
        let before = try lab.importedTables()
        try lab.mail(first)
        #expect(try lab.rows("SELECT ref FROM message_overview WHERE direction = 'out'") == ["A-2026-0001"])
        try lab.expectDone(["import", "undo", "3"])
        #expect(try lab.importedTables() == before)
    }

    @Test(arguments: [
        (["undo", "7"], 65, "no import 7; recruitdb import list shows them"),
        (["show", "7"], 65, "no import 7"),
        (["undo", "x"], 64, "an import is named by its number, such as 4, not 'x'"),
        (["undo", "2"], 65, "import 2 was taken back on 20"),
    ])
    func `what cannot be undone is said`(words: [String], status: Int32, sentence: String) throws {
        let lab = try Lab()
        try lab.mail(first)
        try lab.expectDone(["import", "undo", "2"])
        let refused = try lab.run(["import"] + words)
        #expect(refused.status == status && refused.error.contains(sentence))
    }

    @Test func `a person who is one with another is taken apart first`() throws {
        let lab = try Lab()
        try lab.mail(first)
        let before = try lab.importedTables()
        try lab.mail(another.replacing("ada@example.org", with: "ada@second.example.org"))
        try lab.expectDone(["merge", "P-0001", "P-0002"])
        for flags in [[], ["--force"]] {
            let refused = try lab.run(["import", "undo", "3"] + flags)
            #expect(refused.status == 1)
            #expect(refused.error.contains("P-0002 is one person with P-0001: recruitdb unmerge P-0002 first"))
        }
        try lab.expectDone(["unmerge", "P-0002"])
        try lab.expectDone(["import", "undo", "3"])
        let after = try lab.importedTables()
        #expect(after.difference(from: before).isEmpty)
    }

    @Test func `list and show say what came in`() throws {
        let lab = try Lab()
        try lab.mail(first)
        let listed = try lab.expectDone(["import", "list", "--format", "csv"]).text.split(separator: "\n")
        #expect(listed.first == "batch,kind,source,imported_at,added,undone_at")
        #expect(listed.last?.hasPrefix("2,mail,-,20") == true && listed.last?.hasSuffix(",1,") == true)
        #expect(
            try lab.expectDone(["import", "show", "2", "--format", "csv"]).text == """
                kind,ref,what,since
                application,A-2026-0001,phd,
                person,P-0001,"Ada Example",
                paper,A-2026-0001,cv.txt,
                message,1,"application: PhD application",

                """)
    }

    @Test func `nobody deletes by SQL what no import took back`() throws {
        let lab = try Lab()
        try lab.mail(first)
        for (table, sentence) in [
            ("applications", "an application is not deleted"), ("documents", "a paper is not deleted"),
            ("messages", "a message is not deleted"), ("import_batches", "an import is not deleted"),
            ("stage_history", "append-only"),
        ] {
            let refused = try lab.shell("DELETE FROM \(table)")
            #expect(refused.status != 0 && refused.error.contains(sentence))
        }
        let revived = try lab.shell(
            "UPDATE import_batches SET undone_at = 'x', undone_by = 'y'; UPDATE import_batches SET undone_at = NULL, undone_by = NULL"
        )
        #expect(revived.error.contains("one that was undone stays undone"))
    }
}
