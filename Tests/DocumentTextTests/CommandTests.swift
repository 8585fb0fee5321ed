import Foundation
import Testing

struct CommandTests {
    @Test(arguments: [
        ["--foo"], ["--type"], ["--type", "doc"], ["--type="], ["--seconds", "0"], ["--seconds", "ten"], ["cv.pdf"],
        ["--probe=nothing"], ["--help=1"], [""],
    ])
    func `an argument that means nothing is refused`(arguments: [String]) throws {
        let outcome = try ExtractProgram.run(Data("text".utf8), arguments)
        #expect(outcome.ending == .exit(64))
        #expect(outcome.errors.hasSuffix("see recruitdb-extract --help\n"))
        #expect(outcome.output.isEmpty)
    }

    @Test func `help names every option and exit code`() throws {
        let help = try ExtractProgram.run(Data(), ["--help"]).text
        for word in [
            "--type", "--seconds", "--probe", "0 ", "64 ", "65 ", "69 ", "74 ", "76 ", "Missing language pack",
        ] {
            #expect(help.contains(word))
        }
        #expect(help.split(separator: "\n").allSatisfy { $0.count <= 120 })
    }

    @Test func `the probe answers in names and values`() throws {
        let outcome = try ExtractProgram.run(Data(), ["--probe"])
        let lines = outcome.text.split(separator: "\n").map { $0.split(separator: ": ", maxSplits: 1) }
        #expect(lines.allSatisfy { $0.count == 2 })
        let names = lines.compactMap(\.first)
        for name in ["extractor", "pdftotext", "poppler-data", "landlock", "seccomp", "libarchive", "libxml2"] {
            #expect(names.contains(Substring(name)))
        }
        #expect(names.contains("charset GB18030"))
    }

    @Test func `the probe says what is missing`() throws {
        let outcome = try ExtractProgram.run(Data(), ["--probe"], environment: ["PATH": "/nowhere"])
        #expect(outcome.text.contains("pdftotext: missing: install poppler-utils\n"))
        #expect(outcome.ending == .exit(0))
    }

    @Test func `a folder as document is an error of input`() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "exec '\(ExtractProgram.url.path)' 2>&1 < /"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let answer = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(answer == "recruitdb-extract: standard input: Is a directory\n")
        #expect(process.terminationStatus == 74)
    }
}
