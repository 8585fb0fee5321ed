import Foundation
import Testing

extension Lab {
    /// `inbox review` at a terminal, each of `keys` pressed as soon as the program waits for one.
    fileprivate func review(_ keys: String) throws -> Outcome {
        let script = """
            import os, pty, select, sys
            keys, pid, terminal = None, *pty.fork()
            if pid == 0:
                os.execv(sys.argv[2], sys.argv[2:])
            seen = b""
            for key in sys.argv[1]:
                while select.select([terminal], [], [], 1.0)[0]:
                    try: chunk = os.read(terminal, 65536)
                    except OSError: break
                    seen += chunk
                    if seen.endswith((b" u q\\r\\n", b"none)\\r\\n", b"the text\\r\\n", b"ends\\r\\n")): break
                os.write(terminal, key.encode())
            try:
                while chunk := os.read(terminal, 65536): seen += chunk
            except OSError: pass
            status = os.waitpid(pid, 0)[1]
            sys.stdout.buffer.write(seen.replace(b"\\r\\n", b"\\n"))
            sys.exit(os.waitstatus_to_exitcode(status))
            """
        let recruitdb = Binary.folder.appending(path: "recruitdb").path
        return try Binary.run(
            program: "python3",
            ["-c", script, keys, recruitdb, "-d", database.path, "inbox", "review", "--by", "lwei"],
            environment: ["PAGER": "cat", "TERM": "xterm", "NO_COLOR": "1"])
    }

    /// Three messages that wait: a question for a position, nothing said, an escape sequence in its subject.
    fileprivate static func waiting() throws -> Lab {
        let lab = try Lab()
        for (number, subject) in ["PhD position", "Hello", "=?utf-8?q?Red_=1B[31m_alert?="].enumerated() {
            try lab.mail(
                letter(
                    from: "Person \(number) <p\(number)@example.org>", subject: subject, "Is there a deadline?",
                    date: "Mon, \(number + 1) Oct 2026 09:00:00 +0800", id: "m\(number)@example.org"))
        }
        return lab
    }

    fileprivate func states() throws -> [String] {
        try rows("SELECT triage || ' ' || in_inbox || ' ' || coalesce(decided_by, '-') FROM messages ORDER BY id")
    }
}

@Suite struct InboxReviewTests {
    @Test(arguments: [
        ("aexq", ["application 0 lwei", "enquiry 0 lwei", "spam 0 lwei"]),
        ("msoq", ["automatic 0 lwei", "undecided 1 -", "other 0 lwei"]),
        ("q", ["undecided 1 -", "undecided 1 -", "undecided 1 -"]),
        ("euxq", ["spam 0 lwei", "undecided 1 -", "undecided 1 -"]),
        ("eexuq", ["enquiry 0 lwei", "enquiry 0 lwei", "undecided 1 -"]),
        ("p2q", ["application 0 lwei", "undecided 1 -", "undecided 1 -"]),
        ("pzexq", ["enquiry 0 lwei", "spam 0 lwei", "undecided 1 -"]),
        ("sn1q", ["undecided 1 -", "application 0 lwei", "undecided 1 -"]),
        ("sasq", ["undecided 1 -", "undecided 1 -", "undecided 1 -"]),
        ("e\u{3}", ["enquiry 0 lwei", "undecided 1 -", "undecided 1 -"]),
    ])
    func `keys decide, and the last decision is taken back`(keys: String, states: [String]) throws {
        let lab = try Lab.waiting()
        let shown = try lab.review(keys)
        #expect(shown.status == 0, "\(shown.text)")
        #expect(try lab.states() == states, "\(shown.text)")
        #expect(shown.text.contains(" decided, "), "\(shown.text)")
    }

    @Test func `the text is shown on demand, and nothing that commands the terminal`() throws {
        let lab = try Lab.waiting()
        let shown = try lab.review("tssq")
        #expect(shown.text.contains("Is there a deadline?") && shown.text.contains("Red"))
        #expect(!shown.text.contains("\u{1B}[31m"))
    }

    @Test func `without a terminal it says what to use instead`() throws {
        let refused = try Lab.waiting().run(["inbox", "review"])
        #expect(refused.status == 64 && refused.error.contains("review needs a terminal; recruitdb inbox lists"))
    }

    @Test func `an empty inbox is said`() throws {
        #expect(try Lab().review("").text.contains("0 decided, 0 left"))
    }
}
