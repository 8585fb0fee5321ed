import Dispatch
import Foundation

/// A program that ran: what it wrote and how it ended.
struct Outcome {
    let output: Data
    let error: String
    /// The exit code; a signal's number, negative, when one ended it.
    let status: Int32

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
}

/// The real `recruitdb` of this build, run as a person runs it.
enum Binary {
    /// The folder in which the products of this build lie.
    static let folder: URL = {
        var folder = URL(filePath: CommandLine.arguments.first ?? ".").deletingLastPathComponent()
        while folder.path != "/",
            !FileManager.default.isExecutableFile(atPath: folder.appending(path: "recruitdb").path)
        {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// Runs `recruitdb` with `words`; `database` goes through the environment, so that no flag hides in a test.
    static func run(
        _ words: [String], database: URL? = nil, input: Data = Data(), environment: [String: String] = [:],
        in place: URL? = nil
    ) throws -> Outcome {
        var environment = environment
        if let database { environment["RECRUITDB_DATABASE"] = database.path }
        return try run(
            folder.appending(path: "recruitdb"), words, input: input, environment: environment, in: place)
    }

    /// Runs `recruitdb` with `words`, as the variadic form reads best in a test.
    static func run(_ words: String..., database: URL? = nil, input: Data = Data()) throws -> Outcome {
        try run(words, database: database, input: input)
    }

    /// Runs any program; one that is named without a folder is looked up in the path.
    static func run(
        program: String, _ words: [String], input: Data = Data(), environment: [String: String] = [:],
        in place: URL? = nil
    ) throws -> Outcome {
        try run(URL(filePath: "/usr/bin/env"), [program] + words, input: input, environment: environment, in: place)
    }

    private static func run(
        _ program: URL, _ words: [String], input: Data, environment: [String: String], in place: URL?
    ) throws -> Outcome {
        // Files, not pipes: whatever the order of reading and writing, nobody waits for anybody.
        let scratch = try Scratch()
        let files = ["input", "output", "error"].map { scratch.folder.appending(path: $0) }
        try input.write(to: files[0])
        for file in files[1...] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = program
        process.arguments = words
        process.currentDirectoryURL = place ?? scratch.folder
        var variables = ["PATH", "HOME", "LOGNAME"].reduce(into: [:]) { variables, name in
            variables[name] = ProcessInfo.processInfo.environment[name]
        }
        variables.merge(environment) { $1 }
        process.environment = variables
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        // One that hangs is a failed test, not a stalled run.
        let watchdog = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: watchdog)
        process.waitUntilExit()
        watchdog.cancel()
        let status = process.terminationStatus
        return Outcome(
            output: try Data(contentsOf: files[1]),
            error: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
            status: process.terminationReason == .exit ? status : -status)
    }
}

/// A folder that goes when the test is over.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "recruitdb-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A database made by the sqlite3 shell from `script`.
    func database(_ script: String, name: String = "test.db") throws -> URL {
        let file = folder.appending(path: name)
        let made = try Binary.run(program: "sqlite3", ["-bail", file.path], input: Data(script.utf8))
        guard made.status == 0 else { throw ScratchError(reason: made.error) }
        return file
    }

    /// A file of `bytes`.
    func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> URL {
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        return file
    }
}

/// A scratch database could not be made.
struct ScratchError: Error {
    let reason: String
}
