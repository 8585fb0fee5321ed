import Foundation
import MailMessage
import Testing

/// Another reader of mail, and its answers about the public messages.
enum Oracle: String, CaseIterable, Sendable {
    case python, gmime

    static let folder = testFolder.deletingLastPathComponent().appendingPathComponent("MailOracles")

    var isThere: Bool {
        switch self {
        case .python: (try? run("python3", ["-c", "import email"])) != nil
        case .gmime:
            (try? run("pkg-config", ["--exists", "gmime-3.0"])) != nil && (try? run("cc", ["--version"])) != nil
        }
    }

    /// What the reader says: `file TAB field` to value.
    func answers(in scratch: URL) throws -> [String: String] {
        let paths = Corpus.files.map(\.path)
        switch self {
        case .python:
            return parsed(try run("python3", [Self.folder.appendingPathComponent("oracle.py").path] + paths))
        case .gmime:
            let program = scratch.appendingPathComponent("oracle").path
            let flags = try run("pkg-config", ["--cflags", "--libs", "gmime-3.0"]).split(whereSeparator: \.isWhitespace)
            let source = Self.folder.appendingPathComponent("oracle.c").path
            _ = try run("cc", [source, "-o", program] + flags.map(String.init))
            return parsed(try run(program, paths))
        }
    }

    private func parsed(_ lines: String) -> [String: String] {
        var answers: [String: String] = [:]
        for line in lines.split(separator: "\n") {
            let cells = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
            if cells.count == 3 { answers["\(cells[0])\t\(cells[1])"] = String(cells[2]) }
        }
        return answers
    }

    /// What a program prints; throws when it is missing or fails.
    private func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return String(decoding: data, as: UTF8.self)
    }
}

/// The fields of a message as the oracles draw them.
private func drawn(_ message: Message) -> [String: String] {
    func clean(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    func list(_ addresses: [Address]) -> String {
        addresses.map { "\(clean($0.name ?? "")) <\($0.address)>" }.joined(separator: "; ")
    }
    let attachments = message.attachments.map { attachment in
        let isMessage = attachment.mediaType == "message/rfc822"
        let rest = isMessage ? "message" : "\(attachment.byteSize) \(attachment.sha256().prefix(16))"
        return "\(clean(attachment.filename ?? "")) \(rest)"
    }
    return [
        "message_id": message.messageID ?? "",
        "date": message.dateSource == .header ? message.date.map(String.init) ?? "" : "",
        "from": list(message.from), "to": list(message.to), "subject": clean(message.subject),
        "attachments": attachments.joined(separator: " | "),
    ]
}

private func digest(_ value: String?) -> String { value.map { String(SHA256Hex.of(Array($0.utf8)).prefix(12)) } ?? "-" }

@Suite(.enabled(if: Corpus.isThere, "the public messages are not beside the checkout (../shared/corpus/mail)"))
struct OracleTests {
    /// The differences that are explained: `reader TAB file TAB field TAB ours` to the reason.
    private func explained() throws -> [String: String] {
        let table = try String(contentsOf: Oracle.folder.appendingPathComponent("differences.tsv"), encoding: .utf8)
        var explained: [String: String] = [:]
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t").map(String.init)
            try #require(cells.count == 6, "\(line)")
            explained["\(cells[0])\t\(cells[1])\t\(cells[2])\t\(cells[4])"] = cells[5]
        }
        return explained
    }

    @Test(arguments: Oracle.allCases)
    func `every difference to another reader is explained`(oracle: Oracle) throws {
        guard oracle.isThere else {
            print("skipped: \(oracle) is not installed")
            return
        }
        let explained = try explained()
        let theirs = try withScratchFolder { try oracle.answers(in: $0) }
        #expect(theirs.count > 1900)
        var same = 0
        var differing = 0
        for file in Corpus.files {
            for (field, ours) in drawn(Message(try Array(Data(contentsOf: file)))) {
                let place = "\(file.lastPathComponent)\t\(field)"
                if theirs[place] == ours {
                    same += 1
                    continue
                }
                differing += 1
                #expect(
                    explained["\(oracle)\t\(place)\t\(digest(ours))"] != nil,
                    "\(oracle)\t\(place)\t\(digest(theirs[place]))\t\(digest(ours)): \(theirs[place] ?? "-") / \(ours)")
            }
        }
        #expect(same + differing == 6 * Corpus.files.count)
        #expect(differing * 20 < same, "\(differing) differences")
    }
}
