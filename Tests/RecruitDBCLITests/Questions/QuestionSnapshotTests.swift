import Foundation
import RecruitSQLite
import Testing

@testable import RecruitDB

@Suite struct QuestionSnapshotTests {
    @Test func `there are at least 25 questions, and at least 15 of them show nothing personal`() throws {
        let (questions, problems) = try SavedQuestions.builtIn.all()
        #expect(problems.map(\.message) == [])
        #expect(questions.count >= 25)
        #expect(questions.count { !$0.isPersonal } >= 15)
        #expect(questions.allSatisfy { QuestionFolder.isName($0.name) })
        #expect(questions.filter { $0.columns.isEmpty || !$0.question.hasSuffix("?") }.map(\.name) == [])
        #expect(Set(questions.map(\.question)).count == questions.count)
    }

    /// `RECRUITDB_WRITE_SNAPSHOT=1 swift test --filter QuestionSnapshotTests` writes down what the questions answer now.
    @Test(arguments: QuestionLab.names) func `a question gives the rows that are kept`(name: String) throws {
        let question = try SavedQuestions.builtIn.find(name)
        let query = try question.query(QuestionLab.needed(question), today: QuestionLab.today)
        let file = QuestionLab.folder.appending(path: "\(name).csv")
        let scratch = try Scratch()
        let output = scratch.folder.appending(path: "answer.csv")
        try Data().write(to: output)
        let handle = try FileHandle(forWritingTo: output)
        var buffer = OutputBuffer(descriptor: handle.fileDescriptor)
        let count = try query.open(QuestionLab.path()).write(ListingStyle(.csv), to: &buffer)
        try buffer.flush()
        let answer = try Data(contentsOf: output)
        #expect(count > 0, "the sample has no row for it")
        if ProcessInfo.processInfo.environment["RECRUITDB_WRITE_SNAPSHOT"] != nil { try answer.write(to: file) }
        #expect(String(decoding: answer, as: UTF8.self) == (try String(contentsOf: file, encoding: .utf8)))
    }

    @Test func `no snapshot is of a question that is gone`() throws {
        let kept = try FileManager.default.contentsOfDirectory(atPath: QuestionLab.folder.path)
            .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
        #expect(Set(kept).subtracting(QuestionLab.names).sorted() == [])
    }

    @Test(arguments: QuestionLab.names) func `the header names the columns and parameters that the SQL has`(
        name: String
    ) throws {
        let question = try SavedQuestions.builtIn.find(name)
        let connection = try Connection(path: QuestionLab.path(), access: .readOnly)
        let statement = try connection.prepare(Script(raw: question.sql))
        #expect(statement.columnNames == question.columns.map(\.name))
        #expect(
            Set(statement.parameterNames.compactMap { $0 }) == Set(question.parameters.map { ":" + $0.name }))
        #expect(question.parameters.filter { $0.isRequired && $0.example == nil }.map(\.name) == [])
    }
}
