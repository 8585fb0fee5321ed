import Foundation
import Testing

@testable import RecruitDBSample

@Suite struct `An invented paper` {
    @Test(
        .enabled(if: SampleProgram.system("pdftotext") != nil, "pdftotext is not installed"),
        arguments: [
            (Script.simplified, true, DocumentType.curriculumVitae, ["个人简历", "专业技能", "TOEFL"]),
            (.traditional, true, .curriculumVitae, ["個人簡歷", "專業技能"]),
            (.simplified, true, .transcript, ["成绩单", "学年"]),
            (.traditional, true, .transcript, ["成績單", "學年"]),
            (.korean, false, .curriculumVitae, ["Curriculum Vitae", "Skills"]),
            (.accented, false, .coverLetter, ["Cover Letter", "I apply|my application"]),
            (.plain, false, .researchStatement, ["Research Statement", "Timeline"]),
            (.plain, false, .publication, ["Abstract", "4 Conclusion"]),
            (.plain, false, .certificate, ["IELTS"]),
            (.plain, false, .recommendation, ["Letter of Recommendation"]),
        ])
    func `is a PDF that pdftotext reads`(_ script: Script, _ chinese: Bool, _ type: DocumentType, _ words: [String])
        throws
    {
        let person = try #require(
            (1...400).lazy.map { Person(number: $0, seed: 4) }.first {
                $0.script == script && $0.writesChinese == chinese
            })
        let text = try pdfText(paper(type, .pdf, chinese: chinese).bytes(of: person, seed: 4))
        for word in words { #expect(word.split(separator: "|").contains { text.contains($0) }, "\(word) in \(text)") }
        if chinese { #expect(text.contains(person.nativeName ?? "?")) }
        if type == .curriculumVitae {
            #expect(text.contains("PyTorch") || text.contains("TensorFlow") || text.contains("JAX"))
        }
    }

    @Test(
        .enabled(if: SampleProgram.system("pdftotext") != nil, "pdftotext is not installed"),
        arguments: [Script.simplified, .traditional, .korean, .accented])
    func `shows every letter of a name`(_ script: Script) throws {
        for person in (1...300).map({ Person(number: $0, seed: 8) }).filter({ $0.script == script }).prefix(6) {
            let name = person.nativeName ?? person.latinName
            var text = PaperText()
            text.title(name)
            text.paragraph(String(repeating: "\(name) (\\) ", count: 40))
            var random = RandomSource(seed: 1)
            let pdf = PDFTypesetter.pdf(text, script: script, filler: 70_000, random: &random)
            #expect(pdf.count > 70_000)
            #expect(try pdfText(pdf).contains(name))
        }
    }

    @Test func `points at its objects in its table`() throws {
        let person = Person(number: 3, seed: 9)
        let bytes = paper(.publication, .pdf, chinese: false).bytes(of: person, seed: 9)
        let text = String(decoding: bytes, as: UTF8.self)
        let start = try #require(
            text.components(separatedBy: "startxref\n").last?.split(separator: "\n").first.flatMap { Int($0) })
        let table = try #require(String(bytes: bytes[start...], encoding: .isoLatin1)).split(separator: "\n")
        #expect(table.first == "xref")
        let count = try #require(table[1].split(separator: " ").last.flatMap { Int($0) })
        for object in 1..<count {
            let offset = try #require(Int(table[2 + object].prefix(10)))
            #expect(bytes[offset...].starts(with: Array("\(object) 0 obj\n".utf8)))
        }
    }

    @Test func `is a scan without a word`() throws {
        let bytes = paper(.transcript, .scan, chinese: false).bytes(of: Person(number: 1, seed: 1), seed: 1)
        guard SampleProgram.system("pdftotext") != nil else { return }
        #expect(try pdfText(bytes).trimmingCharacters(in: .whitespacesAndNewlines) == "")
    }

    @Test(arguments: [("", 0), ("a", 0xE8B7_BE43), ("123456789", 0xCBF4_3926)] as [(String, UInt32)])
    func `has the checksums of ZIP`(_ text: String, _ sum: UInt32) { #expect(CRC32.of(Array(text.utf8)) == sum) }

    private func paper(_ type: DocumentType, _ format: PaperFormat, chinese: Bool) -> Paper {
        Paper(type: type, format: format, filename: "x", position: .postdoc, chinese: chinese, stream: 17)
    }

    private func pdfText(_ bytes: [UInt8]) throws -> String {
        let scratch = try Scratch()
        try Data(bytes).write(to: scratch.folder.appendingPathComponent("x.pdf"))
        let outcome = try SampleProgram.run(
            try #require(SampleProgram.system("pdftotext")), ["-enc", "UTF-8", scratch.path("x.pdf"), "-"])
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        return String(decoding: outcome.output, as: UTF8.self)
    }
}
