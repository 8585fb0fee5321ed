import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A path given to the program: what lies there, and how the program must answer.
private struct BadFile: CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (URL) throws -> Void
    let code: Int32
    let said: String

    init(_ name: String, _ code: Int32, _ said: String, make: @escaping @Sendable (URL) throws -> Void) {
        (testDescription, self.make, self.code, self.said) = (name, make, code, said)
    }
}

private let noise: [UInt8] = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 197 &+ $0 >> 3) }

private let badDatabases = [
    BadFile("absent", 66, "there is no such database; name another with -d FILE, or make it: recruitdb -d ") { _ in },
    BadFile("a folder", 65, "is a folder or device, not a database; name a file with -d FILE") {
        try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: true)
    },
    BadFile("0 bytes", 65, "is empty; delete it and make a database with: recruitdb -d ") { try Data().write(to: $0) },
    BadFile("noise", 65, "is not an SQLite database; name another file with -d FILE") { try Data(noise).write(to: $0) },
    BadFile("short", 65, "is not an SQLite database") { try Data("SQLite format 3\0".utf8).write(to: $0) },
    BadFile("another program's", 65, "is an SQLite database of another program, not RecruitDB's") {
        _ = try Binary.run(program: "sqlite3", [$0.path, "CREATE TABLE t (a)"])
    },
    BadFile("without its folder", 66, "the folder of documents cannot be opened: it is not there; it belongs beside") {
        _ = try Binary.run("init", database: $0)
        try FileManager.default.removeItem(at: $0.deletingPathExtension().appendingPathExtension("documents"))
    },
    BadFile("with a file for a folder", 66, "the folder of documents cannot be opened: a part of its path is no folder")
    {
        _ = try Binary.run("init", database: $0)
        let folder = $0.deletingPathExtension().appendingPathExtension("documents")
        try FileManager.default.removeItem(at: folder)
        try Data().write(to: folder)
    },
    BadFile("cut in the middle", 65, "is damaged") {
        _ = try Binary.run("init", database: $0)
        truncate($0.path, 5000)
    },
]

@Suite struct BadInputTests {
    @Test(arguments: badDatabases)
    private func `a wrong database is answered by every command alike, and stays as it is`(bad: BadFile) throws {
        let scratch = try Scratch()
        let file = scratch.folder.appending(path: "lab.db")
        try bad.make(file)
        let before = try? Data(contentsOf: file)
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
        let commands = [
            ["applications"], ["show", "A-2026-0001"], ["inbox"], ["search", "x"], ["migrate"],
            ["import", "mail", "-"],
            ["move", "A-2026-0001", "screening"], ["inbox", "assign", "1", "--position", "phd"],
        ]
        for words in commands {
            let done = try Binary.run(words, database: file)
            #expect(done.status == bad.code, "\(words) \(done.status) \(done.error)")
            #expect(done.error.contains(bad.said) && done.error.contains("lab."), "\(words) \(done.error)")
            #expect(done.error.split(separator: "\n").count == 1 && done.text == "")
        }
        #expect((try? Data(contentsOf: file)) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted() == names)
    }

