import Foundation
import Testing

private func digest(_ number: Int, from: String = "news@lists.example.org", subject: String = "PhD position news")
    -> String
{
    letter(
        from: "News <\(from)>", subject: subject, "Is there a deadline?",
        date: "Mon, \(number) Oct 2026 09:00:00 +0800", id: "n\(number)@lists.example.org")
}

@Suite struct InboxRuleTests {
    @Test func `a rule is tried on the past, decides what waits when told to, and what comes later`() throws {
        let lab = try Lab()
        try lab.mail(digest(1))
        try lab.mail(digest(2))
        let before = try lab.dump()
        let words = ["inbox", "rule", "add", "--from", "*@Lists.Example.org", "--as", "automatic", "--by", "lwei"]
        #expect(
            try lab.expectDone(words + ["--dry-run"]).text
                == "of the mail that is here it fits 2 undecided\n2 wait in the inbox: add --now to dismiss them\n")
        #expect(try lab.dump() == before)
        #expect(try lab.expectDone(words + ["--now"]).text.contains("2 that waited are dismissed as automatic"))
        try lab.mail(digest(3))
        try lab.mail(digest(4, from: "someone@example.org"))
        #expect(
            try lab.rows("SELECT triage, why, coalesce(decided_by, '-') FROM messages ORDER BY id") == [
                "automatic|question|lwei", "automatic|question|lwei", "automatic|taught rule 1|-",
                "undecided|question|-",
            ])
        let listed = try lab.expectDone(["inbox", "rule", "list", "--no-header"]).text
        #expect(listed.hasPrefix("1,*@lists.example.org,automatic,lwei,20") && listed.hasSuffix(",3\n"))
        try lab.expectDone(["inbox", "rule", "remove", "1"])
        try lab.mail(digest(5))
        #expect(try lab.rows("SELECT triage FROM messages WHERE id = 5") == ["undecided"])
    }

    @Test func `a rule that fits an application's mail is refused, and a reply joins its thread all the same`() throws {
        let lab = try Lab()
        try lab.mail(
            letter(
                from: "Ada <ada@example.org>", subject: "PhD application", "I apply for the PhD position.",
                id: "a1@example.org"))
        let words = ["inbox", "rule", "add", "--from", "*@example.org", "--as", "spam"]
        let refused = try lab.run(words)
        #expect(refused.status == 1 && refused.error.contains("fits 1 messages of applications, such as 1"))
        try lab.expectDone(words + ["--force"])
        try lab.mail(
            letter(
                from: "Ada <ada@example.org>", subject: "Re: PhD application", "Thanks.", id: "a2@example.org",
                headers: ["In-Reply-To: <a1@example.org>"]))
        try lab.mail(
            letter(
                from: "Bo <bo@example.org>", subject: "PhD application", "I apply for the PhD position.",
                id: "b1@example.org"))
        #expect(try lab.rows("SELECT triage FROM messages ORDER BY id") == ["application", "reply", "spam"])
    }

    @Test(arguments: [
        (["add", "--from", "*", "--as", "spam"], 64, "'*' fits nearly everybody"),
        (["add", "--from", "*@*", "--as", "spam"], 64, "fits nearly everybody"),
        (["add", "--from", "a@example.org"], 64, "as what?"), (["add", "--as", "spam"], 64, "whose mail?"),
        (["add", "--from", "a@example.org", "--as", "sent"], 64, "--as takes one of"),
        (
            ["add", "--from", "KNOWN@example.org", "--as", "spam"], 65,
            "rule 1 says already that known@example.org is other"
        ),
        (["remove", "9"], 65, "no rule 9"), (["remove", "x"], 64, "named by its number"),
    ])
    func `what cannot be taught is said`(words: [String], status: Int32, sentence: String) throws {
        let lab = try Lab()
        try lab.expectDone(["inbox", "rule", "add", "--from", "known@example.org", "--as", "other"])
        let refused = try lab.run(["inbox", "rule"] + words)
        #expect(refused.status == status && refused.error.contains(sentence), "\(refused.error)")
    }

    @Test func `the inbox names the command, with nothing in it that a shell would run`() throws {
        let lab = try Lab()
        let forwarded = """
            ---------- Forwarded message ---------
            From: Eve <eve`id`@example.org>
            Date: Mon, 5 Oct 2026 09:00:00 +0800
            Subject: PhD application
            To: lab

            I apply for the PhD position.
            """
        try lab.mail(digest(1, from: "ada@example.org"))
        try lab.mail(
            letter(from: "Out <out@example.org>", subject: "Fwd: PhD application", forwarded, id: "f@example.org"))
        let listed = try lab.expectDone(["inbox", "--format", "json"]).text
        let rows = try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [[String: Any]] ?? []
        let commands = rows.compactMap { $0["command"] as? String }
        #expect(commands.first == "recruitdb inbox dismiss 1 --as enquiry")
        #expect(commands.last == "recruitdb inbox assign 2 --position phd")
        #expect(listed.contains("eve`id`@example.org"))
    }

    @Test func `show gives a message whole`() throws {
        let lab = try Lab()
        try lab.mail(
            letter(
                from: "Ada <ada@example.org>", subject: "PhD application", "I apply for the PhD position.",
                id: "a1@example.org",
                papers: [("cv.txt", "Curriculum Vitae")]))
        let shown = try lab.expectDone(["inbox", "show", "1"]).text
        for word in ["ada@example.org", "A-2026-0001", "cv.txt", "I apply for the PhD position."] {
            #expect(shown.contains(word))
        }
        let object = try JSONSerialization.jsonObject(
            with: Data(lab.expectDone(["inbox", "show", "1", "--format", "json"]).text.utf8))
        #expect((object as? [String: Any])?.keys.sorted() == ["attachments", "message", "text"])
        #expect(try lab.run(["inbox", "show", "9"]).error.contains("no message 9"))
    }
}
