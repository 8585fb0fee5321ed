import Foundation
import RecruitSQLite
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program that writes batches of three rows while calls of the system fail under it (Tests/FaultRun).
private struct FaultRun {
    /// What it said before it ended.
    let lines: [Substring]
    let ending: Process.TerminationReason
    let status: Int32

    /// Runs it; with `killedAfter` it is ended by SIGKILL after so many microseconds.
    init(
        _ path: String, _ mode: String, _ fault: String, at number: Int, _ last: Int, killedAfter: UInt32? = nil
    ) throws {
        let process = Process()
        process.executableURL = builtProgram("FaultRun")
        process.arguments = [path, mode, fault, "\(number)", "\(last)"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        if let killedAfter {
            usleep(killedAfter)
            kill(process.processIdentifier, SIGKILL)
        }
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        (ending, status) = (process.terminationReason, process.terminationStatus)
        lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
    }

    /// The numbers behind a word: `committed 3`.
    func numbers(_ word: String) -> [Int] {
        lines.compactMap { $0.hasPrefix(word + " ") ? Int($0.dropFirst(word.count + 1)) : nil }
    }

    /// What is wrong with the file after it, and with what it read; empty when all is as promised.
    func wrongs(_ path: String, mayBeKilled: Bool = false) -> [String] {
        var wrongs: [String] = []
        if ending == .uncaughtSignal, !mayBeKilled { wrongs.append("it was ended by signal \(status)") }
        let promised = Set(numbers("committed"))
        let mayBeThere = Set(numbers("commits"))
        var known: Set<Int> = []
        for line in lines {
            if line.hasPrefix("half") || line.hasPrefix("useless") { wrongs.append(String(line)) }
            if line.hasPrefix("committed "), let batch = Int(line.dropFirst(10)) { known.insert(batch) }
            guard line.hasPrefix("read") else { continue }
            let read = line.split(separator: " ").dropFirst().map { $0.split(separator: "x").compactMap { Int($0) } }
            if read.contains(where: { $0.last != 3 }) || !known.isSubset(of: read.compactMap(\.first)) {
                wrongs.append("it has \(line) after \(known.sorted()) were committed")
            }
        }
        do {
            let connection = try Connection(path: path, access: .create)
            let integrity = try connection.value(String.self, "PRAGMA integrity_check")
            if integrity != "ok" { wrongs.append(integrity) }
            guard try connection.value(Int.self, "SELECT count(*) FROM sqlite_schema WHERE name = 'batches'") == 1
            else {
                return wrongs + (promised.isEmpty ? [] : ["the table is gone"])
            }
            let rows = try connection.all("SELECT batch, count(*) FROM batches GROUP BY 1") { (row: borrowing Row) in
                (batch: try row.int(0), count: try row.int(1))
            }
            for row in rows where row.count != 3 { wrongs.append("\(row.count) rows of batch \(row.batch)") }
            let there = Set(rows.map(\.batch))
            if !promised.isSubset(of: there) {
                wrongs.append("batches \(promised.subtracting(there).sorted()) are lost")
            }
            if !there.isSubset(of: mayBeThere) {
                wrongs.append("\(there.subtracting(mayBeThere)) were never committed")
            }
        } catch {
            wrongs.append("\(error)")
        }
        return wrongs
    }
}

/// One sort of fault: its name, and the last word of the program's line.
private struct Fault: CustomTestStringConvertible, Sendable {
    let name: String
    let mode: String
    let last: Int
    var testDescription: String { "\(name) in \(mode) mode, \(last)" }
}

private let faults =
    ["any", "full", "short", "memory"].flatMap { name in
        ["wal", "delete", "pool"].flatMap { mode in [0, 1].map { Fault(name: name, mode: mode, last: $0) } }
    } + ["wal", "delete"].flatMap { mode in (1...3).map { Fault(name: "power", mode: mode, last: $0) } }

/// Whatever fails under a program that writes: an error and no trap, what was committed is there, and nothing half.
@Suite struct FaultTests {
    /// Every call is tried with `RECRUITDB_ALL_FAULTS=1`, which takes minutes; else one in some.
    private static let step = ProcessInfo.processInfo.environment["RECRUITDB_ALL_FAULTS"] == nil ? 41 : 1

    /// The picture of a power failure must be able to show a loss, else the other tests prove nothing.
    @Test func `without syncs a power failure loses what was committed`() throws {
        try withTemporaryFolder { folder in
            let wrongs = try stride(from: 40, through: 400, by: 40).flatMap { number in
                let path = "\(folder)/\(number).db"
                return try FaultRun(path, "unsafe", "power", at: number, 1).wrongs(path)
            }
            #expect(!wrongs.isEmpty)
        }
    }

    @Test(arguments: ["wal", "delete"])
    func `a program that is killed at any moment loses nothing that was committed`(mode: String) throws {
        try withTemporaryFolder { folder in
            var hits = 0
            var moment: UInt64 = 1
            for number in 0..<(Self.step == 1 ? 200 : 30) {
                moment = moment &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let path = "\(folder)/\(number).db"
                let run = try FaultRun(path, mode, "none", at: 0, 0, killedAfter: UInt32(moment >> 33) % 120_000)
                if run.ending == .uncaughtSignal, !run.numbers("committed").isEmpty { hits += 1 }
                #expect(run.wrongs(path, mayBeKilled: true) == [])
            }
            #expect(hits > 0)
        }
    }

    @Test(arguments: faults)
    fileprivate func `a fault at any call loses nothing that was committed`(fault: Fault) throws {
        try withFolderInMemory { try run(fault, in: $0) }
    }

    private func run(_ fault: Fault, in folder: String) throws {
        let whole = try FaultRun(folder + "/whole.db", fault.mode, fault.name, at: 1_000_000_000, fault.last)
        #expect(whole.numbers("committed") == Array(1...(fault.mode == "pool" ? 15 : 12)))
        #expect(whole.wrongs(folder + "/whole.db") == [])
        let calls = try #require(whole.numbers("calls").last)
        #expect(calls > 100)
        // Another first one for each case, so that together they try more of them.
        var number = 1 + (fault.last * 13 + fault.name.utf8.count * 7) % Self.step
        while number <= calls {
            let path = "\(folder)/\(number).db"
            let run = try FaultRun(path, fault.mode, fault.name, at: number, fault.last)
            let wrongs = run.wrongs(path)
            #expect(wrongs == [], "call \(number): \(run.lines.suffix(8))")
            for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
            number += Self.step
        }
    }
}
