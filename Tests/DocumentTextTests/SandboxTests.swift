import Foundation
import Testing

#if os(Linux)
    struct SandboxTests {
        @Test(arguments: ["reader", "program"])
        func `nothing gets out of a lock`(profile: String) throws {
            let outcome = try ExtractProgram.run(Data(), ["--probe=\(profile)"])
            let lines = outcome.text.split(separator: "\n").filter { !$0.hasSuffix(": refused") }
            #expect(lines == [])
            #expect(outcome.text.contains("open a network socket: refused"))
            #expect(outcome.text.contains("become another program: refused"))
            #expect(outcome.ending == .exit(0))
        }

        @Test func `a script in the place of pdftotext is not started`() throws {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("path-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let script = folder.appendingPathComponent("pdftotext")
            try Data("#!/bin/sh\necho got out\n".utf8).write(to: script)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
            let outcome = try ExtractProgram.run(PDFFile.data(pages: ["x"]), environment: ["PATH": folder.path])
            #expect(outcome.ending == .exit(69))
            #expect(outcome.output.isEmpty)
        }
    }
#endif
