import Foundation
import Testing

struct PDFTests {
    @Test(arguments: ExtractProgram.Way.allCases, [["--type", "pdf"], ["--type=auto"], []])
    func `each page of a PDF ends with a form feed`(way: ExtractProgram.Way, arguments: [String]) throws {
        let outcome = try ExtractProgram.run(PDFFile.data(pages: ["PyTorch", "JAX"]), arguments, by: way)
        #expect(
            outcome.picture == """
                PyTorch

                --- page ---
                JAX

                --- page ---

                """)
        #expect(outcome.ending == .exit(0))
        #expect(outcome.errors == "")
    }

    @Test func `Chinese in a font that is not embedded needs poppler-data, and gets it inside the lock`() throws {
        let outcome = try ExtractProgram.run(PDFFile.chinese(gb2312: "B2A9CABF"))
        #expect(outcome.text == "博士\n\n\u{C}")
        #expect(outcome.errors == "")
    }

    @Test func `a PDF behind some bytes is still a PDF`() throws {
        let outcome = try ExtractProgram.run(Data(repeating: 0x0A, count: 900) + PDFFile.data(pages: ["late"]))
        #expect(outcome.text.hasPrefix("late"))
    }

    @Test func `a PDF with a password says so in words that the parent looks for`() throws {
        let encryption = """
            /Encrypt<</Filter/Standard/V 1/R 2/P -44/O<\(String(repeating: "41", count: 32))>\
            /U<\(String(repeating: "42", count: 32))>>>/ID[<00><00>]
            """
        let outcome = try ExtractProgram.run(PDFFile.data(pages: ["secret"], trailer: encryption))
        #expect(outcome.ending == .exit(1))
        #expect(outcome.errors.contains("Incorrect password"))
        #expect(outcome.output.isEmpty)
    }

    @Test func `a PDF without an end gives what can be read`() throws {
        let whole = PDFFile.data(pages: ["first", "second"])
        let end = try #require(whole.firstRange(of: Data("startxref".utf8)))
        let outcome = try ExtractProgram.run(whole[..<end.lowerBound])
        #expect(outcome.ending == .exit(0))
        #expect(outcome.text.contains("first"))
    }

    @Test func `a PDF of noise is damaged`() throws {
        let outcome = try ExtractProgram.run(
            Data("%PDF-1.7\n".utf8) + Data((0..<9000).map { UInt8(truncatingIfNeeded: $0 &* 31) }))
        #expect(outcome.ending == .exit(1))
        #expect(outcome.output.isEmpty)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a PDF that never ends is ended by the clock of the processor or of the wall`() throws {
        let outcome = try ExtractProgram.run(PDFFile.endless(depth: 12), ["--seconds", "1"])
        #expect([.signal(SIGXCPU), .signal(SIGALRM)].contains(outcome.ending))
    }

    @Test func `without pdftotext the package is named`() throws {
        let outcome = try ExtractProgram.run(PDFFile.data(pages: ["x"]), environment: ["PATH": "/nowhere:relative:"])
        #expect(outcome.ending == .exit(69))
        #expect(outcome.errors.contains("install poppler-utils"))
    }

    @Test(.enabled(if: Corpus.folder != nil, "the corpus is not here"), arguments: ["resume.pdf", "resume-cn.pdf"])
    func `real CVs read as they read outside the lock`(name: String) throws {
        let file = try #require(Corpus.folder).appendingPathComponent(name)
        let outcome = try ExtractProgram.run(try Data(contentsOf: file))
        #expect(outcome.ending == .exit(0))
        #expect(outcome.text.contains(name == "resume.pdf" ? "Shanghai Jiao Tong" : "教育经历"))
        let bare = Process()
        let pipe = Pipe()
        bare.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        bare.arguments = ["pdftotext", "-enc", "UTF-8", file.path, "-"]
        bare.standardOutput = pipe
        try bare.run()
        #expect(outcome.output == pipe.fileHandleForReading.readDataToEndOfFile())
    }
}

/// Public test documents beside the repository.
enum Corpus {
    static let folder: URL? = {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../shared/corpus/cv").standardizedFileURL
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }()
}
