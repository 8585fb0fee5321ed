import Testing

@Suite struct `the saved questions lie in files` {
    private let files: [String]

    init() throws {
        files = try Repository.files(under: "Sources/CQuestions/Questions")
    }

    @Test func `each is called after what it answers`() {
        #expect(files.count >= 25)
        #expect(files.filter { !$0.contains(/\/[a-z][a-z0-9-]*\.sql$/) } == [])
    }

    @Test func `the binary embeds every question, in order, under its own name`() throws {
        let text = try Repository.text("Sources/CQuestions/questions.c")
        let embedded = text.matches(of: /(\w+)\[\] = \{\n#embed "(Questions\/[^"]+)"/)
        #expect(embedded.map { "Sources/CQuestions/\($0.2)" }.sorted() == files)
        let rows = text.matches(of: /RECRUIT_FILE\("([^"]+)", (\w+)\)/)
        #expect(rows.map { "Sources/CQuestions/Questions/\($0.1).sql" }.sorted() == files)
        #expect(rows.map { String($0.1) } == rows.map { String($0.1) }.sorted())
        #expect(rows.allSatisfy { "sql_" + $0.1.replacing("-", with: "_") == $0.2 })
        #expect(embedded.allSatisfy { "sql_" + $0.2.dropFirst(10).dropLast(4).replacing("-", with: "_") == $0.1 })
    }

    @Test func `no line is longer than a reader's window`() throws {
        let long = try files.flatMap { file in
            try Repository.lines(file).filter { $0.count > 120 }.map { "\(file): \($0)" }
        }
        #expect(long == [])
    }
}
