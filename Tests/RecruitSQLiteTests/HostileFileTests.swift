import Foundation
import RecruitSQLite
import Testing

@Suite struct HostileFileTests {
    static let sample: Data = {
        (try? withTemporaryFolder { folder in
            let connection = try Connection(path: folder + "/a.db", access: .create)
            try connection.execute(
                """
                CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT, photo BLOB) STRICT;
                CREATE INDEX by_name ON people (name);
                CREATE VIEW named AS SELECT name, note FROM people;
                CREATE VIRTUAL TABLE words USING fts5(body);
                """)
            try connection.transaction {
                for number in 0..<200 {
                    let note = number % 3 == 0 ? nil : String(repeating: "note \(number) ", count: number)
                    try connection.run(
                        "INSERT INTO people VALUES (\(number), \("person \(number)"), \(note), \([UInt8](repeating: 7, count: number * 9)))"
                    )
                    try connection.run("INSERT INTO words VALUES (\("word\(number) 词 common"))")
                }
            }
            connection.close()
            return try Data(contentsOf: URL(filePath: folder + "/a.db"))
        }) ?? Data()
    }()

    /// Does everything that there is with a file; each step may throw, none may trap or hang.
    func exercise(_ bytes: Data, in folder: String) throws {
        let path = folder + "/a.db"
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            try FileManager.default.removeItem(atPath: folder + "/" + file)
        }
        try bytes.write(to: URL(filePath: path))
        let migrator = try Migrator(
            [try Migration(fileName: "0001_a.sql", sql: "CREATE TABLE a (x INTEGER) STRICT")], applicationID: 9,
            toolVersion: "1")
        for access in [Connection.Access.readOnly, .immutable, .readWrite] {
            guard let connection = try? Connection(path: path, access: access) else { continue }
            var instructions = 0
            connection.onProgress(every: 10_000) {
                instructions += 1
                return instructions > 2000
            }
            let questions: [SQL] = [
                "SELECT * FROM sqlite_schema", "SELECT * FROM people", "SELECT * FROM people ORDER BY name",
                "SELECT * FROM named WHERE name = 'person 7'", "SELECT * FROM words WHERE words MATCH 'common'",
                "PRAGMA integrity_check", "PRAGMA foreign_key_check",
            ]
            for question in questions {
                try? connection.forEach(question) { (row: borrowing Row) in
                    for column in 0..<row.columnCount {
                        _ = row.value(column)
                        _ = try? row.text(column)
                        _ = row.columnName(column)
                    }
                }
            }
            _ = try? connection.run("UPDATE people SET note = name")
            _ = try? connection.run("DELETE FROM people WHERE id > 100")
            _ = try? migrator.status(on: connection)
            _ = try? migrator.pending(on: connection)
            _ = try? migrator.migrate(connection)
            try? connection.backup(to: try memory())
        }
        _ = try? migrator.dryRun(databaseAt: path)
        try? Connection(path: path, access: .readOnly).vacuum(into: folder + "/copy.db")
    }

    @Test func `a file cut anywhere throws or answers`() throws {
        try withTemporaryFolder { folder in
            let bytes = Self.sample
            #expect(bytes.count > 100_000)
            for count in [0, 1, 15, 16, 99, 100, 101, 512, 4095, 4096, 4097, 12_288, bytes.count / 2, bytes.count - 1] {
                try exercise(bytes.prefix(count), in: folder)
            }
        }
    }

    @Test(arguments: 0..<4)
    func `a file with flipped bytes throws or answers`(part: Int) throws {
        try withTemporaryFolder { folder in
            var random = SystemRandomNumberGenerator()
            for round in 0..<30 {
                var bytes = Self.sample
                // The header and the schema's page first: most of what a reader believes stands there.
                let range = round < 15 ? 0..<4096 : 0..<bytes.count
                for _ in 0...(part * 4) { bytes[Int.random(in: range, using: &random)] = UInt8.random(in: 0...255) }
                try exercise(bytes, in: folder)
            }
        }
    }

    @Test func `bytes that are no database are named so by every question`() throws {
        try withTemporaryFolder { folder in
            let text = Data("From ada@example.org Mon Jan  1 00:00:00 2026\n".utf8)
            for bytes in [text, Data((0..<20_000).map { _ in UInt8.random(in: 1...255) })] {
                try exercise(bytes, in: folder)
                let connection = try Connection(path: folder + "/a.db", access: .readWrite)
                #expect(
                    sqliteError { _ = try connection.value(Int.self, "SELECT count(*) FROM sqlite_schema") }?.code
                        == .notADatabase)
                #expect(try Data(contentsOf: URL(filePath: folder + "/a.db")) == bytes)
            }
        }
    }
}
