import Foundation
import RecruitSQLite
import Testing

/// Whatever is wrong with a file, every call throws or answers in time (Tests/HostileRun).
@Suite struct SpoiledFileTests {
    /// Every case is tried with `RECRUITDB_ALL_FAULTS=1`; else one in some.
    private static let step = ProcessInfo.processInfo.environment["RECRUITDB_ALL_FAULTS"] == nil ? 29 : 1

    nonisolated(unsafe) private static let refusalsOfWholeFiles =
        /write a readonly database|opened for reading|stays in journal mode delete|transaction: undone/

    private struct HostileRun {
        let lines: [Substring]
        let end: String?

        init(_ folder: String, from first: Int, by step: Int) throws {
            let process = Process()
            process.executableURL = builtProgram("HostileRun")
            process.arguments = [folder, "\(first)", "\(step)"]
            let output = Pipe()
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            let text = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
            let status = process.terminationStatus
            let isExit = process.terminationReason == .exit
            end = isExit && status == 0 ? nil : "ended by \(isExit ? "status" : "signal") \(status)"
        }

        func last(_ word: String) -> Substring? { lines.last { $0.hasPrefix(word + " ") } }
    }

    @Test(arguments: 0..<2)
    func `a file with a flipped byte, cut anywhere or with pages in each other's place throws or answers`(
        half: Int
    ) throws {
        try withFolderInMemory { folder in
            var first = half * Self.step
            var tried = 0
            var trapped = 0
            while true {
                let run = try HostileRun(folder, from: first, by: 2 * Self.step)
                // A file that is whole answers everything but writing where it is read, so that the calls do something.
                #expect(run.lines.contains { $0.hasPrefix("answers 2") })
                #expect(
                    run.lines.filter { $0.hasPrefix("refused ") && !$0.contains(Self.refusalsOfWholeFiles) } == [])
                #expect(run.lines.filter { $0.hasPrefix("slow ") } == [])
                tried += run.lines.count { $0.hasPrefix("case ") }
                guard let end = run.end else {
                    let all = try #require(run.last("cases")?.split(separator: " ").last.flatMap { Int($0) })
                    #expect(tried >= (all - half * Self.step) / (2 * Self.step))
                    return
                }
                Issue.record("\(run.last("case") ?? "no case"), \(run.last("call") ?? "no call"): \(end)")
                trapped += 1
                guard trapped < 10, let line = run.last("case")?.split(separator: " "), line.count > 1,
                    let number = Int(line[1])
                else { return }
                first = number + 2 * Self.step
            }
        }
    }
}
