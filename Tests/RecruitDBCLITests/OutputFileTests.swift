import Foundation
import Testing

private let table = "CREATE TABLE v(n INTEGER PRIMARY KEY, x); INSERT INTO v(x) VALUES('张伟'), (NULL);"
private let endless = "WITH RECURSIVE c(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM c) SELECT i FROM c WHERE i % 9 = 0"
private let recruitdb = Binary.folder.appending(path: "recruitdb").path

extension Scratch {
    /// The names of the files, hidden ones among them.
    fileprivate var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    /// The names of the files and their bytes.
    fileprivate var contents: [String: Data] {
        get throws {
            try names.reduce(into: [:]) { files, name in
                files[name] = try Data(contentsOf: folder.appending(path: name))
            }
        }
    }

    /// The file at `name` as text.
    fileprivate func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// Runs `script` in the folder; $1 is the program, $2 the database.
    fileprivate func shell(_ script: String, _ database: URL, _ words: String...) throws -> Outcome {
        try Binary.run(
            program: "bash", ["-c", "cd '\(folder.path)'; \(script)", "bash", recruitdb, database.path] + words)
    }
}

@Test(arguments: [
    ("a.csv", "n\n1\n2\n"), ("a.tsv", "n\n1\n2\n"), ("a.json", "[{\"n\":1},\n{\"n\":2}]\n"),
    ("a.ndjson", "{\"n\":1}\n{\"n\":2}\n"), ("a.md", "| n |\n| --- |\n| 1 |\n| 2 |\n"),
    ("a.html", "<tr><th>n</th></tr>\n<tr><td>1</td></tr>\n<tr><td>2</td></tr>\n"),
    ("A.SQL", "INSERT INTO data(n) VALUES(1);\nINSERT INTO data(n) VALUES(2);\n"),
    ("a.txt", "┌───┐\n│ n │\n├───┤\n│ 1 │\n│ 2 │\n└───┘\n"), ("a", "n\n1\n2\n"), ("a.json.old", "n\n1\n2\n"),
    (".json", "[{\"n\":1},\n{\"n\":2}]\n"),
])
func `the ending of the file chooses the format`(name: String, content: String) throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let path = scratch.folder.appending(path: name).path
    let done = try Binary.run("query", "SELECT n FROM v", "--output", path, database: file)
    #expect(done.text == "" && done.error == "" && done.status == 0)
    #expect(try scratch.text(name) == content)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    #expect(try scratch.names == [name, "test.db"].sorted())

    _ = try Binary.run("query", "SELECT n FROM v", "-o", path, "--format", "list", database: file)
    #expect(try scratch.text(name) == "n\n1\n2\n")
}

@Test(arguments: [
    ("SELECT abs(-9223372036854775808)", "out.csv", 65), ("SELEC 1", "out.csv", 64), ("DELETE FROM v", "out.csv", 77),
    ("SELECT 1", "absent/out.csv", 73), ("SELECT 1", ".", 73), ("SELECT 1", "", 64), ("SELECT 1", "test.db", 64),
    ("SELECT 1", "link.db", 64), ("SELECT 1", "/dev/full", 74),
])
func `a file of results that fails leaves all as it was`(sql: String, output: String, status: Int32) throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    _ = try scratch.file("out.csv", "before\n".utf8)
    try FileManager.default.createSymbolicLink(
        at: scratch.folder.appending(path: "link.db"), withDestinationURL: file)
    let before = try Data(contentsOf: file)
    let done = try Binary.run(["query", sql, "--output", output], database: file, in: scratch.folder)
    #expect(done.status == status, "\(done.error)")
    #expect(done.error.split(separator: "\n").isEmpty == false)
    #expect(try scratch.names == ["link.db", "out.csv", "test.db"])
    #expect(try scratch.text("out.csv") == "before\n")
    #expect(try Data(contentsOf: file) == before)
}

@Test func `a file that may not grow is an error that names it, and nothing stays of it`() throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    _ = try scratch.file("out.csv", "before\n".utf8)
    let done = try scratch.shell("ulimit -f 8; \"$1\" -d \"$2\" query \"$3\" -o out.csv --limit 500000", file, endless)
    #expect(done.status == 74)
    #expect(
        done.error == "recruitdb: out.csv cannot be written: a file may not be that large here (ulimit -f); nothing "
            + "was changed, free some space or name another place\n")
    #expect(try scratch.names == ["out.csv", "test.db"])
    #expect(try scratch.text("out.csv") == "before\n")
}

@Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)] as [(String, Int32)])
func `a run that is interrupted takes its file along`(signal: String, status: Int32) throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    _ = try scratch.file("out.csv", "before\n".utf8)
    let script = """
        set -m; "$1" -d "$2" query "$3" -o out.csv & sleep 0.4; ls -A | grep -c part; kill -\(signal) $!; wait $!
        """
    let done = try scratch.shell(script, file, endless)
    #expect(done.status == status && done.text == "1\n")
    #expect(try scratch.names == ["out.csv", "test.db"])
    #expect(try scratch.text("out.csv") == "before\n")
}

@Test func `a link stays a link, a pipe a pipe, and - is standard output`() throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let done = try scratch.shell(
        """
        touch real.csv; ln -s real.csv link.csv; mkfifo pipe
        "$1" -d "$2" query "$3" -o link.csv; cat real.csv; readlink link.csv
        "$1" -d "$2" query "$3" -o pipe & cat pipe; wait
        "$1" -d "$2" query "$3" -o -; "$1" -d "$2" query "$3" -o /dev/stdout
        "$1" -d "$2" query "$3" -o pipe & : <pipe; wait $!; echo $?
        """, file, "SELECT 7 AS n")
    #expect(done.text == "n\n7\nreal.csv\n" + String(repeating: "n\n7\n", count: 3) + "0\n", "\(done.error)")
    #expect(try scratch.names == ["link.csv", "pipe", "real.csv", "test.db"])
}

@Test func `every command that lists writes to a file`() throws {
    let lab = try Lab()
    try lab.mail(letter(from: "Wei Li <wei@example.org>", subject: "Application for PhD", "I apply."))
    let commands = [
        ["applications"], ["inbox"], ["search", "nothing"], ["show", "A-2026-0001"], ["migrate", "--status"],
    ]
    for (index, command) in commands.enumerated() {
        let done = try lab.run(command + ["-o", "\(index).json"])
        let file = lab.scratch.folder.appending(path: "\(index).json")
        #expect(done.status == 0 && done.text == "", "\(command): \(done.error)")
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(contentsOf: file)) }
    }
}

@Test func `a check that finds something has its answer in the file`() throws {
    let lab = try Lab()
    try lab.expectDone(["check"])
    chmod(lab.database.path, 0o644)
    let done = try lab.run(["check", "-o", "found.csv"])
    #expect(done.status == 1)
    let found = try String(contentsOf: lab.scratch.folder.appending(path: "found.csv"), encoding: .utf8)
    #expect(found.split(separator: "\n").count > 1)
}

@Test(arguments: [
    ("own.csv", ["SELECT * FROM own", "--with", "own=own.csv"]),
    ("./own.csv", ["SELECT * FROM own", "--with", "own=own.csv"]),
    ("link.csv", ["SELECT * FROM own", "--with", "own=own.csv"]),
    ("own.csv", ["SELECT * FROM own", "--with", "own=link.csv"]),
    ("other.db", ["SELECT * FROM v AS w, own", "--with", "own=other.db"]), ("q.sql", ["-f", "q.sql"]),
])
func `what is read to answer is not replaced by the answer`(output: String, words: [String]) throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    _ = try scratch.database("CREATE TABLE own(a); INSERT INTO own VALUES(1);", name: "other.db")
    _ = try scratch.file("own.csv", "a\n1\n".utf8)
    _ = try scratch.file("q.sql", "SELECT 1".utf8)
    try FileManager.default.createSymbolicLink(
        atPath: scratch.folder.appending(path: "link.csv").path, withDestinationPath: "own.csv")
    let before = try scratch.contents
    let done = try Binary.run(["query"] + words + ["-o", output], database: file, in: scratch.folder)
    #expect(done.status == 64)
    #expect(
        done.error
            == "recruitdb: \(output) is read to answer this, and would be replaced; name another file for the results\n"
    )
    #expect(try scratch.contents == before)
    #expect(try Binary.run(["query"] + words + ["-o", "new.csv"], database: file, in: scratch.folder).status == 0)
}

