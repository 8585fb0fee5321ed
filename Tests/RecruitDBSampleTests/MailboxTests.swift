import Foundation
import Testing

@testable import RecruitDBSample

@Suite struct `An invented mailbox` {
    @Test(arguments: [[], ["--rich"], ["--average-size", "20KB"]])
    func `is the same bytes for the same seed`(_ more: [String]) throws {
        let scratch = try Scratch()
        for name in ["a", "b"] {
            let arguments =
                ["mailbox", "--messages", "50", "--seed", "11", "-o", scratch.path("\(name).mbox")]
                + ["--truth", scratch.path("\(name).ndjson")] + more
            #expect(try run(arguments).status == 0)
        }
        #expect(try scratch.data("a.mbox") == scratch.data("b.mbox"))
        #expect(try scratch.data("a.ndjson") == scratch.data("b.ndjson"))
        #expect(try scratch.data("a.mbox").count > 50_000)
    }

    @Test func `is the same bytes whether the truth is asked for or not`() throws {
        let scratch = try Scratch()
        #expect(try SampleProgram.run("mailbox", "--messages", "40", "-o", scratch.path("a.mbox")).status == 0)
        let outcome = try SampleProgram.run(
            "mailbox", "--messages", "40", "--seed", "1", "-o", "-", "--truth", scratch.path("b.ndjson"))
        #expect(try scratch.data("a.mbox") == outcome.output)
    }

    @Test func `has other people for another seed`() throws {
        let scratch = try Scratch()
        var addresses: [Set<String>] = []
        for seed in ["1", "2"] {
            let truth = try truth(messages: 120, seed: seed, in: scratch)
            addresses.append(Set(truth.compactMap { $0["applicant_email"] as? String }))
        }
        #expect(addresses[0].count > 50)
        #expect(addresses[0].intersection(addresses[1]).count <= 5)
    }

    @Test func `has one line of truth for each message`() throws {
        let scratch = try Scratch()
        let truth = try truth(messages: 150, seed: "3", in: scratch)
        #expect(truth.count == 150)
        #expect(truth.map { $0["index"] as? Int } == Array(0..<150))
        let mbox = try scratch.data("3.mbox")
        #expect(mbox.split(separator: 0x0A).count { $0.starts(with: Array("From ".utf8)) } == 150)
    }

    @Test func `has every kind and all positions in 600 messages`() throws {
        let scratch = try Scratch()
        let truth = try truth(messages: 600, seed: "7", in: scratch)
        let kinds = Set(truth.compactMap { $0["kind"] as? String })
        #expect(
            kinds == [
                "application", "supplement", "reply", "sent", "enquiry", "automatic", "spam", "undecided",
                "reference_letter", "withdrawal",
            ])
        #expect(Set(truth.compactMap { $0["position"] as? String }).count == 5)
        let clear = truth.count { $0["clear"] as? Bool == true }
        #expect((450...540).contains(clear))
        #expect(truth.contains { $0["message_id"] is NSNull })
        #expect(truth.contains { $0["duplicate_of"] is Int })
    }

    @Test func `keeps the average size`() throws {
        let scratch = try Scratch()
        let path = scratch.path("a.mbox")
        let outcome = try SampleProgram.run("mailbox", "--messages", "60", "--average-size", "50KB", "-o", path)
        #expect(outcome.status == 0)
        #expect((2_500_000...3_500_000).contains(try scratch.data("a.mbox").count))
    }

    @Test func `holds the same messages as Maildir and as a folder`() throws {
        let scratch = try Scratch()
        for format in ["maildir", "eml"] {
            let outcome = try SampleProgram.run(
                "mailbox", "--messages", "60", "--seed", "5", "--format", format, "-o", scratch.path(format))
            #expect(outcome.status == 0)
        }
        let files = FileManager.default
        let new = try files.contentsOfDirectory(atPath: scratch.path("maildir/new"))
        let current = try files.contentsOfDirectory(atPath: scratch.path("maildir/cur"))
        let folder = try files.contentsOfDirectory(atPath: scratch.path("eml"))
        #expect(new.count + current.count == 60)
        #expect(current.allSatisfy { $0.hasSuffix(":2,S") })
        #expect(folder.count == 60)
        let first = try #require((new + current).min { order($0) < order($1) })
        let message = try scratch.text("maildir/new/" + first)
        #expect(try scratch.text("eml/000001.eml").replacing("\r\n", with: "\n") == message)
    }

    @Test(arguments: [
        ("From here\n", [0]), ("a\n>From b\n", [2]), ("a\n>>From b\nFrom c", [2, 11]), ("Fromage\n> From x\n", []),
        ("From", []), ("", []),
    ])
    func `quotes lines that look like its own`(_ body: String, _ starts: [Int]) {
        #expect(MailboxWriter.fromLines(Array(body.utf8)) == starts)
    }

    private func order(_ name: String) -> String { name.split(separator: "M").last.map(String.init) ?? "" }

    private func run(_ arguments: [String]) throws -> SampleProgram.Outcome {
        try SampleProgram.run(try #require(SampleProgram.program), arguments)
    }

    private func truth(messages: Int, seed: String, in scratch: Scratch) throws -> [[String: Any]] {
        let outcome = try SampleProgram.run(
            "mailbox", "--messages", "\(messages)", "--seed", seed, "-o", scratch.path("\(seed).mbox"), "--truth",
            scratch.path("\(seed).ndjson"))
        #expect(outcome.status == 0)
        return try scratch.text("\(seed).ndjson").split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }
}
