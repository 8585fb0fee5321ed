import Foundation
import Testing

/// What a person sees at a terminal of 24 rows and 80 columns.
@Suite struct PagerTests {
    private func atTerminal(_ words: [String], environment: [String: String] = [:]) throws -> Outcome {
        let script = """
            import fcntl, os, pty, struct, sys, termios
            pid, terminal = pty.fork()
            if pid == 0:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
                os.execv(sys.argv[1], sys.argv[1:])
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
            program: "python3", ["-c", script, recruitdb, "query"] + words, environment: environment)
    }

    private let rows = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < :most) SELECT x FROM n"

    @Test(arguments: [
        (["-p", "most=3"], false), (["-p", "most=100"], true), (["-p", "most=100", "--no-pager"], false),
        (["-p", "most=100", "--format", "csv"], false), (["-p", "most=20000"], true),
    ])
    func `a result that is longer than the screen is paged, and only that`(words: [String], isPaged: Bool) throws {
        let scratch = try Scratch()
        let database = scratch.folder.appending(path: "any.db")
        #expect(try Binary.run(program: "sqlite3", [database.path, "CREATE TABLE t (x)"]).status == 0)
        let shown = try atTerminal(
            [rows] + words,
            environment: ["RECRUITDB_DATABASE": database.path, "PAGER": "sed 's/^/paged: /'", "TERM": "xterm"])
        #expect(shown.status == 0)
        #expect(shown.text.contains("paged: ") == isPaged, "\(shown.text.prefix(200))")
        let most = words[1].dropFirst(5)
        #expect(shown.text.contains(most), "the last row is shown")
    }

    @Test func `a pager that is left early, and one that is not there, end quietly`() throws {
        let scratch = try Scratch()
        let database = scratch.folder.appending(path: "any.db")
        #expect(try Binary.run(program: "sqlite3", [database.path, "CREATE TABLE t (x)"]).status == 0)
        for pager in ["head -n 3 > /dev/null", "true"] {
            let shown = try atTerminal(
                [rows, "-p", "most=300000"],
                environment: ["RECRUITDB_DATABASE": database.path, "PAGER": pager, "TERM": "xterm"])
            #expect(shown.status == 0, "\(shown.text.suffix(200))")
            #expect(!shown.text.contains("recruitdb:"), "\(shown.text.suffix(200))")
        }
    }
}
