import Foundation
import Testing

private func mode(_ url: URL) throws -> String {
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    return String(attributes[.posixPermissions] as? Int ?? 0, radix: 8)
}

extension Lab {
    /// Takes the last migration, which makes nothing but views, away again.
    fileprivate func goBack() throws {
        let drops = try rows("SELECT 'DROP VIEW ' || name || ';' FROM sqlite_schema WHERE type = 'view'").joined()
        let forget = "DELETE FROM schema_migrations WHERE number = 15; PRAGMA user_version = 14"
        _ = try rows("\(drops) \(forget)")
    }

    /// Runs `recruitdb` under a umask.
    fileprivate func run(umask: String, _ words: [String]) throws -> Outcome {
        let binary = Binary.folder.appending(path: "recruitdb").path
        return try Binary.run(
            program: "sh", ["-c", "umask \(umask); exec \"$@\"", "sh", binary, "-d", database.path] + words)
    }
}

@Suite struct MigrateCommandTests {
    @Test func `an upgrade is tried, copied aside, made, and there is nothing to do after it`() throws {
        let lab = try Lab()
        try lab.goBack()
        let refused = try lab.run(["applications"])
        #expect(refused.status == 65)
        let path = lab.database.path
        let last = "0015_views.sql"
        #expect(
            refused.error == "recruitdb: \(path): the schema lacks \(last); run: recruitdb -d \(path) migrate\n")
        let before = try lab.dump()
        #expect(try lab.expectDone(["migrate", "--dry-run"]).text == "would apply \(last)\n")
        #expect(try lab.dump() == before)
        let status = try lab.expectDone(["migrate", "--status", "--no-header"]).text.split(separator: "\n")
        #expect(status.count == 15 && status.last == "15,\(last),pending,")
        #expect(status.dropLast().allSatisfy { $0.contains(",applied,2") })

        let copy = path.replacing(".db", with: ".before-0015.db")
        #expect(try lab.expectDone(["migrate"]).text == "copied to \(copy)\napplied \(last)\n")
        #expect(try mode(URL(filePath: copy)) == "600")
        // A compact copy: the same rows and objects, some in another order.
        let copied = try Binary.run(program: "sqlite3", [copy, ".dump"]).text
        #expect(copied.split(separator: "\n").sorted() == before.split(separator: "\n").sorted())
        #expect(try lab.expectDone(["migrate"]).text == "nothing to do\n")
        #expect(try lab.expectDone(["migrate", "--dry-run"]).text == "nothing to do\n")
        #expect(try lab.run(["check"]).status == 0)

        try lab.goBack()
        #expect(try lab.expectDone(["migrate"]).text.hasPrefix("copied to \(copy.replacing("0015", with: "0015-2"))\n"))
    }

    @Test(arguments: [
        (
            "UPDATE schema_migrations SET sha256 = 'feed' || sha256 WHERE number = 3",
            "0003_positions.sql was changed after"
        ),
        (
            "INSERT INTO schema_migrations VALUES (16, '0016_later.sql', 'x', '2027-01-01T00:00:00Z', 1, '9.1')",
            "the database is newer than this program: migration 16 (0016_later.sql) came with version 9.1"
        ),
        (
            "PRAGMA user_version = 40",
            "is of a newer RecruitDB (schema 40, this program knows 15); use the newer program"
        ),
        ("DELETE FROM schema_migrations WHERE number = 4", "the database lacks migration 4"),
        ("PRAGMA application_id = 7", "is an SQLite database of another program"),
    ])
    func `a schema that is not ours, edited, newer or full of holes is refused, and nothing changes`(
        sql: String, said: String
    ) throws {
        let lab = try Lab(call: false)
        _ = try lab.rows(sql)
        let before = try lab.dump()
        for words in [["migrate"], ["migrate", "--dry-run"], ["applications"], ["check"]] {
            let done = try lab.run(words)
            #expect(done.status == 65 && done.error.contains(said), "\(words) \(done.status) \(done.error)")
            #expect(done.error.contains(lab.database.path))
        }
        #expect(try lab.dump() == before)
        let names = try FileManager.default.contentsOfDirectory(atPath: lab.scratch.folder.path)
        #expect(!names.contains { $0.contains("before") })
    }

    @Test(arguments: ["000", "022", "077"])
    func `the file, its copies and the folder are their owner's alone under umask`(umask: String) throws {
        let lab = try Lab()
        for name in try FileManager.default.contentsOfDirectory(atPath: lab.scratch.folder.path) {
            try FileManager.default.removeItem(at: lab.scratch.folder.appending(path: name))
        }
        #expect(try lab.run(umask: umask, ["init"]).status == 0)
        #expect(try lab.run(umask: umask, ["import", "call", Lab.call.path]).status == 0)
        let box = try lab.mailbox("in.mbox", 5, seed: 1)
        #expect(try lab.run(umask: umask, ["import", "mail", box.path]).status == 0)
        try lab.goBack()
        #expect(try lab.run(umask: umask, ["migrate"]).status == 0)
        let databases = try FileManager.default.contentsOfDirectory(atPath: lab.scratch.folder.path)
            .filter { $0.hasPrefix("lab.") && !$0.hasSuffix(".documents") }
        #expect(databases.count >= 2)
        for name in databases { #expect(try mode(lab.scratch.folder.appending(path: name)) == "600", "\(name)") }
        #expect(try mode(lab.documents) == "700")
        let found = FileManager.default.enumerator(at: lab.documents, includingPropertiesForKeys: nil)?.allObjects ?? []
        let modes = try Set((found as? [URL] ?? []).map { "\($0.hasDirectoryPath) \(try mode($0))" })
        #expect(modes == ["true 700", "false 400"])
    }
}
