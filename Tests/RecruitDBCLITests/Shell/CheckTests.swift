import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One thing done to a database, and what check must say of it.
private struct Damage: CustomTestStringConvertible {
    let testDescription: String
    let said: String
    let isWrong: Bool
    let make: @Sendable (Lab) throws -> Void

    init(_ name: String, says said: String, isWrong: Bool = true, _ make: @escaping @Sendable (Lab) throws -> Void) {
        (testDescription, self.said, self.isWrong, self.make) = (name, said, isWrong, make)
    }

    /// SQL in the shell, where no key is checked.
    static func sql(_ name: String, _ sql: String, says said: String, isWrong: Bool = true) -> Damage {
        Damage(name, says: said, isWrong: isWrong) { lab in
            guard try lab.shell(sql).status == 0 else { throw ScratchError(reason: sql) }
        }
    }
}

extension Lab {
    /// A paper in the folder.
    fileprivate func paper() throws -> String {
        let hash = try rows("SELECT sha256 FROM document_overview ORDER BY 1 LIMIT 1")[0]
        return documents.path + "/\(hash.prefix(2))/\(hash.dropFirst(2))"
    }

    /// A file of `bytes` in the folder that is `hours` old.
    fileprivate func leave(_ name: String, hours: Double) throws {
        let file = documents.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("left".utf8).write(to: file)
        let date = Date(timeIntervalSinceNow: -hours * 3600)
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
    }
}

private let damages = [
    Damage("nothing", says: "nothing is wrong", isWrong: false) { _ in },
    Damage("a missing paper", says: "is not in the folder, though a row names it") { lab in unlink(try lab.paper()) },
    Damage("other bytes", says: "its bytes are not those of its name") { lab in
        let paper = try lab.paper()
        var bytes = try Data(contentsOf: URL(filePath: paper))
        bytes[bytes.count / 2] ^= 1
        chmod(paper, 0o600)
        try bytes.write(to: URL(filePath: paper))
    },
    Damage("a cut paper", says: " bytes instead of ") { lab in
        let paper = try lab.paper()
        chmod(paper, 0o600)
        truncate(paper, 3)
    },
    Damage("old garbage", says: "belongs to no row") { try $0.leave("ab/garbage", hours: 2) },
    Damage("old garbage half-written", says: "incoming/half") { try $0.leave("incoming/half", hours: 2) },
    Damage("an old file beside the folders", says: "documents/notes.txt") { try $0.leave("notes.txt", hours: 2) },
    Damage("young garbage", says: "nothing is wrong", isWrong: false) { try $0.leave("ab/garbage", hours: 0.5) },
    Damage("a file open to others", says: "chmod 600 ") { lab in chmod(lab.database.path, 0o644) },
    Damage("a folder open to others", says: "chmod 700 ") { lab in chmod(lab.documents.path, 0o755) },
    .sql("a dropped trigger", "DROP TRIGGER applications_move", says: "\"trigger applications_move\",\"is missing\""),
    .sql("a dropped view", "DROP VIEW inbox", says: "\"view inbox\",\"is missing\""),
    .sql(
        "a weaker trigger",
        "DROP TRIGGER stage_history_is_not_deleted; CREATE TRIGGER stage_history_is_not_deleted "
            + "BEFORE DELETE ON stage_history BEGIN SELECT 1; END", says: "is not what the migrations made"),
    .sql("a table of one's own", "CREATE TABLE notes (a)", says: "is not of RecruitDB", isWrong: false),
    .sql(
        "an orphan",
        "DROP TRIGGER messages_join_applications_that_exist; UPDATE messages SET applicant_id = 999 WHERE id = 1",
        says: "\"messages row 1\",\"refers to a row of applicants that is not there\""),
    .sql(
        "a stage without its history", "DROP TRIGGER applications_moved; UPDATE applications SET stage = 'screening'",
        says: "\"stands in screening, but its history ends in received\""),
    .sql(
        "a file without its hash",
        "DROP TRIGGER file_hashes_stay; DELETE FROM file_hashes WHERE file_id = 1",
        says: "\"files row 1\",\"has no hash\""),
    Damage("a damaged page", says: "restore a copy, or save what is left: sqlite3 ") { lab in
        _ = try lab.shell("PRAGMA wal_checkpoint(TRUNCATE)")
        let root = try lab.rows(
            "SELECT (rootpage - 1) * (SELECT * FROM pragma_page_size) FROM sqlite_schema WHERE name = 'messages'")
        let file = try FileHandle(forUpdating: lab.database)
        try file.seek(toOffset: UInt64(root[0]) ?? 0)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 2000))
        try file.close()
    },
    Damage("a damaged schema", says: "restore a copy, or save what is left: sqlite3 ") { lab in
        _ = try lab.shell("PRAGMA wal_checkpoint(TRUNCATE)")
        let file = try FileHandle(forUpdating: lab.database)
        try file.seek(toOffset: 100)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 2000))
        try file.close()
    },
]

@Suite struct CheckTests {
    @Test(arguments: damages)
    private func `check finds what is wrong, says what to do, and answers with its exit code`(damage: Damage) throws {
        let lab = try Lab()
        try lab.mail(
            letter(
                from: "Ada Example <ada@example.org>", subject: "PhD application", "I apply for the PhD position.",
                papers: [("notes.txt", "Notes that are long enough to be cut")]))
        try damage.make(lab)
        let done = try lab.run(["check", "--format", "csv"])
        #expect(done.status == (damage.isWrong ? 1 : 0), "\(done.text)\(done.error)")
        #expect((done.text + done.error).contains(damage.said), "\(done.text)\(done.error)")
        #expect(done.error.contains(damage.isWrong ? "wrong with \(lab.database.path)" : "nothing is wrong"))
    }

    @Test func `a moved binary works without its programs, and check says what to install`() throws {
        let lab = try Lab()
        let moved = lab.scratch.folder.appending(path: "moved")
        try FileManager.default.copyItem(at: Binary.folder.appending(path: "recruitdb"), to: moved)
        let box = try lab.mailbox("in.mbox", 10, seed: 3)
        func run(_ words: [String]) throws -> Outcome {
            try Binary.run(program: "env", ["PATH=/nowhere", moved.path, "-d", lab.database.path] + words)
        }
        #expect(try run(["import", "mail", box.path]).status == 0)
        let waiting = Int(try lab.rows("SELECT count(*) FROM files WHERE text_status = 'pending'")[0]) ?? 0
        #expect(waiting > 0)
        let check = try run(["check"])
        #expect(check.status == 1)
        #expect(
            check.text.contains(
                "warning,recruitdb-extract,\"is not installed; \(waiting) papers wait for their text\","
                    + "\"put it beside recruitdb, or into a folder of PATH: make install does both\""), "\(check.text)")
        // With the extractor beside it and no pdftotext.
        let beside = lab.scratch.folder.appending(path: "recruitdb-extract")
        try FileManager.default.copyItem(at: Binary.folder.appending(path: "recruitdb-extract"), to: beside)
        let second = try run(["check"])
        #expect(second.status == 1 || second.text.contains("wait for their text"), "\(second.text)\(second.error)")
        // All of them: the next import goes on where it stopped.
        try lab.expectDone(["import", "mail", box.path])
        #expect(try lab.rows("SELECT count(*) FROM files WHERE text_status = 'pending'") == ["0"])
        #expect(try lab.run(["check"]).status == 0)
    }
}