    @Test(arguments: [
        BadFile("absent", 66, "there is no such file or folder; name a file, a Maildir, a folder of mail, or -") { _ in
        },
        BadFile("an empty folder", 65, "holds no mail, it is empty") {
            try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: true)
        },
        BadFile("0 bytes", 65, "holds no mail, it is empty") { try Data().write(to: $0) },
        BadFile("noise", 65, "is no mail: neither a message, nor an mbox, nor a Maildir") {
            try Data(noise).write(to: $0)
        },
        BadFile("a database", 65, "is no mail") {
            _ = try Binary.run(program: "sqlite3", [$0.path, "CREATE TABLE t (a)"])
        },
    ])
    private func `a wrong mailbox is refused, and the good one beside it does not come in half`(bad: BadFile) throws {
        let lab = try Lab()
        let good = try lab.scratch.file(
            "good.eml", letter(from: "a@example.org", subject: "PhD application", "Hello").utf8)
        let file = lab.scratch.folder.appending(path: "bad\u{1B}[31m.mbox")
        try bad.make(file)
        let done = try lab.run(["import", "mail", good.path, file.path])
        #expect(done.status == bad.code && done.text == "")
        #expect(done.error.contains(bad.said) && !done.error.contains("\u{1B}"), "\(done.error)")
        #expect(done.error.split(separator: "\n").count == 1)
        #expect(try lab.rows("SELECT count(*) FROM messages") == ["0"])
        #expect(lab.files() == [])
    }

    @Test(arguments: [
        (["-d", "", "init"], 64), (["-d", ":memory:", "init"], 64), (["-d", "place/", "init"], 64),
        (["-d", "no/such/place.db", "init"], 73), (["-d", "taken.db", "init"], 73), (["-d", "filed.db", "init"], 73),
        (["-d", "", "applications"], 64), (["-d", ":memory:", "check"], 64),
    ])
    func `a database that cannot be made leaves nothing behind`(words: [String], code: Int) throws {
        let scratch = try Scratch()
        _ = try scratch.file("taken.db", "mine".utf8)
        _ = try scratch.file("filed.documents", "mine".utf8)
        let done = try Binary.run(words, in: scratch.folder)
        #expect(Int(done.status) == code && done.error.split(separator: "\n").count == 1, "\(done.error)")
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
        #expect(names == ["filed.documents", "taken.db"])
    }

    @Test func `a locked database is waited for, and then whoever holds it is named`() throws {
        let lab = try Lab()
        try lab.mail(letter(from: "Ada <ada@example.org>", subject: "PhD application", "I apply for the PhD position."))
        let holder = Process()
        holder.executableURL = URL(filePath: "/usr/bin/env")
        holder.arguments = ["sqlite3", lab.database.path]
        let words = Pipe()
        let answers = Pipe()
        holder.standardInput = words
        holder.standardOutput = answers
        try holder.run()
        try words.fileHandleForWriting.write(contentsOf: Data("BEGIN IMMEDIATE;\nSELECT 'held';\n".utf8))
        _ = answers.fileHandleForReading.availableData
        let start = Date()
        let done = try lab.run(["move", "A-2026-0001", "screening"])
        let waited = Date().timeIntervalSince(start)
        #expect(done.status == 75)
        #expect(waited > 4.5 && waited < 20)
        #if os(Linux)
            let who = "sqlite3 (process \(holder.processIdentifier)) is writing to it; try again when that is done"
            #expect(done.error == "recruitdb: \(lab.database.path) is locked: \(who)\n")
        #endif
        #expect(try lab.run(["applications"]).status == 0, "reading goes on")
        try words.fileHandleForWriting.close()
        holder.waitUntilExit()
        #expect(try lab.run(["move", "A-2026-0001", "screening"]).status == 0)
    }

    @Test func `a second import waits for the first and says so`() throws {
        let lab = try Lab()
        let holder = open(lab.documents.path, O_RDONLY)
        defer { close(holder) }
        #expect(flock(holder, LOCK_EX | LOCK_NB) == 0)
        let done = try lab.run(
            ["import", "mail", "-"], input: Data(letter(from: "a@example.org", subject: "x", "y").utf8))
        #expect(done.status == 75)
        #expect(done.error.contains("another import is running; wait until it has ended and try again"))
    }

    @Test func `no room for the output, a file or the database is an error, and nothing is half-done`() throws {
        let lab = try Lab()
        let box = try lab.mailbox("in.mbox", 20, seed: 3)
        let binary = Binary.folder.appending(path: "recruitdb").path
        func sh(_ script: String) throws -> Outcome {
            try Binary.run(program: "sh", ["-c", script, "sh", binary, lab.database.path, box.path])
        }
        let cut = try sh("ulimit -f 40; exec \"$1\" -d \"$2\" import mail \"$3\"")
        #expect(cut.status == 74, "\(cut.status) \(cut.error)")
        #expect(cut.error.split(separator: "\n").count == 1)
        #expect(try lab.rows("SELECT count(*) FROM messages") == ["0"])
        #expect(try lab.run(["check"]).status == 0)
        #if os(Linux)
            let full = try sh("exec \"$1\" -d \"$2\" import mail \"$3\" >/dev/full")
            #expect(
                full.status == 74 && full.error == "recruitdb: the results cannot be written: No space left on device\n"
            )
            #expect(try sh("exec \"$1\" -d \"$2\" applications >/dev/full").status == 74)
        #endif
        #expect(try lab.rows("SELECT count(*) FROM messages WHERE file_id IS NOT NULL") == ["20"])
    }

    @Test func `whoever may not write or read is told so`() throws {
        let lab = try Lab()
        let box = try lab.mailbox("in.mbox", 3, seed: 3)
        let path = lab.database.path
        let folder = lab.scratch.folder.path
        defer { _ = try? Binary.run(program: "chmod", ["-R", "u+rwX", folder]) }
        for path in [folder, path, lab.documents.path] where geteuid() == 0 { chown(path, 65534, 65534) }
        chmod(folder, 0o555)
        for words in [["migrate"], ["import", "mail", box.path], ["move", "A-2026-0001", "screening"]] {
            let done = try Binary.runAsNobody(["-d", path] + words)
            #expect(done.status == 77 && done.error.contains("\(path) may not be written"), "\(words) \(done.error)")
        }
        let made = try Binary.runAsNobody(["-d", folder + "/new.db", "init"])
        #expect(made.status == 73 && made.error.contains("new.db: cannot be made: no permission"), "\(made.error)")
        chmod(folder, 0o755)
        chmod(box.path, 0)
        let unread = try Binary.runAsNobody(["-d", path, "import", "mail", box.path])
        #expect(unread.status == 77 && unread.error.contains("\(box.path): cannot be read: "), "\(unread.error)")
        chmod(path, 0)
        let closed = try Binary.runAsNobody(["-d", path, "applications"])
        #expect(closed.status == 77 && closed.error.contains("the database cannot be opened: no permission"))
    }

    @Test func `odd words end no command by a trap`() throws {
        let lab = try Lab()
        let commands = [
            "init", "migrate", "import call", "import mail", "inspect", "inbox assign", "inbox dismiss", "applications",
            "show",
            "move", "search", "query", "check", "help", "inbox assign 1 --position", "applications --width",
            "search x --limit", "move A-2026-0001", "-d",
        ]
        // The words go through the shell, since arguments of a Process are Unicode.
        let odd = """
            '' - -- '\\377\\376' '\\303' -9223372036854775809 9223372036854775808 0 '\\033[31mred' 'a\\nb' '%s%n' \
            --format= --by= = --=x -p . /dev/null
            """
        let script = """
            binary=$1; export RECRUITDB_DATABASE=$2; cd "$3"; long=$(head -c 70000 /dev/zero | tr '\\0' A)
            for word in \(odd) "$long"; do word=$(printf '%b' "$word")
            "$binary" \\$COMMAND "$word" </dev/null >/dev/null 2>said; code=$?
            if [ $code -gt 77 ] || [ $code -eq 70 ] || { [ $code -ne 0 ] && [ ! -s said ]; } || [ $(wc -c <said) -gt 2500 ]
            then echo "$COMMAND ${word%AAAA*}: $code"; fi; done
            """
        let binary = Binary.folder.appending(path: "recruitdb").path
        for command in commands {
            let one = script.replacing("\\$COMMAND", with: command).replacing("$COMMAND", with: command)
            let done = try Binary.run(
                program: "sh", ["-c", one, "sh", binary, lab.database.path, lab.scratch.folder.path])
            #expect(done.text == "", "\(done.text)")
        }
        #expect(try lab.run(["check"]).status == 0)
    }
}
