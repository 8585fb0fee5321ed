import Foundation
import RecruitSQLite
import Testing

@testable import RecruitDB

@Suite struct DeidentifiedExportTests {
    private func column(_ sql: SQL, of path: String) throws -> [String] {
        let connection = try Connection(path: path, access: .readOnly)
        defer { connection.close() }
        return try connection.all(sql) { (row: borrowing Row) in try row.textOrNil(0) ?? "" }
    }

    @Test func `no personal byte string of the source is in the export`() throws {
        let pair = try DatabasePair(hasOwnThings: false)
        let export = pair.scratch.folder.appending(path: "export.db")
        let made = try Binary.run(["export", "deidentified", export.path], database: URL(filePath: pair.paths[0]))
        #expect(made.status == 0, "\(made.error)")
        let refs = try column("SELECT ref FROM applicants UNION SELECT ref FROM applications", of: pair.paths[0])
        let texts = try column("SELECT substr(text, 1, 30) FROM message_texts", of: pair.paths[0])
        let content = try Data(contentsOf: export)
        #expect(pair.secrets.count > 30)
        #expect(try Data(contentsOf: URL(filePath: pair.paths[0])).range(of: Data(pair.secrets[0].utf8)) != nil)
        for secret in pair.secrets + refs + texts where !secret.isEmpty {
            #expect(content.range(of: Data(secret.utf8)) == nil, "\(secret) is in the export")
        }
        #expect(
            try column("SELECT count(*) || ' of ' || count(DISTINCT applicant) FROM applications", of: export.path)
                == column(
                    "SELECT count(*) || ' of ' || count(DISTINCT applicant_id) FROM applications", of: pair.paths[0]))
        let mode = try FileManager.default.attributesOfItem(atPath: export.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func `two exports share no pseudonym, unless they are of one key`() throws {
        let pair = try DatabasePair(hasOwnThings: false)
        let folder = pair.scratch.folder
        let key = folder.appending(path: "analysis.key").path
        func export(_ name: String, _ words: [String] = []) throws -> [String] {
            let path = folder.appending(path: name).path
            let made = try Binary.run(["export", "deidentified", path] + words, database: URL(filePath: pair.paths[0]))
            #expect(made.status == 0, "\(made.error)")
            return try column("SELECT applicant FROM applications UNION SELECT application FROM messages", of: path)
                .filter { !$0.isEmpty }
        }
        let (one, other) = (Set(try export("one-export.db")), Set(try export("other-export.db")))
        #expect(one.count > 10)
        #expect(one.isDisjoint(with: other))
        let (first, second) = (try export("first.db", ["--key", key]), try export("second.db", ["--key", key]))
        #expect(first == second)
        #expect(one.isDisjoint(with: first))
    }

    @Test func `a file that is there, a short key and a file without a dictionary are refused, and nothing stays`()
        throws
    {
        let pair = try DatabasePair(hasOwnThings: false)
        let folder = pair.scratch.folder
        let there = folder.appending(path: "there.txt")
        try Data("mine".utf8).write(to: there)
        let own = folder.appending(path: "own.db")
        _ = try Binary.run(program: "sqlite3", [own.path, "CREATE TABLE t (x)"])
        let cases: [(words: [String], database: String, status: Int32, said: String)] = [
            ([there.path], pair.paths[0], 73, "is there already"),
            ([folder.appending(path: "no/such/x.db").path], pair.paths[0], 73, "cannot be made"),
            ([folder.appending(path: "x.db").path, "--key", there.path], pair.paths[0], 65, "the key has 4 bytes"),
            ([folder.appending(path: "x.db").path], own.path, 77, "no data_dictionary"),
        ]
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        for (words, database, status, said) in cases {
            let outcome = try Binary.run(["export", "deidentified"] + words, database: URL(filePath: database))
            #expect(outcome.status == status)
            #expect(outcome.error.contains(said), "\(outcome.error)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
        #expect(try String(contentsOf: there, encoding: .utf8) == "mine")
    }
}
