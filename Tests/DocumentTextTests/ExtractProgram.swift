import Foundation

/// The built program `recruitdb-extract`, run as a parent runs it.
enum ExtractProgram {
    /// How a run ended: an exit code, or a signal.
    enum Ending: Equatable {
        case exit(Int32)
        case signal(Int32)
    }

    struct Outcome {
        var ending: Ending
        var output: Data
        var errors: String

        var text: String { String(decoding: output, as: UTF8.self) }

        /// The text with what one cannot see made visible: tabs as →, form feeds as a line of their own.
        var picture: String {
            text.replacing("\t", with: "→").replacing("\u{C}", with: "--- page ---\n")
        }
    }

    /// How the document reaches the program.
    enum Way: CaseIterable {
        case file, stream
    }

    /// Products lie beside the test bundle.
    static let url: URL = {
        let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("recruitdb-extract")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../.build/debug/recruitdb-extract").standardizedFileURL
    }()

    static func run(
        _ document: Data, _ arguments: [String] = [], by way: Way = .file, environment: [String: String]? = nil
    ) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("extract-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appendingPathComponent("document")
        try document.write(to: input)
        let stdin = try FileHandle(forReadingFrom: input)
        if way == .file { return try run(stdin: stdin, in: folder, arguments, environment) }
        let pipe = Pipe()
        let writer = Thread {
            try? pipe.fileHandleForWriting.write(contentsOf: document)
            try? pipe.fileHandleForWriting.close()
        }
        writer.start()
        return try run(stdin: pipe.fileHandleForReading, in: folder, arguments, environment)
    }

    /// Runs with a document that never comes: a stream that nobody writes to.
    static func runWithoutEnd(_ arguments: [String]) throws -> Outcome {
        let pipe = Pipe()
        defer { try? pipe.fileHandleForWriting.close() }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("extract-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try run(stdin: pipe.fileHandleForReading, in: folder, arguments, nil)
    }

    private static func run(
        stdin: FileHandle, in folder: URL, _ arguments: [String], _ environment: [String: String]?
    ) throws -> Outcome {
        let files = try ["output", "errors"].map { name in
            let file = folder.appendingPathComponent(name)
            try Data().write(to: file)
            return file
        }
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        if let environment { process.environment = environment }
        process.standardInput = stdin
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        let status = process.terminationStatus
        return Outcome(
            ending: process.terminationReason == .exit ? .exit(status) : .signal(status),
            output: try Data(contentsOf: files[0]),
            errors: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self))
    }
}