@Test(arguments: [
    "test.db-wal", "test.db-shm", "test.db-journal", "./test.db-journal", "link.db-wal", "link.csv",
    "../here/test.db-wal",
])
func `a file that SQLite would take for its own is not made`(output: String) throws {
    let scratch = try Scratch()
    let here = scratch.folder.appending(path: "here")
    try FileManager.default.createDirectory(at: here, withIntermediateDirectories: true)
    let file = try scratch.database(table, name: "here/test.db")
    for (name, target) in [("link.db", "test.db"), ("link.csv", "test.db-wal")] {
        try FileManager.default.createSymbolicLink(
            atPath: here.appending(path: name).path, withDestinationPath: target)
    }
    for database in [file.path, "test.db", "link.db"] where database == "link.db" || output != "link.db-wal" {
        let done = try Binary.run(["-d", database, "query", "SELECT 1", "-o", output], in: here)
        #expect(done.status == 64)
        #expect(done.error.contains("is the database itself, or a file of SQLite's beside it"), "\(done.error)")
    }
    #expect(
        try FileManager.default.contentsOfDirectory(atPath: here.path).sorted() == ["link.csv", "link.db", "test.db"])
}

@Test(arguments: [
    ("real.csv", 0, ["link.csv", "real.csv", "test.db"]), ("there/real.csv", 0, ["link.csv", "test.db", "there"]),
    ("absent/real.csv", 73, ["link.csv", "test.db", "there"]), ("link.csv", 73, ["link.csv", "test.db", "there"]),
])
func `a link to a file that is not there leads to where it would be`(target: String, status: Int32, names: [String])
    throws
{
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let link = scratch.folder.appending(path: "link.csv").path
    if names.contains("there") {
        try FileManager.default.createDirectory(
            at: scratch.folder.appending(path: "there"), withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    // From elsewhere: a link is read from its own folder.
    let done = try Binary.run(["query", "SELECT 7 AS n", "-o", link], database: file)
    #expect(done.status == status, "\(done.error)")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    #expect(try scratch.names == names)
    if status == 0 { #expect(try scratch.text(target) == "n\n7\n") }
}

@Test func `what a killed run left is removed by the next one, and nothing else`() throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let kill = """
        "$1" -d "$2" query "$3" -o out.csv & sleep 0.4; kill -KILL $!; wait $! 2> /dev/null; ls -A | grep -c part
        """
    #expect(try scratch.shell(kill, file, endless).text == "1\n")
    let living = ".recruitdb-\(getpid())-0.part"
    let others = [
        ".recruitdb-999999x-0.part", ".recruitdb-0999999-0.part", ".recruitdb-.part", "recruitdb-999999-0.part",
    ]
    for name in others + [living] { _ = try scratch.file(name, "mine\n".utf8) }
    // Of no process here, but somebody writes it: a machine or container that shares the folder.
    let locked = ".recruitdb-999999-7.part"
    let next = "touch \(locked); exec 9< \(locked); flock 9; \"$1\" -d \"$2\" query 'SELECT 1 AS n' -o out.csv"
    let done = try scratch.shell(next, file)
    #expect(done.status == 0 && done.error == "")
    #expect(try scratch.names == (others + [living, locked, "out.csv", "test.db"]).sorted())

    #expect(
        try Binary.run(["query", "SELECT 1 AS n", "-o", "out.csv"], database: file, in: scratch.folder).status == 0)
    #expect(try scratch.names == (others + [living, "out.csv", "test.db"]).sorted())
}

@Test(.enabled(if: canMount), arguments: ["out.csv", "out.json", "out.txt", "out.xlsx"])
func `a disk that is full is an error that names the file, and nothing stays of it`(name: String) throws {
    let scratch = try Scratch()
    let file = try scratch.database(table)
    let script = """
        mkdir disk && mount -t tmpfs -o size=64k tmpfs disk || exit 99
        echo before > disk/\(name)
        "$1" -d "$2" query "$3" -o disk/\(name) --limit 300000; code=$?; ls -A disk; cat disk/\(name); umount disk; exit $code
        """
    let done = try scratch.shell(script, file, endless)
    #expect(done.status == 74, "\(done.error)")
    #expect(done.text == "\(name)\nbefore\n")
    #expect(done.error.contains("disk/\(name) cannot be written"), "\(done.error)")
    #expect(done.error.contains("nothing was changed"), "\(done.error)")
}

/// Whether a small file system can be made here.
private let canMount: Bool = {
    guard let scratch = try? Scratch() else { return false }
    let script = "mount -t tmpfs -o size=64k tmpfs \"$1\" && umount \"$1\""
    return (try? Binary.run(program: "sh", ["-c", script, "sh", scratch.folder.path]))?.status == 0
}()
