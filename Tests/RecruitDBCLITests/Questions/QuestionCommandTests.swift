import Foundation
import Testing

private let mine = """
    -- question: How many applications are there?
    -- personal: no
    -- parameter: intake (text, optional, example 2027-fall) only this intake
    -- parameter: least (integer, default 0) how many at least
    -- column: applications  how many
    SELECT count(*) AS applications, typeof(:intake) AS type FROM application_facts HAVING count(*) >= :least
    """

/// A lab with a folder of questions of its own beside the database.
private final class OwnQuestions {
    let lab: Lab
    let folder: URL

    init(_ files: [String: String] = [:]) throws {
        lab = try Lab(name: "lab.db")
        folder = lab.scratch.folder.appending(path: "lab.questions")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, Data(text.utf8)) }
    }

    func write(_ name: String, _ bytes: Data) throws { try bytes.write(to: folder.appending(path: name)) }

    func query(_ words: String..., environment: [String: String] = [:]) throws -> Outcome {
        try lab.run(["query"] + words, environment: environment)
    }
}

@Test func `--list has a row for each question, in every format`() throws {
    let own = try OwnQuestions()
    let csv = try own.query("--list")
    #expect(csv.text.hasPrefix("name,question,parameters,personal\n") && csv.status == 0 && csv.error == "")
    #expect(csv.text.contains("\noverdue,"))
    let rows = try JSONSerialization.jsonObject(with: own.query("--list", "--format", "json").output)
    #expect((rows as? [[String: Any]])?.count == csv.text.split(separator: "\n").count - 1)
    #expect(try own.query("--list", "overdue").status == 64)
    // It needs no database.
    #expect(try Binary.run(["query", "--list"], in: own.lab.scratch.folder).status == 0)
}

