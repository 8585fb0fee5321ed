import Foundation

@testable import RecruitDB

/// `recruitdb-extract` in a folder of its own, with the library for forks beside it, and PDFs to read.
final class ForkFixture {
    let folder: URL
    private var documents: [ExtractionPool.Document] = []

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("forks \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: ExtractProgram.url, to: folder.appendingPathComponent("recruitdb-extract"))
        let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardizedFileURL
        try Self.run("/bin/sh", [root.path + "/.ci/forks", folder.path])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var program: ExtractionProgram { ExtractionProgram(path: folder.path + "/recruitdb-extract") }

    /// A program that is run as a fork of itself for each document: a C source text.
    func program(source: String) throws -> ExtractionProgram {
        let file = folder.appendingPathComponent("program.c")
        try Data(source.utf8).write(to: file)
        try Self.run("/usr/bin/env", ["clang", "-o", folder.path + "/program", file.path])
        let script = folder.appendingPathComponent("program.sh")
        let library = "/proc/self/fd/9"
        try Data(
            """
            #!/bin/sh
            cd "$(dirname "$0")" && exec 9<librecruitdb-forks.so && LD_PRELOAD=\(library) exec ./program

            """.utf8
        ).write(to: script)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script.path)
        return ExtractionProgram(path: script.path)
    }

    /// A document to read; the first one is 1.
    func add(_ bytes: Data) throws {
        let number = documents.count + 1
        let file = folder.appendingPathComponent("document \(number)")
        try bytes.write(to: file)
        documents.append(ExtractionPool.Document(id: Int64(number), path: file.path))
    }

    /// Reads all documents; returns a line for each: `1 text`, `2 (why there is none)`.
    func picture(
        _ program: ExtractionProgram, _ limits: ExtractionLimits = ExtractionLimits(),
        betweenSteps: (Int) -> Void = { _ in }
    ) throws -> String {
        let pool = ExtractionPool(program: program, limits: limits)
        for document in documents { pool.submit(document) }
        var lines: [Int64: String] = [:]
        var steps = 0
        while pool.count > 0 {
            try pool.step(waiting: 100) { document, outcome in
                lines[document.id] = "\(document.id) \(Self.line(outcome))"
            }
            betweenSteps(steps)
            steps += 1
        }
        return lines.sorted { $0.key < $1.key }.map(\.value).joined(separator: "\n")
    }

    /// The processes that this one has started and that run under a name.
    static func children(named name: String) -> [pid_t] {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.compactMap { pid_t($0) }.filter { process in
            guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else {
                return false
            }
            return status.contains("Name:\t\(name)\n") && status.contains("PPid:\t\(getpid())\n")
        }
    }

    private static func line(_ outcome: ExtractionOutcome) -> String {
        let pages = outcome.pages.joined(separator: "|")
        return outcome.reason.map { "\(pages)(\($0))" } ?? pages
    }

    private static func run(_ path: String, _ arguments: [String]) throws {
        let process = try Process.run(URL(fileURLWithPath: path), arguments: arguments)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    }
}
