import Foundation
import Testing

private func application(_ name: String, _ address: String, _ position: String, _ id: String) -> String {
    letter(
        from: "\(name) <\(address)>", subject: "\(position) application", "I apply for the \(position) position.",
        id: id, papers: [("cv.txt", "Curriculum Vitae\n\(name)\n\(id)")])
}

private func reply(_ name: String, _ address: String, to id: String, _ new: String, papers: Bool = false) -> String {
    letter(
        from: "\(name) <\(address)>", subject: "Re: my application", "More about me.",
        date: "Tue, 6 Oct 2026 11:00:00 +0800", id: new, headers: ["In-Reply-To: <\(id)>"],
        papers: papers ? [("transcript.txt", "Transcript of records \(new)")] : [])
}

extension Lab {
    /// Ada under two addresses: a PhD application and one as a postdoc.
    fileprivate static func twice() throws -> Lab {
        let lab = try Lab()
        try lab.mail(application("Ada Example", "ada@example.org", "PhD", "a1@example.org"))
        try lab.mail(application("Ada Example", "ada@example.net", "postdoc", "b1@example.net"))
        return lab
    }

    /// All tables but those of merges and imports.
    fileprivate func rest() throws -> [Substring] {
        try dump().split(separator: "\n").filter { !$0.contains("\"merges\"") && !$0.contains("INTO merges") }
    }

    /// Every message: application, applicant, person, as far as it has them.
    fileprivate func filed() throws -> [String] {
        try rows(
            """
            SELECT m.id, coalesce(a.ref, '-'), coalesce(o.ref, '-'), coalesce(p.ref, '-'), m.triage
            FROM messages m LEFT JOIN applications a ON a.id = m.application_id
            LEFT JOIN applicants o ON o.id = m.applicant_id LEFT JOIN applicants p ON p.id = o.person_id ORDER BY m.id
            """)
    }
}

@Suite struct MergeCommandTests {
    @Test func `duplicates lists a pair with the commands, and one of them merges it`() throws {
        let lab = try Lab.twice()
        let listed = try lab.expectDone(["duplicates", "--least", "0.2", "--format", "line"]).text
        #expect(
            listed == """
                   person_a = P-0001
                     name_a = Ada Example
                   person_b = P-0002
                     name_b = Ada Example
                        why = same name
                      score = 0.25
                      merge = recruitdb merge P-0001 P-0002
                distinguish = recruitdb duplicates --not P-0001 P-0002

                """)
        #expect(try lab.expectDone(["duplicates", "--no-header"]).text == "")
        #expect(try lab.expectDone(["duplicates", "--least", "0", "--position", "intern", "--no-header"]).text == "")
        #expect(try lab.run(["duplicates", "--position", "nonsense"]).status == 65)
        #expect(try lab.run(["duplicates", "--least", "2"]).status == 64)
        #expect(try lab.run(["duplicates", "P-0001"]).status == 64)

