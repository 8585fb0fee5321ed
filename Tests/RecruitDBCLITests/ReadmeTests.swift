import Foundation
import Testing

@testable import RecruitDB

/// A command of the README and what it prints there.
private struct Step {
    let line: Int
    let command: String
    var output: String
}

/// The README as prose and sessions: a session is a block marked `console`, a command in it a line that begins with `$ `.
private struct Readme {
    static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "README.md")

    /// Lines that stay as they are, and commands with their output.
    enum Part {
        case line(Substring)
        case step(Step)
    }

    private(set) var parts: [Part] = []

    init(_ text: String) {
        var isSession = false
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if isSession, line.hasPrefix("$ ") {
                parts.append(.step(Step(line: number + 1, command: String(line.dropFirst(2)), output: "")))
            } else if isSession, line != "```", case .step(var step) = parts.last {
                step.output += "\(line)\n"
                parts[parts.count - 1] = .step(step)
            } else {
                if line.hasPrefix("```") { isSession = line == "```console" }
                parts.append(.line(line))
            }
        }
    }

    var steps: [Step] {
        parts.compactMap { if case .step(let step) = $0 { step } else { nil } }
    }

    /// The text with `outputs` instead of those that stand there.
    func text(with outputs: [String]) -> String {
        var outputs = outputs[...]
        return parts.map { part in
            switch part {
            case .line(let line): String(line)
            case .step(let step): "$ \(step.command)\n\(outputs.popFirst() ?? step.output)".trimmingSuffix("\n")
            }
        }.joined(separator: "\n")
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}

/// A folder as a reader has it: the programs on the PATH, the examples beside, nobody's settings.
private struct Reader {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try FileManager.default.createSymbolicLink(
            at: scratch.folder.appending(path: "Examples"),
            withDestinationURL: Readme.file.deletingLastPathComponent().appending(path: "Examples"))
    }

    /// What `command` prints, on either of its outputs.
    func run(_ command: String) throws -> String {
        let path = "\(Binary.folder.path):/usr/local/bin:/usr/bin:/bin"
        let outcome = try Binary.run(
            program: "sh", ["-c", "cd \"$0\" && { \(command)\n} 2>&1", scratch.folder.path],
            environment: ["PATH": path, "USER": "lwei", "LOGNAME": "lwei", "LC_ALL": "C.UTF-8"])
        return outcome.text
    }
}

/// Runs every command of the README, in its order, in one folder.
///
/// Nothing is masked: a command whose output depends on the day has no place there.
@Test(.timeLimit(.minutes(5))) func `the README shows what its commands print`() throws {
    let text = try String(contentsOf: Readme.file, encoding: .utf8)
    let readme = Readme(text)
    let reader = try Reader()
    #expect(readme.steps.count >= 10)
    let outputs = try readme.steps.map { try reader.run($0.command) }
    if ProcessInfo.processInfo.environment["RECRUITDB_WRITE_README"] != nil {
        try Data(withQuestions(readme.text(with: outputs)).utf8).write(to: Readme.file)
        return
    }
    for (step, output) in zip(readme.steps, outputs) {
        #expect(output == step.output, "README.md:\(step.line): $ \(step.command)")
    }
}

@Test func `the README names every command`() throws {
    let text = try String(contentsOf: Readme.file, encoding: .utf8)
    let help = try Binary.run("--help").text
    let commands = help.split(separator: "SUBCOMMANDS:").last?.split(separator: "\n").compactMap { line in
        line.firstMatch(of: /^  ([a-z]+)\s/).map { String($0.1) }
    }
    #expect((commands ?? []).count > 8)
    for command in commands ?? [] { #expect(text.contains("recruitdb \(command)"), "\(command)") }
}

/// `text` with the table of saved questions as they are.
private func withQuestions(_ text: String) throws -> String {
    let rows = try SavedQuestions.builtIn.all().questions.map { question in
        let taken = question.parameters.map { parameter in
            "`\(parameter.name)`"
                + (parameter.defaultText.map { " (\($0))" } ?? (parameter.isOptional ? "" : ", needed"))
        }
        return "| `\(question.name)`\(question.isPersonal ? " *" : "") | \(question.question) | "
            + "\(taken.joined(separator: ", ")) |"
    }
    let lines = text.components(separatedBy: "\n")
    let head = try #require(lines.firstIndex(of: "| question | asks | takes |")) + 2
    let end = lines[head...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
    return (lines[..<head] + rows + lines[end...]).joined(separator: "\n")
}

@Test func `the README has a row for each saved question`() throws {
    // While the other test writes the README, there is nothing to compare.
    if ProcessInfo.processInfo.environment["RECRUITDB_WRITE_README"] != nil { return }
    let text = try String(contentsOf: Readme.file, encoding: .utf8)
    let new = try withQuestions(text)
    #expect(text == new, "RECRUITDB_WRITE_README=1 swift test --filter ReadmeTests writes it anew")
}
