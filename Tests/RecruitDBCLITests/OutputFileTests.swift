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
