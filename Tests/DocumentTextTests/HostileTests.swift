import Foundation
import Testing

struct HostileTests {
    @Test(arguments: [12, 200])
    func `a bomb is refused before it goes off`(megabytes: Int) throws {
        var zip = ZipFile([("[Content_Types].xml", "<Types/>")])
        zip.addZeros("word/document.xml", count: megabytes << 20)
        #expect(zip.data.count < megabytes << 20 / 100)
        let outcome = try ExtractProgram.run(zip.data)
        #expect(outcome.ending == .exit(65))
        #expect(outcome.errors == "recruitdb-extract: the document unpacks to too much\n")
    }

    @Test func `an archive of very many entries is refused`() throws {
        let outcome = try ExtractProgram.run(ZipFile((0..<10_001).map { ("\($0)", "") }).data)
        #expect(outcome.ending == .exit(65))
        #expect(outcome.errors.contains("over 10000 entries"))
    }

    @Test(arguments: [
        "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>",
        "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE d SYSTEM \"http://example.org/d.dtd\">",
    ])
    func `a document type is refused, and with it every entity`(doctype: String) throws {
        let document = Self.withDoctype(doctype, text: doctype.contains("ENTITY a") ? "&a;" : "text")
        let outcome = try ExtractProgram.run(WordFile.zip(document).data)
        #expect(outcome.ending == .exit(65))
        #expect(outcome.output.isEmpty)
    }

    @Test func `a billion laughs end at once`() throws {
        var entities = "<!ENTITY l0 \"lol\">"
        for level in 1...9 {
            entities += "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
        }
        let document = Self.withDoctype("<!DOCTYPE d [\(entities)]>", text: "&l9;")
        let start = ContinuousClock.now
        let outcome = try ExtractProgram.run(WordFile.zip(document).data, ["--seconds", "5"])
        #expect(outcome.ending == .exit(65))
        #expect(ContinuousClock.now - start < .seconds(4))
    }

    @Test func `elements in elements without end are refused`() throws {
        let deep = String(repeating: "<w:ins>", count: 100_000) + String(repeating: "</w:ins>", count: 100_000)
        #expect(try ExtractProgram.run(WordFile.data("<w:p>\(deep)</w:p>")).ending == .exit(65))
    }

    @Test(arguments: [1, 10, 50, 90, 99])
    func `an archive cut short is damaged`(percent: Int) throws {
        let whole = WordFile.data((0..<200).map { WordFile.paragraph("line \($0)") }.joined())
        let outcome = try ExtractProgram.run(whole.prefix(whole.count * percent / 100), ["--type", "docx"])
        #expect(outcome.ending == .exit(65))
        #expect(outcome.output.isEmpty)
    }

    @Test func `a file with any byte changed gives text or a reason, and never crashes`() throws {
        let whole = WordFile.data(WordFile.paragraph("Zhang") + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
        for place in stride(from: 0, to: whole.count, by: 23) {
            var damaged = whole
            damaged[place] ^= 0x55
            let outcome = try ExtractProgram.run(damaged, ["--type=docx"])
            #expect([.exit(0), .exit(65), .exit(76)].contains(outcome.ending), "byte \(place): \(outcome)")
        }
    }

    @Test(arguments: [("xl/workbook.xml", "an Excel workbook"), ("ppt/slides.xml", "PowerPoint"), ("a.txt", "ZIP")])
    func `another archive is no DOCX`(entry: String, name: String) throws {
        let outcome = try ExtractProgram.run(ZipFile([(entry, "<x/>")]).data)
        #expect(outcome.ending == .exit(76))
        #expect(outcome.errors.contains(name))
    }

    @Test(
        arguments: [
            ("", [], 65), ("", ["--type", "pdf"], 65), ("", ["--type", "docx"], 65), ("", ["--type", "txt"], 0),
            ("plain", ["--type", "docx"], 65), ("plain", ["--type", "pdf"], 1), ("{\\rtf1 a}", [], 76),
            ("<html><p>a", [], 76), ("<?xml version=\"1.0\"?><a/>", [], 76), ("\u{1}\u{2}\u{3}", [], 76),
            ("%!PS-Adobe", [], 76), ("GIF89a", [], 76),
        ] as [(String, [String], Int32)])
    func `what is no such document has its own exit code`(content: String, arguments: [String], code: Int32) throws {
        let outcome = try ExtractProgram.run(Data(content.utf8), arguments)
        #expect(outcome.ending == .exit(code))
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.isEmpty == (code == 0))
    }

    @Test(arguments: [("EncryptedPackage", 65, "password"), ("WordDocument", 76, "old Office file")])
    func `an old Office file is not read, and one with a password is told apart`(
        stream: String, code: Int32, reason: String
    ) throws {
        let mark = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        let file = mark + Data(count: 9000) + Data(stream.utf8.flatMap { [$0, 0] }) + Data(count: 900)
        let outcome = try ExtractProgram.run(file)
        #expect(outcome.ending == .exit(code))
        #expect(outcome.errors.contains(reason))
    }

    @Test(arguments: ExtractProgram.Way.allCases)
    func `random bytes are no text`(way: ExtractProgram.Way) throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20 {
            let noise = Data((0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) })
            #expect(try ExtractProgram.run(noise, by: way).ending == .exit(76))
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a document that never comes is ended by the clock`() throws {
        #expect(try ExtractProgram.runWithoutEnd(["--seconds=1"]).ending == .signal(SIGALRM))
    }

    private static func withDoctype(_ doctype: String, text: String) -> String {
        WordFile.document(WordFile.paragraph(text)).replacing("?>\n", with: "?>\n\(doctype)")
    }
}
