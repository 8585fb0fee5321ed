import RecruitSQLite
import Testing

@testable import RecruitDB

@Suite struct SearchTests {
    let papers = try? PaperFixture()

    /// Hits as lines: `P-0001 cv.pdf 1:3 the line`.
    private func picture(_ papers: PaperFixture, _ words: String, position: String? = nil) throws -> String {
        try papers.database.search(words, position: position)
            .map { "\($0.person) \($0.filename ?? "-") \($0.page):\($0.lineNumber) \($0.line)" }
            .joined(separator: "\n")
    }

    @Test func `a hit names the person, the paper, the page and the line`() throws {
        let papers = try #require(papers)
        let (person, refs) = try papers.person("Anna Müller", for: "phd", "postdoc")
        try papers.paper(
            "Anna Müller\nCurriculum vitae", "Skills\nPython, PyTorch, CUDA\nC++", by: person, with: refs.first)
        let hits = try papers.database.search("pytorch")
        #expect(
            hits == [
                SearchHit(
                    person: person, name: "Anna Müller", application: refs.first, applications: refs,
                    documentType: "cv", filename: "cv.pdf", isConfidential: false, page: 2, lineNumber: 2,
                    line: "Python, PyTorch, CUDA")
            ])
    }

    private static let page = """
        Müller, Zoë: naïve Bayes and robotics
        我在清华大学学习机器学习和自然语言处理。
        Skills: PyTorch, C++, C#, post-doc
        She studies machine
        learning and reinforce-
        ment of concrete 深度学
        习框架
        ef\u{FB01}cient ＣＵＤＡ kernels, ⼤学
        """

    @Test(arguments: [
        ("PyTorch", 3, "Skills: PyTorch, C++, C#, post-doc"),
        ("pytorch", 3, "Skills: PyTorch, C++, C#, post-doc"),
        ("ＰＹＴＯＲＣＨ", 3, "Skills: PyTorch, C++, C#, post-doc"),
        ("Muller", 1, "Müller, Zoë: naïve Bayes and robotics"),
        ("müller zoe", 1, "Müller, Zoë: naïve Bayes and robotics"),
        ("naive", 1, "Müller, Zoë: naïve Bayes and robotics"),
        ("robot*", 1, "Müller, Zoë: naïve Bayes and robotics"),
        ("清", 2, "我在清华大学学习机器学习和自然语言处理。"),
        ("理", 2, "我在清华大学学习机器学习和自然语言处理。"),
        ("清华", 2, "我在清华大学学习机器学习和自然语言处理。"),
        ("大学", 2, "我在清华大学学习机器学习和自然语言处理。"),
        ("华大学", 2, "我在清华大学学习机器学习和自然语言处理。"),
        ("机器学习", 2, "我在清华大学学习机器学习和自然语言处理。"),
        ("自然语言处理", 2, "我在清华大学学习机器学习和自然语言处理。"),
        ("机器学习 清华", 2, "我在清华大学学习机器学习和自然语言处理。"),
        ("C++", 3, "Skills: PyTorch, C++, C#, post-doc"),
        ("c#", 3, "Skills: PyTorch, C++, C#, post-doc"),
        ("post-doc", 3, "Skills: PyTorch, C++, C#, post-doc"),
        ("\"machine learning\"", 4, "She studies machine learning and reinforce-"),
        ("machine learning", 4, "She studies machine"),
        ("reinforcement", 5, "learning and reinforcement of concrete 深度学"),
        ("深度学习", 6, "ment of concrete 深度学习框架"),
        ("框架", 7, "习框架"),
        ("efficient cuda", 8, "efficient CUDA kernels, 大学"),
        ("skills robotics bayes", 1, "Müller, Zoë: naïve Bayes and robotics"),
        ("robotics skills pytorch", 3, "Skills: PyTorch, C++, C#, post-doc"),
    ])
    func `words are found in every script, and the line has them`(words: String, number: Int, line: String) throws {
        let papers = try #require(papers)
        let person = try papers.person("Anna", for: "phd").person
        try papers.paper(Self.page, by: person)
        let hits = try papers.database.search(words)
        #expect(hits.map(\.lineNumber) == [number])
        #expect(hits.map(\.line) == [line])
    }

    @Test(arguments: [
        "TensorFlow", "机学", "学清", "语处", "处理器", "器", "大学生", "\"learning machine\"", "robo", "PyTorch TensorFlow",
        "NOT", "NEAR(PyTorch C)", "words:PyTorch x", "D++",
    ])
    func `what does not stand there is not found`(words: String) throws {
        let papers = try #require(papers)
        let person = try papers.person("Anna", for: "phd").person
        try papers.paper(Self.page.replacing("机器", with: "机械"), by: person)
        #expect(try papers.database.search(words).isEmpty)
    }

    @Test(arguments: [
        "\"", "\"\"\"\"a", "a\"b", "a*b", "*", "NEAR(", "a AND", "OR", "NOT a", "(((", "a:b", "{a}:b", "^a", "a + b",
        "-a",
        "a\u{0}b", "'; DROP TABLE applicants; --", "%", "_", "\\", "a\nb", "🙂 a", "\u{FFFF}", "\u{301}", "\u{200D}a",
    ])
    func `nothing that is typed is a mistake of the database`(words: String) throws {
        let papers = try #require(papers)
        do { _ = try papers.database.search(words) } catch let error as RecruitmentError {
            #expect(error.kind == .usage)
        }
    }

    @Test func `all words must stand on one page`() throws {
        let papers = try #require(papers)
        let person = try papers.person("Anna", for: "phd").person
        try papers.paper("PyTorch and CUDA", "CUDA only", by: person)
        #expect(try picture(papers, "CUDA PyTorch") == "\(person) cv.pdf 1:1 PyTorch and CUDA")
        #expect(try papers.database.search("CUDA").count == 2)
    }

    @Test func `a paper of two people is a hit for each`() throws {
        let papers = try #require(papers)
        let (anna, _) = try papers.person("Anna", for: "phd")
        let (ben, _) = try papers.person("Ben", for: "postdoc")
        let file = try papers.paper("Our joint paper on PyTorch", by: anna, as: "publication", named: "a.pdf")
        try papers.handIn(file, by: ben, as: "publication", named: "b.pdf")
        #expect(
            try picture(papers, "pytorch") == """
                \(anna) a.pdf 1:1 Our joint paper on PyTorch
                \(ben) b.pdf 1:1 Our joint paper on PyTorch
                """)
        #expect(try picture(papers, "pytorch", position: "postdoc") == "\(ben) b.pdf 1:1 Our joint paper on PyTorch")
    }

    @Test func `a position narrows the people and their applications`() throws {
        let papers = try #require(papers)
        let (anna, refs) = try papers.person("Anna", for: "phd", "postdoc")
        try papers.paper("PyTorch", by: anna, with: refs[0])
        let hits = try papers.database.search("pytorch", position: "postdoc")
        #expect(hits.map(\.applications) == [[refs[1]]])
        #expect(throws: RecruitmentError.self) { try papers.database.search("pytorch", position: "professor") }
    }

    @Test func `a referee's letter is marked`() throws {
        let papers = try #require(papers)
        let (anna, _) = try papers.person("Anna", for: "phd")
        try papers.paper("She is good at PyTorch", by: anna, as: "recommendation", named: nil, isConfidential: true)
        let hit = try #require(try papers.database.search("pytorch").first)
        #expect(hit.isConfidential && hit.filename == nil)
    }

    @Test func `the best paper comes first, and no more than are wanted`() throws {
        let papers = try #require(papers)
        let (anna, _) = try papers.person("Anna", for: "phd")
        let (ben, _) = try papers.person("Ben", for: "phd")
        try papers.paper("PyTorch once among a great many other words that say nothing at all", by: anna)
        try papers.paper("PyTorch, PyTorch and PyTorch", by: ben)
        #expect(try papers.database.search("pytorch").map(\.person) == [ben, anna])
        #expect(try papers.database.search("pytorch", limit: 1).map(\.person) == [ben])
        #expect(try papers.database.search("pytorch", limit: 0).isEmpty)
    }

    @Test(arguments: [0, 150, 400, 997])
    func `a long line is cut around the words`(before: Int) throws {
        let papers = try #require(papers)
        let (anna, _) = try papers.person("Anna", for: "phd")
        let filler = String(repeating: "é ", count: 500)
        try papers.paper(String(filler.prefix(before)) + " PyTorch " + filler, by: anna)
        let line = try #require(try papers.database.search("pytorch").first?.line)
        #expect(line.contains("PyTorch"))
        #expect(line.unicodeScalars.count <= QuotedLine.length + 2)
        #expect(line.hasSuffix("…") && line.hasPrefix("…") == (before > 67))
    }

    @Test func `a page that is taken away is not found`() throws {
        let papers = try #require(papers)
        let (anna, _) = try papers.person("Anna", for: "phd")
        let file = try papers.paper("PyTorch", by: anna)
        try papers.connection.execute("PRAGMA trusted_schema = ON")
        try papers.connection.run("DELETE FROM document_pages WHERE file_id = \(file)")
        #expect(try papers.database.search("pytorch").isEmpty)
        #expect(try papers.connection.value(Int.self, "SELECT count(*) FROM document_fts") == 0)
    }
}
