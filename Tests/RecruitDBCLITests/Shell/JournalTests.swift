import Foundation
import Testing

@Test(
    arguments: [([], "wal"), (["--journal", "wal"], "wal"), (["--journal", "delete"], "delete")] as [([String], String)]
)
func `a database works the same with either journal`(words: [String], mode: String) throws {
    let lab = try Lab(name: "first.db", call: false)
    let file = lab.scratch.folder.appending(path: "lab.db")
    func run(_ words: [String], input: Data = Data()) throws -> Outcome {
        try Binary.run(words, database: file, input: input, in: lab.scratch.folder)
    }
    #expect(try run(["init"] + words).status == 0)
    #expect(try Binary.run(program: "sqlite3", [file.path, "PRAGMA journal_mode"]).text == mode + "\n")
    #expect(try run(["import", "call", Lab.call.path]).status == 0)
    let mail = letter(from: "Wei Li <wei@example.org>", subject: "Application for PhD", "I apply.")
    #expect(try run(["import", "mail", "-", "--no-text"], input: Data(mail.utf8)).status == 0)
    #expect(try run(["query", "SELECT count(*) AS n FROM messages"]).text == "n\n1\n")
    let check = try run(["check"])
    #expect(check.status == 0, "\(check.text)")
    #expect(try Binary.run(program: "sqlite3", [file.path, "PRAGMA journal_mode"]).text == mode + "\n")
}

@Test(arguments: ["off", "WAL ", "", "truncate"])
func `a journal that there is not is refused, and nothing is made`(mode: String) throws {
    let scratch = try Scratch()
    let done = try Binary.run(["-d", "lab.db", "init", "--journal", mode], in: scratch.folder)
    #expect(done.status == 64 && done.error.contains("--journal takes wal or delete"), "\(done.error)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == [])
}
