import Foundation
import Testing

/// What a run of the built program printed.
private struct Run {
    let code: Int32
    let output: String
    let errors: String

    /// Runs `recruitdb WORDS` in `folder`; the program lies beside the bundle of the tests.
    init(_ words: [String], in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "recruitdb")
        process.arguments = words
        process.currentDirectoryURL = folder
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        self.output = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        self.errors = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        code = process.terminationStatus
    }
}

@Test func `import call takes in the example, again nothing, then what changed, and refuses a wrong one whole`() throws
{
    let folder = FileManager.default.temporaryDirectory.appending(path: "import-call-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let example = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/smart-lab/call.json")
    let text = try String(contentsOf: example, encoding: .utf8)
    try text.write(to: folder.appending(path: "call.json"), atomically: true, encoding: .utf8)

    #expect(try Run(["init"], in: folder).code == 0)
    let first = try Run(["import", "call", "call.json"], in: folder)
    #expect(first.code == 0 && first.errors == "" && first.output.hasPrefix("lab: added\nmembers/hchen: added\n"))
    let again = try Run(["import", "call", "call.json", "--by", "lwei"], in: folder)
    #expect(again.code == 0 && again.output == "" && again.errors == "recruitdb: call.json: nothing new\n")

    let new = text.replacing(#""min_months": 3"#, with: #""min_months": 6"#)
    try new.write(to: folder.appending(path: "new.json"), atomically: true, encoding: .utf8)
    let lines = "positions/research-assistant: min_months 3 -> 6\npositions/intern: min_months 3 -> 6\n"
    let dry = try Run(["import", "call", "new.json", "--dry-run"], in: folder)
    #expect(dry.output == lines && dry.errors == "recruitdb: a dry run: nothing was changed\n")
    #expect(try Run(["import", "call", "new.json"], in: folder).output == lines)

    let wrong = text.replacing(#""must", "category": "availability""#, with: #""required", "category": "availability""#)
    try wrong.write(to: folder.appending(path: "wrong.json"), atomically: true, encoding: .utf8)
    let refused = try Run(["import", "call", "wrong.json"], in: folder)
    #expect(refused.code == 65 && refused.output == "")
    #expect(
        refused.errors == """
            recruitdb: wrong.json is not imported: 2 mistakes
              line 149, column 23: positions[2].requirements[1].necessity: "required" is not one of must, preferred
              line 174, column 23: positions[3].requirements[1].necessity: "required" is not one of must, preferred

            """)
    #expect(try Run(["import", "call", "absent.json"], in: folder).code == 66)
    #expect(try Run(["import", "call"], in: folder).code == 64)
}
