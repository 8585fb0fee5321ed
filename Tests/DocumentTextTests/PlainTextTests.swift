import Foundation
import Testing

struct PlainTextTests {
    @Test(arguments: ExtractProgram.Way.allCases, [["--type=txt"], []])
    func `UTF-8 comes as it is, with line feeds and without controls`(
        way: ExtractProgram.Way, arguments: [String]
    ) throws {
        let text = "\u{FEFF}Résumé 简历\r\none\rtwo\u{2028}three\u{85}four\u{B}five\tsix\u{C}seven\u{1B}\u{7F}\u{9B}\n"
        let outcome = try ExtractProgram.run(Data(text.utf8), arguments, by: way)
        #expect(outcome.text == "Résumé 简历\none\ntwo\nthree\nfour\nfive\tsix\u{C}seven\n")
        #expect(outcome.ending == .exit(0))
    }

    @Test(arguments: [
        ("GB18030", "个人简历：张伟，男，一九九八年生，申请二〇二七年秋季博士研究生。PyTorch 熟练。"),
        ("GB18030", "你好"),
        ("GB18030", "论文两篇，含㐀、㑇等生僻字"),
        ("BIG5-HKSCS", "個人履歷：陳大文，香港中文大學計算機科學系，申請博士後研究員。"),
        ("BIG5-HKSCS", "研究助理"),
        ("CP1252", "Curriculum vitæ – José Müller, Universität Zürich, “naïve” approach, 5 €"),
        ("CP1252", "Señor Nuñez"),
        ("UTF-16LE", "\u{FEFF}Lebenslauf 履歷"),
        ("UTF-16BE", "\u{FEFF}Lebenslauf 履歷"),
    ])
    func `other charsets are told by their look`(charset: String, text: String) throws {
        let bytes = try Self.encode(text, charset)
        #expect(try ExtractProgram.run(bytes).text == text.replacing("\u{FEFF}", with: ""))
    }

    @Test func `a byte that fits in no character is shown as such`() throws {
        let bytes = try Self.encode("申请博士研究生", "GB18030") + Data([0xFF]) + Self.encode("，张伟", "GB18030")
        #expect(try ExtractProgram.run(bytes).text == "申请博士研究生\u{FFFD}，张伟")
        let latin = Data([0x63, 0x61, 0x66, 0xE9, 0x20, 0x81, 0x20])
        #expect(try ExtractProgram.run(latin, ["--type=txt"]).text == "café \u{FFFD} ")
    }

    @Test func `NULs are stripped where the parent says that it is text`() throws {
        #expect(try ExtractProgram.run(Data("a\0b\0".utf8), ["--type", "txt"]).text == "ab")
    }

    @Test func `text is cut between characters at 16 MB, and says so`() throws {
        let text = "a" + String(repeating: "汉", count: 6 << 20)
        let outcome = try ExtractProgram.run(Data(text.utf8), ["--type", "txt"])
        #expect(outcome.ending == .exit(0))
        #expect(outcome.output.count == 1 + (16 << 20) / 3 * 3)
        #expect(outcome.output == Data(text.utf8).prefix(outcome.output.count))
        #expect(outcome.errors == "recruitdb-extract: the text is cut at 16 MB\n")
    }

    private static func encode(_ text: String, _ charset: String) throws -> Data {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["iconv", "-f", "UTF-8", "-t", charset]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        try #require(!bytes.isEmpty)
        return bytes
    }
}
