import Foundation
import RecruitDB
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What another program does to a database while its rows are read.
private struct Change: CustomTestStringConvertible {
    let testDescription: String
    let journals: [String]
    /// How the reader ends, and what it says; nil is all rows, as they were when it began.
    let failure: (status: Int32, said: String)?
    let make: @Sendable (Scratch, URL) throws -> Void

    init(
        _ name: String, in journals: [String] = ["delete", "wal"], _ failure: (status: Int32, said: String)? = nil,
        _ make: @escaping @Sendable (Scratch, URL) throws -> Void
    ) {
        (testDescription, self.journals, self.failure, self.make) = (name, journals, failure, make)
    }

    /// SQL in the shell, which may be locked out.
    static func sql(_ sql: String, in journals: [String] = ["delete", "wal"]) -> Change {
        Change(sql, in: journals) { _, file in _ = try Binary.run(program: "sqlite3", [file.path, sql]) }
    }
}

extension Scratch {
    /// A database with `rows` rows of one long text.
    fileprivate func table(_ name: String, of text: String, journal: String, rows: Int = 40_000) throws -> URL {
        try database(
            """
            PRAGMA journal_mode = \(journal); CREATE TABLE t(n INTEGER PRIMARY KEY, x);
            WITH RECURSIVE c(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM c WHERE i < \(rows))
            INSERT INTO t SELECT i, '\(text)' || hex(zeroblob(20)) FROM c;
            """, name: name)
    }

    fileprivate func copy(_ file: URL, over other: URL) throws {
        let done = try Binary.run(program: "cp", [file.path, other.path])
        guard done.status == 0 else { throw ScratchError(reason: done.error) }
    }
}

private let damaged: (status: Int32, said: String) = (65, "is damaged")
private let changes = [
    Change("nothing") { _, _ in },
    .sql("UPDATE t SET x = 'new'"), .sql("DELETE FROM t WHERE n % 2"), .sql("DROP TABLE t"),
    .sql("UPDATE t SET x = 'new'; PRAGMA wal_checkpoint(TRUNCATE)", in: ["wal", "held"]),
    .sql("PRAGMA wal_checkpoint", in: ["wal", "held"]), .sql("VACUUM", in: ["delete", "wal", "held"]),
    Change("rm", in: ["delete", "wal", "held"]) { _, file in
        for ending in ["", "-wal", "-shm"] { unlink(file.path + ending) }
    },
    Change("mv of another over it") { scratch, file in
        rename(try scratch.table("other.db", of: "other", journal: "delete").path, file.path)
    },
    Change("cp of another over it", (75, "was overwritten while it was read")) { scratch, file in
        try scratch.copy(scratch.table("other.db", of: "other", journal: "delete"), over: file)
    },
    Change("cp of itself over it", (75, "was overwritten while it was read")) { scratch, file in
        let copy = scratch.folder.appending(path: "copy.db")
        try scratch.copy(file, over: copy)
        try scratch.copy(copy, over: file)
    },
    Change("a cut to nothing", damaged) { _, file in truncate(file.path, 0) },
    Change("a cut in the middle of a page", damaged) { _, file in truncate(file.path, 1_000_001) },
    Change("noise in its second half", damaged) { _, file in
        let handle = try FileHandle(forUpdating: file)
        try handle.seek(toOffset: 1_000_000)
        try handle.write(contentsOf: Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }))
    },
    Change("a cut of the -shm", in: ["wal", "held"], (74, "the -shm file beside the database was cut short")) {
        _, file in
        truncate(file.path + "-shm", 0)
    },
    Change("a cut of the -wal", in: ["held"], (74, "cannot be read")) { _, file in truncate(file.path + "-wal", 0) },
]

/// A program that was started and waits for this test.
private final class Waiting {
    let process = Process()
    let input = Pipe()
    let output = Pipe()
    let error = Pipe()

    init(_ program: String, _ words: [String]) throws {
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + words
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, error)
        try process.run()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
}

@Test(arguments: changes)
private func `a database that changes while its rows are read gives those of one moment, or a clear error`(
    change: Change
) throws {
    for journal in change.journals {
        let scratch = try Scratch()
        let file = try scratch.table("test.db", of: "old", journal: journal == "delete" ? "delete" : "wal")
        // Somebody who stays has changes in the -wal.
        var holder: Waiting?
        if journal == "held" {
            let other = try Waiting("sqlite3", ["-batch", file.path])
            other.input.fileHandleForWriting.write(Data("UPDATE t SET x = 'old' || x; SELECT 'made';\n".utf8))
            #expect(!other.output.fileHandleForReading.availableData.isEmpty)
            holder = other
        }
        // A pipe takes little: after its first bytes the reader waits in the midst of the rows.
        let reader = try Waiting(
            Binary.folder.appending(path: "recruitdb").path,
            ["-d", file.path, "query", "SELECT x FROM t", "--no-header"])
        var bytes = reader.output.fileHandleForReading.readData(ofLength: 100)
        try change.make(scratch, file)
        bytes += reader.output.fileHandleForReading.readDataToEndOfFile()
        let said = String(decoding: reader.error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        reader.process.waitUntilExit()

        let label = Comment(rawValue: "\(journal): \(said)")
        #expect(reader.process.terminationReason == .exit, label)
        #expect(reader.process.terminationStatus == change.failure?.status ?? 0, label)
        if let failure = change.failure {
            #expect(said.hasPrefix("recruitdb: ") && said.contains(failure.said), label)
        } else {
            let rows = bytes.split(separator: UInt8(ascii: "\n"))
            #expect(said == "", label)
            #expect(rows.count == 40_000 && rows.allSatisfy { $0.starts(with: Data("old".utf8)) }, label)
        }
        _ = holder
    }
}

@Test func `a writer waits for the rows of a rollback journal, and no longer`() throws {
    let scratch = try Scratch()
    let file = try scratch.table("test.db", of: "old", journal: "delete")
    let reader = try Waiting(
        Binary.folder.appending(path: "recruitdb").path, ["-d", file.path, "query", "SELECT x FROM t", "--no-header"])
    _ = reader.output.fileHandleForReading.readData(ofLength: 100)
    let writer = try Waiting(
        "sqlite3", ["-bail", "-cmd", ".timeout 60000", file.path, "UPDATE t SET x = 'new'; SELECT count(*) FROM t"])
    usleep(200_000)
    #expect(writer.process.isRunning)
    #expect(reader.output.fileHandleForReading.readDataToEndOfFile().count > 40_000 * 43)
    for process in [reader.process, writer.process] {
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
    #expect(try Binary.run("query", "SELECT DISTINCT x FROM t", database: file).text == "x\nnew\n")
}

@Test func `a listing that was read holds no lock, though somebody keeps it`() throws {
    let scratch = try Scratch()
    let file = try scratch.table("test.db", of: "old", journal: "delete", rows: 3)
    let listing = try RecruitDB.Query("SELECT n FROM t").open(file.path)
    #expect(try listing.rows().count == 3)
    #expect(try Binary.run(program: "sqlite3", [file.path, "DELETE FROM t"]).error == "")
    #expect(listing.columns == ["n"])
}
