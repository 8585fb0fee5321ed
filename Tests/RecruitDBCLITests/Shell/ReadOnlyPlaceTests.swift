import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A database in a place that may be read and not written, as a colleague finds it on a share.
@Suite struct ReadOnlyPlaceTests {
    let lab: Lab

    init() throws {
        lab = try Lab()
        try lab.mail(
            letter(
                from: "Wei Zhang <wei@example.org>", subject: "PhD application", "I apply.",
                papers: [(name: "cv.txt", text: "PyTorch, and more than twenty characters")]))
        chmod(lab.database.path, 0o444)
        _ = try Binary.run(program: "chmod", ["-R", "a+rX", lab.documents.path])
        chmod(lab.scratch.folder.path, 0o555)
    }

    private func run(_ words: String...) throws -> Outcome {
        try Binary.runAsNobody(["-d", lab.database.path] + words)
    }

    @Test(arguments: [
        ["applications"], ["show", "A-2026-0001"], ["search", "nothing"], ["inbox"], ["query", "SELECT 1"],
    ])
    func `what only reads works there and leaves nothing`(words: [String]) throws {
        defer { chmod(lab.scratch.folder.path, 0o755) }
        let before = try FileManager.default.contentsOfDirectory(atPath: lab.scratch.folder.path).sorted()
        let here = try lab.run(words)
        let there = try Binary.runAsNobody(["-d", lab.database.path] + words)
        #expect(there.status == 0, "\(there.error)")
        #expect(there.text == here.text)
        #expect(try FileManager.default.contentsOfDirectory(atPath: lab.scratch.folder.path).sorted() == before)
    }

    @Test func `check says there who else may open it`() throws {
        defer { chmod(lab.scratch.folder.path, 0o755) }
        let checked = try run("check")
        #expect(checked.status == 1, "\(checked.error)")
        #expect(checked.text.contains("others on this machine may open it"))
    }

    @Test(arguments: [
        ["move", "A-2026-0001", "screening", "--by", "x"], ["import", "call", Lab.call.path], ["migrate"],
    ])
    func `what writes is refused there in one sentence`(words: [String]) throws {
        defer { chmod(lab.scratch.folder.path, 0o755) }
        let refused = try Binary.runAsNobody(["-d", lab.database.path] + words)
        #expect(refused.status == 77)
        #expect(refused.error.contains("may not be written") && refused.error.split(separator: "\n").count == 1)
    }
}
