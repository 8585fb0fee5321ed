import Foundation

/// A database with the example call in a scratch folder, and the real programs that work on it.
final class Lab {
    let scratch: Scratch
    let database: URL

    /// A new database; `call` takes the example call in.
    init(name: String = "lab.db", call: Bool = true) throws {
        scratch = try Scratch()
        database = scratch.folder.appending(path: name)
        try expectDone(["init"])
        if call { try expectDone(["import", "call", Lab.call.path]) }
    }

    /// The repository.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let call = root.appending(path: "Examples/smart-lab/call.json")

    /// The folder of papers.
    var documents: URL { database.deletingPathExtension().appendingPathExtension("documents") }

    /// Runs `recruitdb` on the database.
    func run(_ words: [String], input: Data = Data(), environment: [String: String] = [:]) throws -> Outcome {
        try Binary.run(words, database: database, input: input, environment: environment, in: scratch.folder)
    }

    /// Runs `recruitdb` on the database, and fails when it does.
    @discardableResult
    func expectDone(_ words: [String], input: Data = Data()) throws -> Outcome {
        let done = try run(words, input: input)
        guard done.status == 0 else { throw LabError(words: words, outcome: done) }
        return done
    }

    /// Imports one message, or whatever `text` holds.
    @discardableResult
    func mail(_ text: String, _ flags: String...) throws -> Outcome {
        try expectDone(["import", "mail", "-", "--no-text"] + flags, input: Data(text.utf8))
    }

    /// What the sqlite3 shell says to `sql`, whatever comes of it.
    func shell(_ sql: String, _ flags: [String] = []) throws -> Outcome {
        try Binary.run(program: "sqlite3", ["-bail"] + flags + [database.path, sql])
    }

    /// The rows that `sql` gives, columns divided by `|`.
    func rows(_ sql: String) throws -> [String] {
        let done = try shell(sql)
        guard done.status == 0 else { throw LabError(words: [sql], outcome: done) }
        return done.text.split(separator: "\n").map(String.init)
    }

    /// All tables with all rows.
    func dump() throws -> String { try shell(".dump").text }

    /// The files in the folder of papers, by their paths in it.
    func files() -> [String] {
        let found = FileManager.default.enumerator(at: documents, includingPropertiesForKeys: [.isRegularFileKey])
        let urls = (found?.allObjects as? [URL] ?? []).filter { !$0.hasDirectoryPath }
        return urls.map { $0.deletingLastPathComponent().lastPathComponent + $0.lastPathComponent }.sorted()
    }

    /// What an import must make again, whatever came between: the views' rows and the files, not the numbers and times.
    func content() throws -> [String] {
        try [
            "SELECT position, intake, email, received_at, name, stage FROM application_overview ORDER BY 1, 2, 3, 4",
            "SELECT message_id, sender, subject, triage, direction, ref IS NULL FROM message_overview ORDER BY 1, 2, 3, 4",
            "SELECT filename, sha256, byte_size, document_type FROM document_overview ORDER BY 1, 2, 3, 4",
            "SELECT sender, subject, why, suggestion FROM inbox ORDER BY 1, 2, 3, 4",
            "SELECT count(*), sum(file_id IS NULL) FROM messages",
        ].flatMap { try rows($0) } + files()
    }

    /// Starts `recruitdb` on the database and does not wait.
    func start(_ words: [String]) throws -> Process {
        let process = Process()
        process.executableURL = Binary.folder.appending(path: "recruitdb")
        process.arguments = ["-d", database.path] + words
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// An invented mailbox in the scratch folder.
    func mailbox(_ name: String, _ messages: Int, seed: Int, _ flags: [String] = []) throws -> URL {
        let file = scratch.folder.appending(path: name)
        let made = try Binary.run(
            program: Binary.folder.appending(path: "recruitdb-sample").path,
            ["mailbox", "--messages", "\(messages)", "--seed", "\(seed)", "-o", file.path] + flags)
        guard made.status == 0 else { throw LabError(words: [name], outcome: made) }
        return file
    }
}

/// A command that should have succeeded.
struct LabError: Error, CustomStringConvertible {
    let words: [String]
    let outcome: Outcome

    var description: String { "\(words.joined(separator: " ")): \(outcome.status): \(outcome.error)" }
}
