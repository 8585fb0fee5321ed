import Foundation
import Testing

@Suite(.enabled(if: Kernel.offers("seccomp"), "this kernel cannot filter system calls"))
struct SandboxTests {
    @Test func `nothing gets out of the lock for DOCX and text`() throws {
        let outcome = try ExtractProgram.run(Data(), ["--probe=reader"])
        #expect(
            outcome.text == """
                read a file in /etc: refused
                list the folder /: refused
                write a new file in /tmp: refused
                write to a device: refused
                make a folder: refused
                remove a file: refused
                change a mode: refused
                open a network socket: refused
                open a local socket: refused
                signal the parent: refused
                start a process: refused
                read a file in /usr: refused
                become another program: refused

                """)
        #expect(outcome.ending == .exit(0))
    }

    @Test func `nothing gets out of the lock for PDF`() throws {
        let outcome = try ExtractProgram.run(Data(), ["--probe=program"])
        let possible = Set(outcome.text.split(separator: "\n").filter { !$0.hasSuffix(": refused") })
        #expect(outcome.text.contains("open a network socket: refused"))
        // Without Landlock it still forbids writing, sockets and processes, but neither reading nor exec.
        let hasLandlock = Kernel.offers("landlock")
        let open: Set<Substring> = [
            "read a file in /etc: POSSIBLE", "list the folder /: POSSIBLE", "become another program: POSSIBLE",
        ]
        #expect(possible.isSubset(of: hasLandlock ? [] : open))
        #expect((outcome.ending == .exit(0)) == possible.isEmpty)
    }

    @Test(.enabled(if: Kernel.offers("landlock"), "this kernel has no Landlock"))
    func `a script in the place of pdftotext is not started`() throws {
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

/// What this machine's kernel can do, as the program itself finds it.
enum Kernel {
    static func offers(_ lock: String) -> Bool {
        let report = (try? ExtractProgram.run(Data(), ["--probe"]).text) ?? ""
        return report.contains("\n\(lock): ") && !report.contains("\n\(lock): missing")
    }
}