        let before = try lab.dump()
        #expect(
            try lab.expectDone(["merge", "P-0001", "P-0002", "--dry-run"]).text
                == "P-0002 would be P-0001, with A-2026-0002, 1 papers and 1 messages\n")
        #expect(
            try lab.expectDone(["duplicates", "--not", "P-0001", "P-0002", "--dry-run"]).text
                == "P-0001 and P-0002 would be kept as two people, and not listed again\n")
        #expect(try lab.dump() == before)
        #expect(
            try lab.expectDone(["merge", "P-0001", "P-0002", "--by", "lwei"]).text
                == "P-0002 is now P-0001, with A-2026-0002, 1 papers and 1 messages\n")
        #expect(try lab.rows("SELECT merged_by, undone_at IS NULL FROM merges") == ["lwei|1"])
        #expect(try lab.expectDone(["duplicates", "--least", "0", "--no-header"]).text == "")
        let again = try lab.run(["merge", "P-0002", "P-0001"])
        #expect(again.status == 65)
        #expect(
            again.error
                == "recruitdb: P-0002 and P-0001 are one person already: P-0001; recruitdb unmerge takes them apart\n")
    }

    @Test func `merge shows one person everywhere, and unmerge brings everything back`() throws {
        let lab = try Lab.twice()
        let before = try lab.rest()
        try lab.expectDone(["merge", "P-0001", "P-0002"])
        #expect(
            try lab.rows("SELECT DISTINCT person, name, email FROM application_overview") == [
                "P-0001|Ada Example|ada@example.org"
            ])
        #expect(try lab.rows("SELECT DISTINCT person FROM document_overview") == ["P-0001"])
        for ref in ["P-0001", "P-0002", "A-2026-0002"] {
            let shown = try lab.expectDone(["show", ref, "--format", "csv"])
            for part in ["ada@example.org", "ada@example.net", "A-2026-0001", "A-2026-0002", "cv.txt"] {
                #expect(shown.text.contains(part) || ref.hasPrefix("A"), "\(ref): \(part)")
            }
            #expect(shown.text.components(separatedBy: "cv.txt").count == 3, "\(ref)")
        }
        let shown = try lab.expectDone(["show", "P-0002", "--format", "csv"])
        #expect(shown.error == "recruitdb: P-0002 is P-0001 now\n")
        #expect(
            shown.text.contains("\nmerged\nalso,name,into_person,merged_on,merged_by\nP-0002,\"Ada Example\",P-0001,2"))
        #expect(
            try lab.expectDone(["query", "several-applications", "--no-header"]).text.hasPrefix("P-0001,2,2,"))
        #expect(
            try lab.expectDone(["query", "people", "-p", "text=example.net", "--no-header"]).text.hasPrefix("P-0001,"))
        #expect(
            try lab.expectDone(["unmerge", "P-0002", "--by", "lwei"]).text == "P-0002 is apart from P-0001 again\n")
        #expect(try lab.rest() == before)
        #expect(try lab.rows("SELECT undone_by FROM merges") == ["lwei"])
        let again = try lab.run(["unmerge", "P-0002"])
        #expect(again.status == 65 && again.error == "recruitdb: P-0002 is merged into nobody\n")
    }

    @Test func `mail that comes meanwhile is filed by its address and thread, and goes along`() throws {
        let lab = try Lab.twice()
        try lab.expectDone(["merge", "P-0001", "P-0002"])
        // Each thread from its own address, and a new application from the merged one's.
        try lab.mail(reply("Ada Example", "ada@example.net", to: "b1@example.net", "b2@example.net", papers: true))
        try lab.mail(reply("Ada Example", "ada@example.org", to: "a1@example.org", "a2@example.org"))
        try lab.mail(application("Ada Example", "ada@example.net", "intern", "b3@example.net"))
        // The same position again is a question, whichever address it comes from.
        try lab.mail(application("Ada Example", "ada@example.net", "PhD", "b4@example.net"))
        #expect(
            try lab.filed() == [
                "1|A-2026-0001|P-0001|P-0001|application", "2|A-2026-0002|P-0002|P-0001|application",
                "3|A-2026-0002|P-0002|P-0001|supplement", "4|A-2026-0001|P-0001|P-0001|reply",
                "5|A-2026-0003|P-0002|P-0001|application", "6|-|-|-|undecided",
            ])
        #expect(try lab.rows("SELECT why FROM inbox") == ["applied_before"])
        try lab.expectDone(["unmerge", "P-0002"])
        #expect(
            try lab.rows("SELECT ref, person FROM application_overview ORDER BY 1") == [
                "A-2026-0001|P-0001", "A-2026-0002|P-0002", "A-2026-0003|P-0002",
            ])
        #expect(
            try lab.rows("SELECT person, count(*) FROM document_overview GROUP BY 1") == ["P-0001|1", "P-0002|3"])
        #expect(try lab.run(["check", "--quick"]).status == 0)
    }

    @Test func `a thread of the one answered from the address of the other is one person's, and asked about`() throws {
        let lab = try Lab.twice()
        try lab.expectDone(["merge", "P-0001", "P-0002"])
        try lab.mail(reply("Ada Example", "ada@example.net", to: "a1@example.org", "b2@example.net", papers: true))
        #expect(try lab.filed().last == "3|A-2026-0001|P-0001|P-0001|supplement")
        let before = try lab.dump()
        let refused = try lab.run(["unmerge", "P-0002"])
        #expect(refused.status == 64)
        #expect(
            refused.text == """
                item,received_at,filed_under,address,subject,why
                3,2026-10-06T03:00:00Z,P-0001,ada@example.net,"Re: my application","the address is the other one's"

                """)
        #expect(
            refused.error
                == "recruitdb: only a person can say whose 3 is: --take ITEM gives it to P-0002, --keep ITEM to P-0001, "
                + "--leave-rest leaves the others where they are filed\n")
        #expect(try lab.expectDone(["unmerge", "P-0002", "--dry-run"]).text == refused.text)
        #expect(try lab.dump() == before)
        #expect(
            try lab.expectDone(["unmerge", "P-0002", "--take", "3"]).text
                == "P-0002 is apart from P-0001 again\n3 went to the other one\n")
        #expect(try lab.filed().last == "3|A-2026-0002|P-0002|P-0002|supplement")
        #expect(
            try lab.rows("SELECT person, ref, filename FROM document_overview ORDER BY received_at, ref").last
                == "P-0002|A-2026-0002|transcript.txt")
        #expect(try lab.run(["check", "--quick"]).status == 0)
    }

    @Test func `what a person filed is asked about, and --take, --keep and --leave-rest answer`() throws {
        let lab = try Lab.twice()
        try lab.expectDone(["merge", "P-0001", "P-0002"])
        try lab.mail(letter(from: "A E <ae@example.com>", subject: "Hello", "Files.", id: "h1@example.com"))
        try lab.mail(letter(from: "A E <ae@example.com>", subject: "Again", "Files.", id: "h2@example.com"))
        #expect(
            try lab.expectDone(["inbox", "assign", "3", "--position", "visiting-scholar", "--applicant", "P-0002"]).text
                == "message 3 is now application of P-0001, A-2026-0003, with 0 new papers\n")
        #expect(
            try lab.expectDone(["inbox", "assign", "4", "--position", "phd", "--applicant", "P-0002"]).text
                == "message 4 is now reply of P-0001, A-2026-0001, with 0 new papers\n")
        #expect(
            try lab.filed().suffix(2) == [
                "3|A-2026-0003|P-0002|P-0001|application", "4|A-2026-0001|P-0001|P-0001|reply",
            ])
        #expect(try lab.rows("SELECT applicant_id FROM applicant_emails WHERE email = 'ae@example.com'") == ["2"])
        #expect(
            try lab.run(["unmerge", "P-0002", "--format", "csv", "--no-header"]).text.split(separator: "\n")
                .map { $0.prefix(4) + ($0.split(separator: ",").last ?? "") }.count == 2)
        for wrong in [["--take", "1"], ["--take", "99"], ["--keep", "A-2026-0001"], ["--take", "4", "--keep", "4"]] {
            #expect(try lab.run(["unmerge", "P-0002", "--leave-rest"] + wrong).status == 64, "\(wrong)")
        }
        try lab.expectDone(["unmerge", "P-0002", "--keep", "A-2026-0003", "--leave-rest"])
        #expect(
            try lab.filed().suffix(2) == [
                "3|A-2026-0003|P-0001|P-0001|application", "4|A-2026-0001|P-0001|P-0001|reply",
            ])
        #expect(try lab.run(["check", "--quick"]).status == 0)
    }

    @Test func `what a person files to the person goes under the number whose address it is`() throws {
        let lab = try Lab.twice()
        try lab.expectDone(["merge", "P-0001", "P-0002"])
        try lab.mail(letter(from: "Ada Example <ada@example.net>", subject: "Hello", "Files.", id: "h1@example.net"))
        try lab.mail(letter(from: "Ada Example <ada@example.net>", subject: "Letter", "Files.", id: "h2@example.net"))
        try lab.expectDone(["inbox", "assign", "3", "--position", "intern", "--applicant", "P-0001"])
        try lab.expectDone(["inbox", "assign", "4", "--applicant", "P-0002", "--as", "reference_letter"])
        #expect(try lab.filed()[2] == "3|A-2026-0003|P-0002|P-0001|application")
        #expect(try lab.filed()[3].hasSuffix("|P-0001|reference_letter"))
        #expect(try lab.run(["check", "--quick"]).status == 0)
    }

    @Test func `an application of an address that stands with both is asked about, and goes whole`() throws {
        let lab = try Lab()
        try lab.mail(application("Ada Example", "home@example.org", "PhD", "a1@example.org"))
        try lab.mail(application("Eve Example", "home@example.org", "PhD", "e1@example.org"))
        try lab.expectDone(["inbox", "assign", "2", "--position", "phd"])
        try lab.expectDone(["merge", "P-0001", "P-0002"])
        try lab.mail(application("Example", "home@example.org", "postdoc", "x1@example.org"))
        try lab.expectDone(["inbox", "assign", "3", "--position", "postdoc", "--applicant", "P-0001"])
        try lab.expectDone(["move", "A-2026-0003", "screening"])
        #expect(try lab.run(["unmerge", "P-0002"]).status == 64)
        try lab.expectDone(["unmerge", "P-0002", "--take", "A-2026-0003"])
        #expect(try lab.filed().last == "3|A-2026-0003|P-0002|P-0002|application")
        #expect(
            try lab.rows("SELECT person, ref FROM document_overview ORDER BY ref") == [
                "P-0001|A-2026-0001", "P-0002|A-2026-0002", "P-0002|A-2026-0003",
            ])
        #expect(try lab.rows("SELECT count(*) FROM stage_history WHERE application_id = 3") == ["2"])
    }

    @Test func `an application that the other one has as well stays, with the reason`() throws {
        let lab = try Lab.twice()
        try lab.expectDone(["merge", "P-0001", "P-0002"])
        _ = try lab.rows(
            """
            INSERT INTO applications (ref, applicant_id, position_id, intake, received_at, source, stage_at, filed_after_merge)
            SELECT 'A-2026-0099', 1, position_id, intake, received_at, 'csv', stage_at, 1 FROM applications WHERE id = 2
            """)
        let refused = try lab.run(["unmerge", "P-0002", "--take", "A-2026-0099"])
        #expect(refused.status == 65)
        #expect(refused.error.contains("A-2026-0099 cannot go to P-0002, who has applied for this position"))
        try lab.expectDone(["unmerge", "P-0002"])
        #expect(try lab.rows("SELECT person FROM application_overview WHERE ref = 'A-2026-0099'") == ["P-0001"])
    }
}
