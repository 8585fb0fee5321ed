import Foundation
import Testing

/// What a person at a terminal is asked, and what becomes of the answers.
@Suite struct UnmergeTerminalTests {
    private func atTerminal(_ lab: Lab, _ words: [String], typing answers: String) throws -> Outcome {
        let script = """
            import os, pty, sys
            pid, terminal = pty.fork()
            if pid == 0: os.execv(sys.argv[2], sys.argv[2:])
            os.write(terminal, sys.argv[1].encode())
            seen = b""
            try:
                while chunk := os.read(terminal, 65536): seen += chunk
            except OSError: pass
            status = os.waitpid(pid, 0)[1]
            sys.stdout.buffer.write(seen.replace(b"\\r\\n", b"\\n"))
            sys.exit(os.waitstatus_to_exitcode(status))
            """
        let recruitdb = Binary.folder.appending(path: "recruitdb").path
        return try Binary.run(
            program: "python3", ["-c", script, answers, recruitdb] + words,
            environment: ["RECRUITDB_DATABASE": lab.database.path, "TERM": "dumb"])
    }

    /// One person under two numbers, and two mails that answer the one's thread from the other's address.
    private func lab() throws -> Lab {
        let lab = try Lab()
        for (address, position) in [("ada@example.org", "PhD"), ("ada@example.net", "postdoc")] {
            try lab.mail(
                letter(
                    from: "Ada Example <\(address)>", subject: "\(position) application",
                    "I apply for the \(position) position.", id: "first.\(address)"))
        }
        try lab.expectDone(["merge", "P-0001", "P-0002"])
        for number in 1...2 {
            try lab.mail(
                letter(
                    from: "Ada Example <ada@example.net>", subject: "Re: PhD application", "More \(number).",
                    id: "more.\(number)@example.net", headers: ["In-Reply-To: <first.ada@example.org>"]))
        }
        return lab
    }

    @Test(arguments: [
        ("y\nn\n", ["A-2026-0002", "A-2026-0001"]), ("what\ny\ny\n", ["A-2026-0002", "A-2026-0002"]),
        ("\nyes\n", ["A-2026-0001", "A-2026-0002"]), ("\n\n", ["A-2026-0001", "A-2026-0001"]),
    ])
    func `each thing is asked about, and goes where the answer says`(typed: String, refs: [String]) throws {
        let lab = try lab()
        let shown = try atTerminal(lab, ["unmerge", "P-0002"], typing: typed)
        #expect(shown.status == 0, "\(shown.text)")
        #expect(shown.text.contains("is it P-0002's? [y]es, [n]o, Enter leaves it there, [q]uit: "))
        #expect(shown.text.contains("ada@example.net: Re: PhD application; filed under P-0001"))
        #expect(try lab.rows("SELECT ref FROM message_overview WHERE message > 2 ORDER BY message") == refs)
        #expect(try lab.rows("SELECT count(*) FROM applicants WHERE merged_into IS NOT NULL") == ["0"])
    }

    @Test func `whoever quits changes nothing`() throws {
        let lab = try lab()
        let before = try lab.dump()
        let shown = try atTerminal(lab, ["unmerge", "P-0002"], typing: "y\nq\n")
        #expect(shown.status == 130 && shown.text.contains("nothing was changed"))
        #expect(try lab.dump() == before)
    }
}
