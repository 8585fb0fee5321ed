import Foundation
import Testing

/// What the compiler says of lines that use the library: the messages of each line that it refuses, by the line's number.
private func refusals(of lines: [String]) throws -> [Int: String] {
    try withTemporaryFolder { folder in
        let file = folder + "/main.swift"
        let source = ["import RecruitSQLite", "func body(_ connection: Connection) throws {"] + lines + ["}"]
        try Data(source.joined(separator: "\n").utf8).write(to: URL(filePath: file))
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path()
        let compiler = Process()
        compiler.executableURL = URL(filePath: "/usr/bin/env")
        compiler.arguments = [
            "swiftc", "-typecheck", "-swift-version", "6", "-I", builtProgram("Modules").path(),
            "-I", root + "Sources/CRecruitSQLite", "-I", root + "Sources/CSHA256", file,
        ]
        let output = Pipe()
        compiler.standardError = output
        compiler.standardOutput = FileHandle.nullDevice
        try compiler.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        compiler.waitUntilExit()
        var refusals: [Int: String] = [:]
        for line in text.split(separator: "\n") {
            guard let match = line.firstMatch(of: /^\S*main\.swift:(\d+):\d+: error: (.*)$/), let number = Int(match.1)
            else { continue }
            refusals[number - 3, default: ""] += match.2
        }
        return refusals
    }
}

@Suite struct CompilerTests {
    @Test func `a value in a script does not compile, and the message says what does`() throws {
        let refusals = try refusals(of: [
            "try connection.execute(\"CREATE TABLE t (x)\")",
            "try connection.execute(\"DELETE FROM t WHERE x = \\(1)\")",
            "let name = \"t\"",
            "try connection.execute(\"DROP TABLE \\(name)\")",
            "try connection.execute(\"DROP TABLE \\(raw: name)\")",
            "try connection.execute(Script(raw: \"DROP TABLE t\"))",
            "_ = try connection.prepare(\"SELECT \\(name)\")",
            "_ = try connection.prepare(\"SELECT ?\")",
            "_ = try Migration(fileName: \"0001_a.sql\", sql: \"DROP TABLE \\(name)\")",
            "_ = Script(\"DROP TABLE \\(name)\")",
            "try connection.execute(\"DROP TABLE \" + name)",
            "try connection.execute(name)",
            "_ = SQL(raw: name, values: [.integer(1)])",
            "_ = SQL(name, values: [])",
        ])
        #expect(refusals.keys.sorted() == [1, 3, 6, 8, 9, 10, 11, 13])
        for line in [1, 3, 6, 8, 9] {
            #expect(refusals[line]?.contains("a value is bound by run, all, first and value") == true)
        }
    }

    @Test func `an array in a statement does not compile, but bytes and a list do`() throws {
        let refusals = try refusals(of: [
            "let (numbers, texts, bytes) = ([1, 2], [\"a\"], [1, 2] as [UInt8])",
            "try connection.run(\"SELECT 1 IN (\\([1, 2]))\")",
            "try connection.run(\"SELECT 1 IN (\\([1]))\")",
            "try connection.run(\"SELECT 1 IN (\\([\"a\", \"b\"]))\")",
            "try connection.run(\"SELECT 1 IN (\\(numbers))\")",
            "try connection.run(\"SELECT 1 IN (\\(texts))\")",
            "try connection.run(\"SELECT 1 IN (\\([]))\")",
            "try connection.run(\"SELECT \\(bytes), \\([1, 2] as [UInt8]), \\(bytes as [UInt8]?)\")",
            "try connection.run(\"SELECT 1 IN (\\(list: [1, 2]), \\(list: numbers), \\(list: texts))\")",
        ])
        #expect(refusals.keys.sorted() == [1, 2, 3, 4, 5, 6])
        for line in [3, 5] { #expect(refusals[line]?.contains("write \\(list: values)") == true) }
        for line in [1, 2, 4, 6] { #expect(refusals[line] == "ambiguous use of 'appendInterpolation'") }
    }
}
