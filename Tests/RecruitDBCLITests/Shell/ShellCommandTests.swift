import Foundation
import Testing

@Suite struct ShellCommandTests {
    private let scratch: Scratch
    private let database: URL

    init() throws {
        scratch = try Scratch()
        database = try scratch.sample()
    }

    private func shell(_ words: [String], input: String = "", environment: [String: String] = [:]) throws -> Outcome {
        try Binary.run(
            ["shell"] + words, database: database, input: Data(input.utf8), environment: environment)
    }

    private func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
    }

    @Test func `it reads with foreign keys on, drawn as a box`() throws {
        let answer = try shell(["SELECT count(*) AS n FROM applications; PRAGMA foreign_keys"])
        #expect(
            answer.text == """
                ┌────┐
                │ n  │
                ├────┤
                │ 12 │
                └────┘
                ┌──────────────┐
                │ foreign_keys │
                ├──────────────┤
                │ 1            │
                └──────────────┘

                """)
        #expect(try shell([], input: "SELECT 'typed' AS x;\n").text.contains("typed"))
    }

    @Test(arguments: [
        ("UPDATE applications SET stage = 'screening'", "readonly"), ("ATTACH 'other.db' AS o", "safe mode"),
        ("SELECT load_extension('x')", "safe mode"), ("SELECT writefile('stolen', 'x')", "safe mode"),
        (".shell touch stolen", "safe mode"), (".output stolen", "safe mode"), (".import /etc/passwd t", "safe mode"),
        (".open other.db", "safe mode"), ("VACUUM INTO 'stolen'", "safe mode"),
    ])
    func `without --write nothing is changed, and no other file is reached`(sql: String, said: String) throws {
        let (before, bytes) = (try files(), try Data(contentsOf: database))
        let answer = try shell([], input: sql + "\n;\n")
        #expect(answer.status != 0)
        #expect((answer.text + answer.error).contains(said), "\(answer.text)\(answer.error)")
        #expect(try files() == before)
        #expect(try Data(contentsOf: database) == bytes)
    }

    private static var hasLandlock: Bool {
        let extractor = Binary.folder.appending(path: "recruitdb-extract").path
        let report = (try? Binary.run(program: extractor, ["--probe"]).text) ?? ""
        return report.contains("\nlandlock: ") && !report.contains("\nlandlock: missing")
    }

    @Test(
        .enabled(if: hasLandlock, "this kernel has no Landlock"),
        arguments: [
            ".trace stolen\nSELECT 1", ".testcase stolen\nSELECT 1", ".trace kept\nSELECT 1",
            "CREATE VIRTUAL TABLE temp.z USING zipfile ('stolen');\nINSERT INTO z (name, data) VALUES ('a', 'b')",
        ], [[], ["--write", "--no-copy"]])
    func `no other file is made or emptied`(sql: String, flags: [String]) throws {
        try Data("kept".utf8).write(to: scratch.folder.appending(path: "kept"))
        let before = try files()
        let answer = try Binary.run(
            ["shell"] + flags, database: database, input: Data("\(sql);\nSELECT 'alive';\n".utf8),
            in: scratch.folder)
        // Where sqlite3 3.40 cannot make the file of .testcase, it ends.
        #expect(answer.text.contains("alive") || sql.hasPrefix(".testcase"), "\(answer.error)")
        #expect(try files() == before)
        #expect(try String(contentsOf: scratch.folder.appending(path: "kept"), encoding: .utf8) == "kept")
    }

    @Test func `a database with a rollback journal is changed, too, and what is large stays in memory`() throws {
        #expect(try Binary.run(program: "sqlite3", [database.path, "PRAGMA journal_mode = delete"]).status == 0)
        let before = try files()
        let changed = try shell(["--write", "--no-copy", "UPDATE positions SET title = 'x'; SELECT changes()"])
        #expect(changed.status == 0, "\(changed.error)")
        let large = """
            WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 200000)
            SELECT count(*) FROM (SELECT hex(randomblob(40)) AS y FROM n ORDER BY y LIMIT -1 OFFSET 1)
            """
        #expect(try shell([large]).text.contains("199999"))
        #expect(try files() == before)
    }

    @Test func `with --write a change is made after a private copy, and still reaches no other file`() throws {
        let move = "UPDATE positions SET title = title || ' (new)'"
        let bytes = try Data(contentsOf: database)
        let changed = try shell(["--write", move])
        #expect(changed.error.contains("a copy from before is \(scratch.folder.path)/lab.before-shell.db"))
        let copy = scratch.folder.appending(path: "lab.before-shell.db").path
        #expect(try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int == 0o600)
        #expect(try shell(["--write", "--no-copy", "ATTACH 'o.db' AS o"]).error.contains("safe mode"))
        #expect(try !files().contains("o.db"))
        #expect(try !files().contains("lab.before-shell-2.db"))
        #expect(try Data(contentsOf: database) != bytes)
        let deletion = try shell(["--write", "--no-copy", "DELETE FROM applications"])
        #expect(deletion.error.contains("an application is not deleted"))
        #expect(deletion.status == 1)
    }

    @Test func `what is typed is kept out of the folder, for its owner alone`() throws {
        let home = scratch.folder.appending(path: "home")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        let view = "CREATE VIEW \"aa\nforged\" AS SELECT 1 AS \"bb\n\u{1B}[31mcc\""
        #expect(try Binary.run(program: "sqlite3", [database.path, view]).status == 0)
        let script = """
            python3 - "$1" "$2" <<'END'
            import os, pty, sys, time
            pid, terminal = pty.fork()
            if pid == 0:
                os.execv(sys.argv[1], [sys.argv[1], "-d", sys.argv[2], "shell"])
            time.sleep(1.5)
            os.write(terminal, b"SELECT 40 + 2 AS answer;\\n.quit\\n")
            seen = b""
            try:
                while chunk := os.read(terminal, 4096): seen += chunk
            except OSError: pass
            os.waitpid(pid, 0)
            sys.stdout.buffer.write(seen)
            END
            """
        let answer = try Binary.run(
            program: "sh", ["-c", script, "sh", Binary.folder.appending(path: "recruitdb").path, database.path],
            environment: ["HOME": home.path, "XDG_STATE_HOME": ""])
        #expect(answer.text.contains("42"))
        #expect(answer.text.contains("application_overview (ref, position, "), "the views are listed")
        #expect(answer.text.contains("read-only"))
        #expect(answer.text.contains("  aa forged (bb  [31mcc)\r\n"), "a name is on one line")
        let history = home.appending(path: ".local/state/recruitdb/history").path
        #expect(FileManager.default.fileExists(atPath: history))
        #expect(try FileManager.default.attributesOfItem(atPath: history)[.posixPermissions] as? Int == 0o600)
        #expect(try !files().contains { $0.contains("history") })
    }

    @Test(arguments: ["SELECT count(*) FROM applications", "SELECT nothing", "DELETE FROM applications"])
    func `a query leaves the folder and the file as they were`(sql: String) throws {
        let (before, bytes) = (try files(), try Data(contentsOf: database))
        for _ in 0..<2 { _ = try Binary.run("query", sql, database: database) }
        #expect(try files() == before)
        #expect(try Data(contentsOf: database) == bytes)
    }

    @Test func `a query through a link leaves what others wrote where it lies`() throws {
        let script = """
            import shutil, sqlite3, sys
            c = sqlite3.connect(sys.argv[1] + "/a.db")
            c.execute("PRAGMA journal_mode = wal"); c.execute("CREATE TABLE t (x)"); c.commit()
            c.execute("PRAGMA wal_checkpoint (truncate)"); c.execute("INSERT INTO t VALUES (42)"); c.commit()
            for end in ("", "-wal"): shutil.copy(sys.argv[1] + "/a.db" + end, sys.argv[1] + "/b.db" + end)
            """
        #expect(try Binary.run(program: "python3", ["-c", script, scratch.folder.path]).status == 0)
        let (file, link) = (scratch.folder.appending(path: "b.db"), scratch.folder.appending(path: "link.db"))
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        let bytes = try Data(contentsOf: file)
        #expect(try Binary.run("query", "SELECT x FROM t", "--format", "csv", database: link).text == "x\n42\n")
        #expect(try Data(contentsOf: file) == bytes)
        #expect(try files().contains("b.db-wal"))
    }

    @Test func `where sqlite3 is not installed, it says which package has it`() throws {
        let answer = try shell(["SELECT 1"], environment: ["PATH": "/nowhere"])
        #expect(answer.status == 69)
        #expect(answer.error.contains("apt-get install sqlite3"))
    }
}
