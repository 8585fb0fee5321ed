import Testing

@testable import RecruitDB

@Suite struct PageTextTests {
    @Test(arguments: [
        ("one\u{C}two\u{C}", ["one", "two"]),
        ("one\u{C}\u{C}three", ["one", "", "three"]),
        ("one\u{C}\u{C}", ["one", ""]),
        ("", []),
        ("\u{C}", [""]),
        ("a\r\nb\rc\u{85}d\u{2028}e", ["a\nb\nc\nd\ne"]),
        ("a\u{0}\u{1}\u{1B}[31mb\tc\u{7F}\u{9B}", ["a[31mb\tc"]),
        ("line \n\n\n", ["line"]),
    ])
    func `form feeds part pages, and nothing unseen stays`(output: String, pages: [String]) {
        #expect(PageText(Array(output.utf8)).pages == pages)
    }

    @Test(arguments: [
        ("⼤学", "大学"),
        ("ＰｙＴｏｒｃｈ", "PyTorch"),
        ("ef\u{FB01}cient \u{FB02}ow", "efficient flow"),
        ("Mu\u{308}ller", "Müller"),
        ("co\u{AD}operate\u{200B}", "cooperate"),
        ("ｶﾞ①", "ガ1"),
        ("a\u{A0}b", "a b"),
    ])
    func `text is NFKC`(output: String, text: String) {
        #expect(PageText(Array(output.utf8)).pages == [text])
        #expect(PageText(Array("x\n\(output)\ny".utf8)).pages == ["x\n\(text)\ny"])
    }

    @Test func `bytes that are no UTF-8 become one sign`() {
        #expect(PageText([0x61, 0xFF, 0x62, 0xC2, 0x0C, 0x63]).pages == ["a\u{FFFD}b\u{FFFD}", "c"])
    }

    @Test func `pages beyond the limit are left out`() {
        var limits = ExtractionLimits()
        limits.pages = 3
        let text = PageText(Array("1\u{C}2\u{C}3\u{C}4\u{C}".utf8), limits: limits)
        #expect(text.pages == ["1", "2", "3"])
        #expect(text.isCut)
        #expect(!PageText(Array("1\u{C}2\u{C}3\u{C}".utf8), limits: limits).isCut)
    }

    @Test func `a text that grows in NFKC is cut`() {
        var limits = ExtractionLimits()
        limits.output = 1 << 16
        let output = Array(String(repeating: "\u{FDFA}", count: 20_000).utf8)
        let bytes = PageText(output, limits: limits).pages.reduce(0) { $0 + $1.utf8.count }
        #expect(bytes < 1 << 21)
    }

    @Test(arguments: [[0x80], [0xE4], [0xE4, 0xB8], [0xF0, 0x9F], [0xCC, 0x81], [0x0C], [0xEF, 0xB7, 0xBA, 0x20]])
    func `hostile output is read in a moment`(unit: [UInt8]) {
        let output = [UInt8](Array(repeating: unit, count: (1 << 15) / unit.count).joined())
        let time = ContinuousClock().measure { _ = PageText(output) }
        #expect(time < .seconds(8))
    }
}
