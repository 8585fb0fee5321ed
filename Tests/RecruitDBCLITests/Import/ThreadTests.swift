import Foundation
import Testing

private let application = letter(
    from: "Ada Example <ada@example.org>", subject: "PhD application", "I apply for the PhD position.",
    id: "a1@example.org",
    papers: [("cv.txt", "Curriculum Vitae\nAda Example")])
private let answer = letter(
    from: "Lin Wei <lin.wei@smartlab.example.edu>", to: "ada@example.org", subject: "Re: PhD application", "Thank you.",
    date: "Mon, 5 Oct 2026 11:00:00 +0800", id: "s1@smartlab.example.edu", headers: ["In-Reply-To: <a1@example.org>"])
private let reply = letter(
    from: "Ada Example <ada@example.org>", subject: "Re: PhD application", "You are welcome.",
    date: "Tue, 6 Oct 2026 11:00:00 +0800", id: "a2@example.org", headers: ["In-Reply-To: <s1@smartlab.example.edu>"])
private let supplement = letter(
    from: "Ada Example <ada@example.org>", subject: "Re: PhD application", "My transcript.",
    date: "Wed, 7 Oct 2026 11:00:00 +0800", id: "a3@example.org", headers: ["In-Reply-To: <a1@example.org>"],
    papers: [("transcript.txt", "Transcript of records")])

extension Lab {
    /// Every message, in the order of coming in: triage, application, person, subject.
    fileprivate func messages() throws -> [String] {
        try rows(
            """
            SELECT m.triage, coalesce(a.ref, '-'), coalesce(p.ref, '-'), h.subject
            FROM messages m JOIN message_headers h ON h.message_id = m.id
            LEFT JOIN applications a ON a.id = m.application_id LEFT JOIN applicants p ON p.id = m.applicant_id
            ORDER BY m.received_at, m.id
            """)
    }
}

@Suite struct ThreadTests {
    @Test func `a thread joins one application, the lab's answer before or after it`() throws {
        let expected = [
            "application|A-2026-0001|P-0001|PhD application", "sent|A-2026-0001|P-0001|Re: PhD application",
            "reply|A-2026-0001|P-0001|Re: PhD application", "supplement|A-2026-0001|P-0001|Re: PhD application",
        ]
        for order in [[application, answer, reply, supplement], [answer, application, reply, supplement]] {
            let lab = try Lab()
            for mail in order { try lab.mail(mail) }
            #expect(try lab.messages() == expected)
            let papers = try lab.rows("SELECT document_type, filename, ref FROM document_overview ORDER BY 2")
            #expect(papers == ["cv|cv.txt|A-2026-0001", "transcript|transcript.txt|A-2026-0001"])
        }
    }

    @Test func `a Sent folder imported before the inbox shows who has had a reply`() throws {
        let lab = try Lab()
        try lab.mail(answer)
        #expect(try lab.messages() == ["sent|-|-|Re: PhD application"])
        let other = letter(
            from: "Lin Wei <lin.wei@smartlab.example.edu>", to: "bea@example.org", subject: "Lunch", "At noon?")
        try lab.mail(other)
        try lab.mail(application)
        #expect(
            try lab.messages() == [
                "sent|-|-|Lunch", "application|A-2026-0001|P-0001|PhD application",
                "sent|A-2026-0001|P-0001|Re: PhD application",
            ])
    }

    @Test func `a folder is read by the date received, not by the names of its files`() throws {
        let lab = try Lab()
        let folder = lab.scratch.folder.appending(path: "mail")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, mail) in [("4.eml", application), ("3.eml", answer), ("2.eml", reply), ("1.eml", supplement)] {
            try Data(mail.utf8).write(to: folder.appending(path: name))
        }
        try lab.expectDone(["import", "mail", folder.path, "--no-text"])
        #expect(
            try lab.rows("SELECT triage FROM messages ORDER BY id") == ["application", "sent", "reply", "supplement"])
        #expect(try lab.rows("SELECT count(*) FROM applications") == ["1"])
    }

    @Test func `another mail with the same Message-ID is another mail`() throws {
        let lab = try Lab()
        try lab.mail(application)
        try lab.mail(
            letter(
                from: "Bea Example <bea@example.org>", subject: "Postdoc application",
                "I apply for the postdoc position.",
                id: "a1@example.org"))
        try lab.mail(application)
        #expect(
            try lab.messages() == [
                "application|A-2026-0001|P-0001|PhD application", "application|A-2026-0002|P-0002|Postdoc application",
            ])
    }

    @Test func `a mail without a date takes that of the mail before it, and comes in once`() throws {
        let lab = try Lab()
        let undated = letter(
            from: "Cy Example <cy@example.org>", subject: "Internship application", "I apply for the internship.",
            date: nil)
        let folder = lab.scratch.folder.appending(path: "mail")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, mail) in [("1.eml", undated), ("2.eml", application)] {
            try Data(mail.utf8).write(to: folder.appending(path: name))
        }
        for _ in 1...2 { try lab.expectDone(["import", "mail", folder.path, "--no-text"]) }
        try lab.mail(undated)
        #expect(try lab.rows("SELECT count(*), count(DISTINCT received_at) FROM messages") == ["2|1"])
        #expect(try lab.rows("SELECT date_source FROM messages ORDER BY id") == ["header", "none"])
    }

    @Test func `an application from tomorrow's clock can be moved today`() throws {
        let lab = try Lab()
        try lab.mail(
            letter(
                from: "Fay Example <fay@example.org>", subject: "PhD application", "I apply for the PhD position.",
                date: "Mon, 5 Oct 2099 09:00:00 +0800"))
        #expect(
            try lab.expectDone(["move", "A-2099-0001", "screening"]).text == "A-2099-0001: received -> screening\n")
        #expect(try lab.rows("SELECT count(*) FROM stage_history WHERE at > strftime('%Y', 'now', '+1 year')") == ["0"])
    }

    @Test func `a dry run of an import changes no row and adds no file`() throws {
        let lab = try Lab()
        try lab.mail(application)
        let (dump, files) = (try lab.dump(), lab.files())
        let done = try lab.mail(answer + "", "--dry-run")
        #expect(done.text == "1 messages read, 1 new, 0 known, 0 papers\n     1 mails of the lab's own\n")
        let box = try lab.mailbox("in.mbox", 40, seed: 2)
        let dry = try lab.expectDone(["import", "mail", box.path, "--dry-run"])
        #expect(try lab.dump() == dump && lab.files() == files)
        #expect(try lab.expectDone(["import", "mail", box.path, "--no-text"]).text == dry.text)
    }

    @Test func `a file of a folder comes in whatever the charset of its name`() throws {
        let lab = try Lab()
        let mail = try lab.scratch.file("mail.eml", application.utf8)
        // 申请 in GBK, as an archive from Windows leaves it.
        let script = "mkdir gbk && cp mail.eml gbk/$(printf '\\311\\352\\307\\353').eml"
        let place = mail.deletingLastPathComponent().path
        guard try Binary.run(program: "sh", ["-c", "cd '\(place)' && \(script)"]).status == 0 else { return }
        try lab.expectDone(["import", "mail", place + "/gbk", "--no-text"])
        #expect(try lab.messages() == ["application|A-2026-0001|P-0001|PhD application"])
    }
}
