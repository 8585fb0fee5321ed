import Testing

/// Who may open each door to C.
private let doors: [String: Set<String>] = [
    "CRecruitSQLite": ["RecruitSQLite"],
    "CSHA256": ["RecruitSQLite", "MailMessage", "RecruitDB", "RecruitDBSample"],
    "CIconv": ["MailMessage", "DocumentText", "RecruitDBSample"],
    "CMigrations": ["RecruitDB"],
    "CQuestions": ["RecruitDB"],
    "CFileSync": ["RecruitDB"],
    "CPipe": ["RecruitDB"],
    "CUTF8Proc": ["RecruitDB"],
    "CArchive": ["DocumentText"],
    "CXML2": ["DocumentText"],
    "CXLSXWriter": ["SpreadsheetFile"],
    "CSandbox": ["DocumentText", "RecruitDB"],
    // No module's: it is loaded into pdftotext.
    "CForkServer": [],
    // A header for the two doors that embed files.
    "CEmbeddedFiles": [],
]

/// The modules of this project that each module may see.
private let below: [String: Set<String>] = [
    "RecruitSQLite": [],
    "RecruitSQLiteTesting": ["RecruitSQLite"],
    "MailMessage": [],
    "DocumentText": [],
    "SpreadsheetFile": [],
    "RecruitDB": ["RecruitSQLite", "MailMessage"],
    "RecruitDBCLI": ["RecruitDB", "MailMessage"],
    "RecruitDBSample": ["RecruitDB", "RecruitSQLite"],
]

@Suite struct `the walls between the modules` {
    @Test func `each door to C is opened by its owners only`() {
        let trespasses = Repository.sources.flatMap { source in
            source.imports.filter { doors[$0.module].map { !$0.contains(source.module) } ?? false }
                .map { "\(source.path):\($0.line): \($0.module)" }
        }
        #expect(trespasses == [])
    }

    @Test func `each door to C has an owner`() throws {
        let folders = Set(
            try Repository.files(under: "Sources").compactMap { $0.split(separator: "/").dropFirst().first })
        let unknown = folders.map(String.init).filter { below[$0] == nil && doors[$0] == nil }
        #expect(unknown.sorted() == [])
    }

    @Test func `a module sees only those below it`() {
        let trespasses = Repository.sources.flatMap { source in
            source.imports.filter { below[$0.module] != nil && below[source.module]?.contains($0.module) != true }
                .map { "\(source.path):\($0.line): \($0.module)" }
        }
        #expect(trespasses == [])
    }

    @Test func `the values of the model import nothing`() {
        let model = Repository.sources.filter { $0.path.hasPrefix("Sources/RecruitDB/Model/") }
        #expect(!model.isEmpty)
        #expect(model.flatMap { source in source.imports.map { "\(source.path):\($0.line): \($0.module)" } } == [])
    }

    @Test func `Foundation stays out of the sources: it would double the start and keep the binary from being whole`() {
        let foundation: Set = ["Foundation", "FoundationEssentials", "Dispatch", "FoundationNetworking"]
        let uses = Repository.sources.flatMap { source in
            source.imports.filter { foundation.contains($0.module) }.map { "\(source.path):\($0.line): \($0.module)" }
        }
        #expect(uses == [])
    }

    @Test func `no SQL above the library`() {
        let sql = /\b(SELECT|INSERT|UPDATE|DELETE|PRAGMA|ATTACH|VACUUM)\s/
        let words = ["SELECT", "INSERT", "UPDATE", "DELETE", "PRAGMA", "ATTACH", "VACUUM"]
        // A question in the help is an example for people, typed after the name of the command.
        let above = Repository.sources.filter { $0.module == "RecruitDBCLI" }.flatMap { source in
            source.findings(sql, near: words, in: \.texts).filter { !$0.contains(": recruitdb query ") }
        }
        #expect(above == [])
    }
}