@Test func `--help NAME shows what a question takes, gives and asks`() throws {
    let own = try OwnQuestions()
    let help = try own.query("--help", "overdue")
    #expect(help.status == 0)
    let parts = [
        "QUESTION: Which open applications", "USAGE: recruitdb query overdue [-p today=<date>]",
        "EXAMPLE:\n  recruitdb query overdue -p position=phd\n", "default: today", "days_over", "SQL:\n  SELECT ",
    ]
    for part in parts { #expect(help.text.contains(part), "\(part)") }
    #expect(!help.text.contains("-- question"))
    #expect(try own.query("overdue", "--help").text == help.text)
    #expect(try own.lab.run(["help", "query", "overdue"]).text == help.text)
    #expect(try own.query("--help").text.contains("USAGE: recruitdb query [--"))
    #expect(try own.query("--help", "SELECT 1").text.contains("USAGE: recruitdb query [--"))
    let wrong = try own.query("--help", "overdeu")
    #expect(wrong.status == 64 && wrong.error.contains("did you mean 'overdue'?"))
    #expect(try own.lab.run(["help", "query", "overdeu"]).error == wrong.error)
    for words in [
        ["init", "overdue"], ["query", "overdue", "late"], ["query", "SELECT 1"], ["--man", "query", "overdue"],
    ] {
        let refused = try own.lab.run(["help"] + words)
        #expect(refused.status == 64 && refused.error.contains("has no command"), "\(words): \(refused.error)")
    }
}

@Test(arguments: [
    (["overdeu"], "no saved question of that name; did you mean 'overdue'?"),
    (["overdue", "-p", "positon=phd"], "no parameter 'positon'; did you mean 'position'?; its parameters: today ("),
    (["overdue", "-p", "today=tomorrow"], "-p today takes a day"),
    (["overdue", "-p", "today=2026-02-30"], "-p today takes a day"),
    (["overdue", "-p", "today:int=3"], "-p today takes a day"),
    (["contacts"], "contacts: it needs -p stage=TEXT; its parameters: stage (text), position (text, optional)"),
    (["stale", "-p", "days=x"], "-p days takes a whole number"),
    (["stale", "-p", "days=1", "-p", "days=2"], "-p days is given twice"),
    (["mail-by-triage", "-p", "a=1"], "it has no parameters"),
])
func `a name or parameter that is wrong is refused with what there is`(words: [String], part: String) throws {
    let own = try OwnQuestions()
    let done = try own.lab.run(["query"] + words)
    #expect(done.status == 64 && done.text == "", "\(done.error)")
    #expect(done.error.contains(part), "\(done.error)")
}

@Test func `the header's type counts, not what a value looks like`() throws {
    let own = try OwnQuestions(["mine.sql": mine])
    #expect(try own.query("mine", "-p", "intake=2027", "--no-header").text == "0,text\n")
    #expect(try own.query("mine", "--no-header").text == "0,null\n")
    #expect(try own.query("mine", "-p", "intake:null=", "--no-header").text == "0,null\n")
    #expect(try own.query("mine", "-p", "least=1", "--no-header").text == "")
    #expect(try own.query("mine", "-p", "least=one").status == 64)
}

@Test func `only a recruitment database is asked`() throws {
    let scratch = try Scratch()
    let other = try Binary.run(["query", "overdue"], database: scratch.database("CREATE TABLE t(a);"))
    #expect(other.status == 65 && other.error.contains("another program"))
    let absent = try Binary.run(["query", "overdue"], database: scratch.folder.appending(path: "absent.db"))
    #expect(absent.status == 66 && absent.error.contains("no such database"))
    #expect(try Binary.run(["query", "SELECT 1"], database: scratch.database("SELECT 1;", name: "e.db")).status == 0)
}

@Test func `an own question stands in the place of a built-in one, and --list says so`() throws {
    let own = try OwnQuestions(["pipeline.sql": mine, "notes.txt": "no question", ".draft.sql": "no question"])
    #expect(try own.query("pipeline").text == "applications,type\n0,null\n")
    let list = try own.query("--list")
    #expect(list.status == 0 && list.text.contains("\npipeline,\"How many applications are there?\""))
    #expect(list.error == "recruitdb: pipeline is \(own.folder.path)/pipeline.sql, not the built-in question\n")
    #expect(try own.query("--help", "pipeline").text.contains("pipeline.sql, in the place of the built-in question"))
    let plain = try own.query("--list", environment: ["RECRUITDB_QUESTIONS": own.lab.scratch.folder.path])
    #expect(plain.error == "")
    let missing = try own.query("overdue", environment: ["RECRUITDB_QUESTIONS": "/nowhere/at-all"])
    #expect(missing.status == 66 && missing.error.contains("/nowhere/at-all: there is no such folder of questions"))
}

@Test func `a broken file is named with its line, and hinders no other`() throws {
    let own = try OwnQuestions([
        "good.sql": mine, "half.sql": "-- question: q?\n-- persnal: no\nSELECT 1",
        "wrong-column.sql": "-- question: q?\n-- personal: no\nSELECT nam FROM positions",
        "writes.sql": "-- question: q?\n-- personal: no\nDELETE FROM positions",
        "undeclared.sql": "-- question: q?\n-- personal: no\nSELECT :x AS x", "Capital.sql": mine, "select.sql": mine,
    ])
    #expect(try own.query("good").status == 0)
    #expect(try own.query("overdue").status == 0)
    let half = try own.query("half")
    #expect(half.status == 65 && half.error.contains("/half.sql:2: 'persnal' is no word of a header"))
    let column = try own.query("wrong-column")
    #expect(
        column.status == 65
            && column.error.contains("/wrong-column.sql: no such column: nam; did you mean 'name'?, at line 3"))
    let writes = try own.query("writes")
    #expect(writes.status == 77 && writes.error.contains("DELETE from positions"))
    #expect(try own.query("undeclared").status == 65)
    let list = try own.query("--list")
    #expect(list.status == 65)
    for name in ["good", "overdue", "wrong-column"] { #expect(list.text.contains("\n\(name),")) }
    for name in ["half.sql:2:", "Capital.sql:", "select.sql:"] { #expect(list.error.contains("/\(name)"), "\(name)") }
}

@Test func `hostile files are refused: links, folders, pipes, NULs, noise, too much`() throws {
    let own = try OwnQuestions(["real.sql": mine])
    let place = own.folder.path
    try FileManager.default.createSymbolicLink(atPath: "\(place)/link.sql", withDestinationPath: "\(place)/real.sql")
    try FileManager.default.createSymbolicLink(atPath: "\(place)/loop.sql", withDestinationPath: "loop.sql")
    try FileManager.default.createDirectory(atPath: "\(place)/folder.sql", withIntermediateDirectories: true)
    try #require(mkfifo("\(place)/pipe.sql", 0o600) == 0)
    try own.write("nul.sql", Data(mine.utf8 + [0]))
    try own.write("escape.sql", Data(mine.replacing("SELECT", with: "SELECT '\u{1B}[31m', ").utf8))
    try own.write("command.sql", Data("-- question: \u{9B}31mred\n-- personal: no\nSELECT 1\n".utf8))
    try own.write("noise.sql", Data((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7919 | 0x80) }))
    try own.write("huge.sql", Data(mine.utf8 + [UInt8](repeating: 0x20, count: 1 << 18)))
    let parts = [
        "link": "is a link", "loop": "is a link", "folder": "is no file", "pipe": "is no file", "nul": "a NUL",
        "escape": "a control character", "command": "command.sql:1: there is a control character",
        "noise": "not text in UTF-8", "huge": "larger than",
    ]
    for (name, part) in parts {
        let done = try own.query(name)
        #expect(done.status == 65 && done.error.contains(part), "\(name): \(done.error)")
    }
    #expect(try own.query("real").status == 0)
    let list = try own.query("--list")
    #expect(list.status == 65)
    #expect(list.error.split(separator: "\n").count == parts.count)
    #expect(try own.query("../lab").status == 64)
}
