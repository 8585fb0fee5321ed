import Foundation
import RecruitSQLite
import Testing

@Suite struct MigrationFolderTests {
    private func folder(_ files: [String: String], _ body: (String) throws -> Void) throws {
        try withTemporaryFolder { folder in
            for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
            try body(folder)
        }
    }

    @Test func `a folder's files are its migrations, whatever else lies there`() throws {
        let files = [
            "0002_b.sql": "CREATE TABLE b (x)", "0001_a.sql": "CREATE TABLE a (x)", "README.md": "#",
            ".0003_c.sql": "no",
        ]
        try folder(files) { folder in
            let migrations = try Migration.all(inFolder: folder)
            #expect(migrations.map(\.name) == ["0001_a.sql", "0002_b.sql"])
            let connection = try memory()
            try Migrator(migrations, applicationID: 7, toolVersion: "1").migrate(connection)
            #expect(
                try connection.all("SELECT name FROM sqlite_schema WHERE name IN ('a', 'b') ORDER BY 1") {
                    (row: borrowing Row) in try row.text(0)
                } == ["a", "b"])
        }
    }

    @Test func `what cannot be read is named`() throws {
        func error(_ body: () throws -> Void) -> String? {
            do { try body() } catch { return "\(error)" }
            return nil
        }
        let missing = error { _ = try Migration.all(inFolder: "/nowhere/at/all") }
        #expect(missing == "/nowhere/at/all: no migrations can be read from it: No such file or directory")
        try folder(["notes.txt": ""]) { folder in
            let empty = error { _ = try Migration.all(inFolder: folder) }
            #expect(empty == "\(folder): no migrations can be read from it: it holds no .sql file")
            try FileManager.default.createDirectory(atPath: folder + "/0001_a.sql", withIntermediateDirectories: true)
            let isFolder = error { _ = try Migration.all(inFolder: folder) }
            #expect(isFolder == "\(folder)/0001_a.sql: no migrations can be read from it: it is no file")
        }
        try folder(["notes.sql": "SELECT 1"]) { folder in
            #expect(
                error { _ = try Migration.all(inFolder: folder) }?.hasPrefix("notes.sql: a migration's file is") == true
            )
        }
        let bytes = error { _ = try Migration(fileName: "0001_a.sql", bytes: [0x53, 0xFF]) }
        #expect(bytes == "0001_a.sql: no migrations can be read from it: it is not UTF-8")
    }
}
