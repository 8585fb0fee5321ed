import Testing

@testable import RecruitDB

@Suite struct SearchQueryTests {
    @Test(arguments: [
        ("PyTorch", #""PyTorch""#),
        ("PyTorch CUDA", #""PyTorch" AND "CUDA""#),
        ("PyTorch  PyTorch", #""PyTorch""#),
        (#""machine learning" CUDA"#, #""machine learning" AND "CUDA""#),
        ("“machine learning”", #""machine learning""#),
        ("「機器學習」", #""機器 器學 學習""#),
        ("robot*", #""robot" *"#),
        ("ＰｙＴｏｒｃｈ　大学", #""PyTorch" AND "大学""#),
        ("学", #""学" *"#),
        ("大学", #""大学""#),
        ("机器学", #""机器 器学""#),
        ("机器学习", #""机器 器学 学习""#),
        ("清华PyTorch", #""清华 华 PyTorch""#),
        ("PyTorch学", #""PyTorch 学" *"#),
        ("post-doc", #""post-doc""#),
        ("C++", #""Cplusplus C""#),
    ])
    func `words, phrases and beginnings become terms`(typed: String, match: String) throws {
        #expect(try SearchQuery(typed).match == match)
    }

    @Test(arguments: [
        ("AND", #""AND""#),
        ("PyTorch AND OR NOT", #""PyTorch" AND "AND" AND "OR" AND "NOT""#),
        ("(PyTorch", #""PyTorch""#),
        ("words:PyTorch", #""words:PyTorch""#),
        ("^PyTorch", #""PyTorch""#),
        ("NEAR(a b, 3)", #""NEAR(a" AND "b" AND "3""#),
        (#"PyTorch""#, #""PyTorch""#),
        (#""PyTorch CUDA"#, #""PyTorch" AND "CUDA""#),
        (#"a"b"c"#, #""a" AND "b" AND "c""#),
        ("-PyTorch", #""PyTorch""#),
        ("a\u{0}b\u{1}", #""a b""#),
        ("' OR 1=1 --", #""OR" AND "1=1""#),
        ("{a b}:c", #""a" AND "b}:c""#),
    ])
    func `signs and operators are text`(typed: String, match: String) throws {
        #expect(try SearchQuery(typed).match == match)
    }

    @Test(arguments: ["", "   ", "\u{3000}", "\"\"", "***", "+ # -", "()", "“”", "。", "\"", "\u{200B}", "\u{0}"])
    func `a search without a letter says what to type`(typed: String) {
        let error = #expect(throws: RecruitmentError.self) { try SearchQuery(typed) }
        #expect(error?.kind == .usage)
        #expect(error?.message.contains("give a word") == true)
    }

    @Test func `a whole text is no search`() {
        let error = #expect(throws: RecruitmentError.self) {
            try SearchQuery((0..<1000).map { "word\($0)" }.joined(separator: " "))
        }
        #expect(error?.kind == .usage)
    }

    @Test func `a line of quotation marks is read in a moment`() throws {
        let typed = String(repeating: "“", count: 100_000) + "a"
        let start = ContinuousClock.now
        #expect(try SearchQuery(typed).terms.count == 1)
        #expect(ContinuousClock.now - start < .seconds(2))
    }
}
