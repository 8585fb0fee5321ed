import Testing

@Suite struct `the schema lies in the migrations` {
    private let files: [String]

    init() throws {
        files = try Repository.files(under: "Migrations")
    }

    @Test func `the migrations are numbered from 1 without a gap`() {
        #expect(!files.isEmpty)
        for (number, file) in zip(1..., files) {
            let digits = String(repeating: "0", count: 4 - "\(number)".count) + "\(number)"
            #expect(file.contains(/^Migrations\/\d{4}_[a-z0-9_]+\.sql$/), "\(file)")
            #expect(file.hasPrefix("Migrations/\(digits)_"), "\(file)")
        }
    }

    @Test func `the binary embeds every migration, in order, under its own name`() throws {
        let text = try Repository.text("Sources/CMigrations/migrations.c")
        #expect(text.matches(of: /#embed "..\/..\/(Migrations\/[^"]+)"/).map { String($0.1) } == files)
        let rows = text.matches(of: /RECRUIT_FILE\("([^"]+)", sql_(\d{4})\)/)
        #expect(rows.map { "Migrations/\($0.1)" } == files)
        #expect(rows.allSatisfy { $0.1.hasPrefix($0.2) })
    }

    @Test func `tables, views, triggers and indexes are made nowhere else`() {
        let creation = /\bCREATE\s+(TEMP\s+|VIRTUAL\s+|UNIQUE\s+)?(TABLE|VIEW|TRIGGER|INDEX)\b/
        let elsewhere = Repository.sources.flatMap { $0.findings(creation, near: ["CREATE"], in: \.texts) }
            // The runner's own table is there before the first migration.
            .filter { !$0.hasPrefix("Sources/RecruitSQLite/Migration/MigrationRecord.swift:") }
            // A file for analysts is no recruitment database, is made once and never migrated.
            .filter { !$0.hasPrefix("Sources/RecruitDB/Export/ExportTable.swift:") }
            // A person's own file stands in memory while one question is answered.
            .filter { !$0.hasPrefix("Sources/RecruitDB/Query/OwnTable/OwnTable.swift:") }
        #expect(elsewhere == [])
    }
}
