import Foundation
import RecruitSQLite

@testable import RecruitDB

/// A database of 300 invented applications, with what `Tests/Questions/added.sql` adds, made once for all tests.
enum QuestionLab {
    /// The day on which the questions are asked.
    static let today = Day(year: 2026, month: 11, day: 20)
    /// The folder of snapshots.
    static let folder = Lab.root.appending(path: "Tests/Questions")
    /// All built-in questions.
    static let questions = (try? SavedQuestions.builtIn.all().questions) ?? []
    static let names = questions.map(\.name)

    private static let place = FileManager.default.temporaryDirectory
        .appending(path: "recruitdb-tests-\(UUID().uuidString)")
    private static let made = Result {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: QuestionLab.place) }
        let file = place.appending(path: "questions.db")
        let sample = Binary.folder.appending(path: "recruitdb-sample").path
        let call = Lab.root.appending(path: "Examples/smart-lab/call.json").path
        let steps = try [
            Binary.run(
                program: sample, ["database", "--applications", "300", "--seed", "1", "-o", file.path]),
            Binary.run(["import", "call", call, "--by", "lwei"], database: file),
            Binary.run(
                program: "sqlite3", ["-bail", file.path, ".read \(folder.path)/added.sql"]),
        ]
        for step in steps where step.status != 0 { throw LabError(words: ["questions"], outcome: step) }
        return file.path
    }

    /// The path of the database.
    static func path() throws -> String { try made.get() }

    /// What is to be given for the parameters that must be.
    static func needed(_ question: SavedQuestion) -> [QueryParameter] {
        question.parameters.filter(\.isRequired).map { QueryParameter($0.name, text: $0.example ?? "") }
    }

    /// The answer as the real program writes it, header and all.
    static func answer(_ name: String, _ parameters: String...) throws -> [[String]] {
        let question = try SavedQuestions.builtIn.find(name)
        var words = ["query", name]
        for parameter in question.parameters where parameter.name == "today" { words += ["-p", "today=\(day)"] }
        let done = try Binary.run(
            words + parameters.flatMap { ["-p", $0] } + ["--format", "tsv"], database: URL(filePath: path()))
        guard done.status == 0 else { throw LabError(words: words, outcome: done) }
        return done.text.split(separator: "\n").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The rows that plain SQL gives, columns divided by `|`.
    static func rows(_ sql: String) throws -> [String] {
        // Other tests ask at the same time, and the last of them to close the file holds it for a moment.
        try Binary.run(program: "sqlite3", ["-cmd", ".timeout 5000", path(), sql]).text.split(separator: "\n").map(
            String.init)
    }

    static var day: String { today?.description ?? "" }
}
