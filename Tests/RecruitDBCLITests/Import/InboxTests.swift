import Foundation
import Testing

private func undecided(_ from: String, _ name: String, papers: [(name: String, text: String)] = []) -> String {
    letter(from: from, subject: name, "I am interested.", id: "\(name.filter(\.isLetter))@example.org", papers: papers)
}

@Suite struct InboxTests {
    @Test func `assign makes an application of a mail, and joins the next one to it`() throws {
        let lab = try Lab()
        try lab.mail(undecided("Dan Example <dan@example.org>", "Hello", papers: [("resume.txt", "Curriculum Vitae")]))
        try lab.mail(undecided("Dan Example <dan@example.org>", "Again", papers: [("transcript.txt", "Transcript")]))
        try lab.mail(
            letter(
                from: "Lin Wei <lin.wei@smartlab.example.edu>", to: "dan@example.org", subject: "Re: Hello",
                "For what?",
                id: "s@smartlab.example.edu", headers: ["In-Reply-To: <Hello@example.org>"]))
        let before = try lab.dump()
        #expect(
            try lab.expectDone(["inbox", "assign", "1", "--position", "phd", "--dry-run"]).text
                == "message 1 would be application of P-0001, A-2026-0001, with 1 new papers\n")
        #expect(try lab.dump() == before)
        #expect(
            try lab.expectDone(["inbox", "assign", "1", "--position", "phd", "--intake", "2027-spring", "--by", "lwei"])
                .text
                == "message 1 is now application of P-0001, A-2026-0001, with 1 new papers\n")
        #expect(
            try lab.expectDone(["inbox", "assign", "2", "--position", "phd"]).text
                == "message 2 is now supplement of P-0001, A-2026-0001, with 1 new papers\n")
        #expect(try lab.rows("SELECT by_whom FROM stage_history") == ["lwei"])
        #expect(try lab.rows("SELECT decided_by FROM messages WHERE id = 1") == ["lwei"])
        #expect(
            try lab.rows("SELECT intake, source, name FROM application_overview") == ["2027-spring|email|Dan Example"])
        #expect(try lab.rows("SELECT ref FROM message_overview WHERE direction = 'out'") == ["A-2026-0001"])
        #expect(try lab.expectDone(["inbox", "--no-header"]).text == "")
    }

    @Test func `two people who share an address stay two, whoever writes next`() throws {
        let lab = try Lab()
        for (name, position) in [("Ada Example", "PhD"), ("Eve Example", "PhD"), ("Eve Example", "postdoc")] {
            try lab.mail(
                letter(
                    from: "\(name) <home@example.org>", subject: "\(position) application of \(name)",
                    "I apply for the \(position) position.", id: "\(position).\(name.prefix(3))@example.org"))
        }
        #expect(try lab.rows("SELECT message, why FROM inbox ORDER BY 1") == ["2|another_name", "3|another_name"])
        try lab.expectDone(["inbox", "assign", "2", "--position", "phd"])
        try lab.expectDone(["inbox", "assign", "3", "--position", "postdoc"])
        #expect(
            try lab.rows("SELECT person, name, position, email FROM application_overview ORDER BY ref") == [
                "P-0001|Ada Example|phd|home@example.org", "P-0002|Eve Example|phd|home@example.org",
                "P-0002|Eve Example|postdoc|home@example.org",
            ])
    }

    @Test func `assign to an applicant keeps the address that the mail came from, but never the lab's`() throws {
        let lab = try Lab()
        try lab.mail(
            letter(from: "Ada Example <ada@example.org>", subject: "PhD application", "I apply for the PhD position."))
        try lab.mail(undecided("Ada E <ada@example.net>", "Files", papers: [("transcript.txt", "Transcript")]))
        try lab.mail(
            undecided("Lin Wei <lin.wei@smartlab.example.edu>", "Fwd: her files", papers: [("letter.txt", "Letter")]))
        try lab.expectDone(["inbox", "assign", "2", "--position", "phd", "--applicant", "P-0001"])
        let waiting = try lab.rows("SELECT message FROM inbox")
        #expect(waiting == ["3"])
        let refused = try lab.run(["inbox", "assign", "3", "--position", "phd"])
        #expect(refused.status == 64)
        #expect(
            refused.error.contains(
                "comes from the lab's own lin.wei@smartlab.example.edu; say who applies: --applicant"))
        try lab.expectDone(["inbox", "assign", "3", "--position", "phd", "--applicant", "P-0001"])
        let addresses = try lab.rows("SELECT email, is_primary FROM applicant_emails ORDER BY 1")
        #expect(addresses == ["ada@example.net|0", "ada@example.org|1"])
        #expect(try lab.rows("SELECT name FROM applicant_aliases WHERE name LIKE 'Lin%'") == [])
        #expect(try lab.rows("SELECT count(*) FROM applications") == ["1"])
    }

    @Test func `assign with an address and a name makes the person that a forward speaks of`() throws {
        let lab = try Lab()
        try lab.mail(undecided("Lin Wei <lin.wei@smartlab.example.edu>", "Fwd: a candidate"))
        try lab.expectDone(
            ["inbox", "assign", "1", "--position", "phd", "--email", "Fay@Example.org", "--name", "Fay Example"])
        let made = try lab.rows("SELECT name, email, source FROM application_overview")
        #expect(made == ["Fay Example|fay@example.org|forward"])
        #expect(try lab.rows("SELECT original_sender FROM message_overview") == ["fay@example.org"])
    }

    @Test func `a letter of reference is filed under the applicant, confidentially`() throws {
        let lab = try Lab()
        try lab.mail(
            letter(from: "Ada Example <ada@example.org>", subject: "PhD application", "I apply for the PhD position."))
        try lab.mail(
            letter(
                from: "Prof Ref <ref@example.edu>", subject: "Recommendation letter for Ada Example",
                "I recommend her.",
                papers: [("Recommendation.txt", "To whom it may concern")]))
        #expect(try lab.rows("SELECT why, suggestion FROM inbox") == ["reference_letter|P-0001"])
        #expect(try lab.run(["inbox", "assign", "2", "--as", "reference_letter"]).status == 64)
        try lab.expectDone(["inbox", "assign", "2", "--applicant", "P-0001", "--as", "reference_letter"])
        #expect(
            try lab.rows("SELECT document_type, confidential, applicant_id FROM documents") == ["recommendation|1|1"])
        #expect(
            try lab.rows("SELECT triage, ref FROM message_overview WHERE message = 2") == [
                "reference_letter|A-2026-0001"
            ])
        #expect(try lab.rows("SELECT count(*) FROM applicants") == ["1"])
    }

    @Test func `a withdrawal joins its application and waits; whoever applies again is asked about`() throws {
        let lab = try Lab()
        let apply = "I apply for the PhD position, Fall 2027."
        try lab.mail(
            letter(from: "Ada Example <ada@example.org>", subject: "PhD application", apply, id: "a1@example.org"))
        try lab.mail(
            letter(
                from: "Ada Example <ada@example.org>", subject: "Re: PhD application", "I withdraw my application.",
                id: "a2@example.org", headers: ["In-Reply-To: <a1@example.org>"]))
        #expect(try lab.rows("SELECT message, why FROM inbox") == ["2|withdrawal"])
        #expect(try lab.rows("SELECT triage, ref FROM message_overview WHERE message = 2") == ["reply|A-2026-0001"])
        let before = try lab.dump()
        try lab.expectDone(["inbox", "dismiss", "2", "--as", "reply", "--dry-run"])
        #expect(try lab.dump() == before)
        // What a person says it is, it is, whatever it was taken for.
        try lab.expectDone(["inbox", "dismiss", "2", "--as", "other", "--by", "mrossi"])
        #expect(try lab.rows("SELECT triage, in_inbox, decided_by FROM messages WHERE id = 2") == ["other|0|mrossi"])
        try lab.expectDone(["move", "A-2026-0001", "withdrawn", "--by", "lwei"])
        try lab.mail(
            letter(from: "Ada Example <ada@example.org>", subject: "PhD application", apply, id: "a3@example.org"))
        #expect(try lab.rows("SELECT message, why FROM inbox") == ["3|applied_before"])
        try lab.expectDone(["inbox", "assign", "3", "--position", "phd"])
        #expect(try lab.rows("SELECT triage, ref FROM message_overview WHERE message = 3") == ["reply|A-2026-0001"])
        #expect(try lab.rows("SELECT to_stage, by_whom FROM stage_history WHERE id > 1") == ["withdrawn|lwei"])
    }

    @Test(arguments: [
        (["inbox", "assign", "1"], 64, "for which position? Add --position SLUG; recruitdb inbox suggests one"),
        (["inbox", "assign", "9", "--position", "phd"], 65, "no message 9; recruitdb inbox lists those that wait"),
        (["inbox", "assign", "x", "--position", "phd"], 64, "a message is named by its number, such as 17, not 'x'"),
        (["inbox", "assign", "1", "--position", "nope"], 65, "no position nope; there are: intern, other, phd"),
        (
            ["inbox", "assign", "1", "--position", "phd", "--intake", "2099-fall"], 65,
            "no intake 2099-fall; there are: "
        ),
        (["inbox", "assign", "1", "--position", "phd", "--applicant", "P-9"], 65, "no applicant P-9"),
        (["inbox", "assign", "1", "--position", "phd", "--email", "nobody"], 64, "say who applies"),
        (["inbox", "assign", "1", "--as", "spam"], 64, "--as takes reference_letter, not 'spam'"),
        (["inbox", "dismiss", "1"], 64, "as what? Add --as with enquiry, reply, spam, automatic or other"),
        (["inbox", "dismiss", "1", "--as", "sent"], 64, "--as takes one of enquiry, reply, spam, automatic, other"),
        (["inbox", "dismiss", "2", "--as", "spam"], 65, "message 2 is not in the inbox: it is application already"),
    ])
    func `a wrong word about the inbox is answered and changes nothing`(words: [String], code: Int, said: String) throws
    {
        let lab = try Lab()
        try lab.mail(undecided("Dan Example <dan@example.org>", "Hello"))
        try lab.mail(
            letter(from: "Ada Example <ada@example.org>", subject: "PhD application", "I apply for the PhD position."))
        let before = try lab.dump()
        let done = try lab.run(words)
        #expect(Int(done.status) == code)
        #expect(done.error.contains(said), "\(done.error)")
        #expect(try lab.dump() == before)
    }
}
