import Testing

@testable import RecruitDB

struct NormalizedTextTests {
    @Test(arguments: [
        ("【ＰＨＤ】", "【PHD】"), ("⼤学", "大学"), ("P\u{200B}h\u{AD}D", "PhD"), ("\u{FEFF}hi", "hi"), ("e\u{301}", "é"),
        ("ﬁne", "fine"),
        ("a\u{0}b", "a\u{0}b"), ("", ""), ("A\u{FE0F}", "A"),
    ])
    func `NFKC has no characters that nobody sees`(text: String, expected: String) {
        #expect(Array(NormalizedText.nfkc(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(arguments: [
        ("STRASSE", "strasse"), ("Straße", "strasse"), ("Résumé", "résumé"), ("ΑΣ", "ας"), ("ＲＡ", "ra"),
        ("İ", "i\u{307}"),
    ])
    func `folding is without case`(text: String, expected: String) {
        #expect(NormalizedText.folded(text) == NormalizedText.folded(expected))
    }

    @Test func `accents go when asked`() {
        #expect(NormalizedText.folded("Résumé, Łódź, Đặng", strippingMarks: true) == "resume, łodz, đang")
    }

    @Test(arguments: [
        ("Re: hello", "reply: hello"), ("FW: Re: hello", "forward reply: hello"), ("RE : hello", "reply: hello"),
        ("回复：转发：你好", "reply forward: 你好"), ("轉寄: 你好", "forward: 你好"), ("答覆： hi", "reply: hi"),
        ("Re[3]: hi", "reply: hi"),
        ("[EXT] Fwd: hi", "forward: hi"), ("【外部邮件】回复: hi", "reply: hi"), ("[PhD] hi", ": [PhD] hi"),
        ("Research: hi", ": Research: hi"), ("Re hi", ": Re hi"), ("re:re:fwd:", "reply reply forward: "), ("", ": "),
        ("Ｆｗｄ：hi", "forward: hi"),
    ])
    func `a subject says by its prefixes how it came`(subject: String, expected: String) {
        let line = SubjectLine(subject)
        let prefixes = line.prefixes.map { $0 == .reply ? "reply" : "forward" }.joined(separator: " ")
        #expect("\(prefixes): \(line.text)" == expected)
    }
}
