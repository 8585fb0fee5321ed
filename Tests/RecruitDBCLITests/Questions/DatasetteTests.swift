import Foundation
import RecruitSQLite
import Testing

@testable import RecruitDB

/// What Datasette is told of a recruitment database (https://docs.datasette.io/en/stable/metadata.html): its views, and the
/// saved questions as canned queries, whose parameters come as text and empty when they are left out.
private struct DatasetteMetadata {
    let text: String

    init(views: [(name: String, columns: [String])]) throws {
        var lines = [
            "# Written by DatasetteTests from the views and the saved questions: RECRUITDB_WRITE_SNAPSHOT=1 swift test --filter",
            "# DatasetteTests. The database must be called recruitment.db: Datasette knows it by that name.",
            "title: Recruitment", "description: Read-only. Personal data show here, keep it to this machine.",
            "databases:",
            "  recruitment:", "    tables:",
        ]
        for (name, columns) in views {
            let facts = name.hasSuffix("_facts") ? "Nothing personal. " : ""
            lines += [
                "      \(name):",
                "        description: \(Self.quoted("\(facts)Columns: \(columns.joined(separator: ", "))."))",
            ]
        }
        lines.append("    queries:")
        // A question that has the name of a view would stand in front of it.
        let taken = Set(views.map(\.name))
        for question in try SavedQuestions.builtIn.all().questions {
            lines += [
                "      \(question.name)\(taken.contains(question.name) ? "-question" : ""):",
                "        title: \(Self.quoted(question.question))",
            ]
            let takes = question.parameters.map {
                "\($0.name): \($0.meaning) (\($0.type.rawValue)\(Self.rest(of: $0)))"
            }
            if !takes.isEmpty { lines.append("        description: \(Self.quoted(takes.joined(separator: "; ")))") }
            lines.append("        sql: |-")
            for line in Self.sql(of: question).split(separator: "\n", omittingEmptySubsequences: false) {
                lines.append(line.isEmpty ? "" : "          \(line)")
            }
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func rest(of parameter: QuestionParameter) -> String {
        if let value = parameter.defaultText { return ", else \(value)" }
        return parameter.isOptional ? ", may be left out" : ""
    }

    /// The question with each parameter as what is typed, or its default where nothing is.
    private static func sql(of question: SavedQuestion) -> String {
        question.parameters.reduce(question.statement) { sql, parameter in
            let typed = "nullif(:\(parameter.name), '')"
            let value: String =
                switch parameter.type {
                case .text, .date: typed
                case .integer: "CAST(\(typed) AS INTEGER)"
                case .number: "CAST(\(typed) AS REAL)"
                }
            let replacement =
                parameter.defaultText.map { "coalesce(\(value), \(Self.sql(of: $0, parameter.type)))" } ?? value
            return sql.replacingOccurrences(
                of: ":\(parameter.name)\\b", with: replacement, options: .regularExpression)
        }.trimmingCharacters(in: ["\n", ";", " "])
    }

    private static func sql(of text: String, _ type: QuestionParameter.Kind) -> String {
        switch type {
        case .integer, .number: text
        case .text: "'\(text.replacing("'", with: "''"))'"
        case .date:
            text.hasPrefix("today")
                ? text == "today" ? "date('now')" : "date('now', '\(text.dropFirst(5)) days')" : "'\(text)'"
        }
    }

    /// A scalar of YAML in double quotes, which are those of JSON.
    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " "))\""
    }
}

@Suite struct DatasetteTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Examples/datasette/metadata.yml").standardized

    @Test func `Datasette's metadata are the views and the saved questions of today`() throws {
        let scratch = try Scratch()
        let database = try RecruitmentDatabase.create(at: scratch.folder.appending(path: "recruitment.db").path)
        let views = try ShellProgram(path: database.path).views
        let text = try DatasetteMetadata(views: views).text
        if ProcessInfo.processInfo.environment["RECRUITDB_WRITE_SNAPSHOT"] != nil {
            return try Data(text.utf8).write(to: Self.file)
        }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == text)
    }

    @Test func `every canned query of the metadata is a statement that the database answers`() throws {
        let scratch = try Scratch()
        let database = try RecruitmentDatabase.create(at: scratch.folder.appending(path: "recruitment.db").path)
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let parts = text.components(separatedBy: "        sql: |-\n").dropFirst()
        #expect(parts.count > 25)
        let session = try QuerySession(database.path)
        for part in parts {
            let sql = part.split(separator: "\n", omittingEmptySubsequences: false)
                .prefix { $0.isEmpty || $0.hasPrefix("          ") }.joined(separator: "\n")
            #expect(session.answers(sql), "\(sql)")
        }
    }
}
