import Foundation
import Testing

private let endless = "WITH RECURSIVE c(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM c)"

/// A question without an end, or with one after hours.
private struct Endless: CustomTestStringConvertible {
    let testDescription: String
    let words: [String]
    /// Whether a pipe takes the rows that nobody reads.
    var isUnread = false

    init(_ name: String, _ words: String..., isUnread: Bool = false) {
        (testDescription, self.words, self.isUnread) = (name, words, isUnread)
    }
}

private let questions = [
    Endless("a loop", "\(endless) SELECT sum(i) FROM c"),
    Endless("a join of everything with everything", "SELECT count(*) FROM \(joined("message_overview", 9))"),
    Endless("a long sort", "\(endless) SELECT i FROM c ORDER BY random()"),
    Endless("a group of each row", "\(endless) SELECT count(*) FROM c GROUP BY i % 1000003"),
    Endless("one comparison", "SELECT replace(hex(zeroblob(200000)), '00', hex(zeroblob(1000))) LIKE '%0%0%0%0%0%1'"),
    Endless(
        "one text",
        "SELECT length(replace(hex(zeroblob(4000000)), '0', hex(zeroblob(100)))) FROM (\(endless) SELECT i FROM c)"),
    Endless("rows that nobody reads", "\(endless) SELECT i FROM c", isUnread: true),
    Endless("few rows that nobody reads", "\(endless) SELECT i FROM c LIMIT 16000", isUnread: true),
    Endless("rows for the eye that nobody reads", "\(endless) SELECT i FROM c", "--format", "box", isUnread: true),
    Endless("a redacted loop", "--redact", "\(endless) SELECT sum(i) FROM c"),
    Endless("a redacted join", "--redact", "SELECT count(*) FROM \(joined("application_facts", 9))"),
    Endless("a saved question", "for-ever"),
    Endless("rows for a file", "\(endless) SELECT i FROM c", "-o", "rows.csv"),
    Endless("a workbook", "\(endless) SELECT i FROM c WHERE i % 1000 = 0", "-o", "rows.xlsx"),
    Endless("a loop for a file", "--redact", "\(endless) SELECT sum(i) FROM c", "-o", "rows.json"),
    Endless("a question that nobody writes", "-"),
    Endless("a file that nobody writes", "-f", "pipe"),
    Endless("a table that nobody writes", "--with", "own=pipe.csv", "SELECT * FROM own"),
    Endless("a pipe that nobody opens", "SELECT 1", "-o", "pipe"),
]

private func joined(_ table: String, _ count: Int) -> String {
    (0..<count).map { "\(table) AS t\($0)" }.joined(separator: ", ")
}

@Suite(.serialized) struct `a question that does not end` {
    private let scratch: Scratch
    private let database: URL

    init() throws {
        scratch = try Scratch()
        database = try scratch.sample()
        let folder = scratch.folder.appending(path: "lab.questions")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let question = """
            -- question: How many are there for ever?
            -- personal: no
            -- column: n  how many
            \(endless) SELECT sum(i) AS n FROM c
            """
        try Data(question.utf8).write(to: folder.appending(path: "for-ever.sql"))
        for name in ["pipe", "pipe.csv"] { mkfifo(scratch.folder.appending(path: name).path, 0o600) }
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
    }

    /// Runs the question and stops it; returns how it ended and the milliseconds that this took, the best of three.
    ///
    /// The other programs of a busy machine may hold any run up, but not each of three.
    private func stop(_ question: Endless, by way: String) throws -> (status: Int32, milliseconds: Double, said: String)
    {
        let script = """
            import os, signal, subprocess, sys, time
            way, unread, words = sys.argv[1], sys.argv[2] == "true", sys.argv[3:]
            if way == "timeout": words += ["--timeout", "0.4"]
            best = None
            for _ in range(3):
                started = time.monotonic()
                run = subprocess.Popen(words, stdin=subprocess.PIPE, stderr=subprocess.PIPE,
                    stdout=subprocess.PIPE if unread else subprocess.DEVNULL)
                if way == "timeout":
                    stopped = started + 0.4
                else:
                    time.sleep(0.4)
                    if run.poll() is not None: sys.exit("it ended by itself: %r" % run.stderr.read())
                    stopped = time.monotonic()
                    run.send_signal(signal.SIGINT)
                while run.poll() is None and time.monotonic() < stopped + 20: time.sleep(0.002)
                took = (time.monotonic() - stopped) * 1000
                if run.poll() is None: run.kill()
                said = run.stderr.read().decode()
                if best is None or took < best: best = took
                if best < 200: break
            print(run.wait(), best, said, sep="\\t", end="")
            """
        let recruitdb = Binary.folder.appending(path: "recruitdb").path
        let done = try Binary.run(
            program: "python3",
            ["-c", script, way, "\(question.isUnread)", recruitdb, "-d", database.path, "query"] + question.words,
            in: scratch.folder)
        let parts = done.text.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard done.status == 0, parts.count == 3, let status = Int32(parts[0]), let took = Double(parts[1]) else {
            throw ScratchError(reason: done.error)
        }
        if ProcessInfo.processInfo.environment["RECRUITDB_PRINT_TIMES"] != nil {
            print("stopped by \(way): \(question.testDescription): \(Int(took)) ms")
        }
        return (status, took, parts[2])
    }

    @Test(
        arguments: questions,
        [(way: "SIGINT", status: 130), (way: "timeout", status: 75)] as [(way: String, status: Int32)])
    private func `is stopped within 0.2 s, and nothing of a file stays`(
        question: Endless, stopped: (way: String, status: Int32)
    ) throws {
        let before = try names()
        let (status, milliseconds, said) = try stop(question, by: stopped.way)
        #expect(status == stopped.status, "\(said)")
        #expect(milliseconds < 200)
        #expect(said.hasPrefix(stopped.way == "timeout" ? "recruitdb: stopped after 0.4 s; " : ""))
        #expect(stopped.way == "timeout" || said.isEmpty)
        // An empty -wal and its -shm may stay, which the next question takes away.
        let after = try names()
        #expect(after.filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") } == before)
        #expect(try Binary.run("query", "SELECT count(*) FROM applications", database: database).status == 0)
        #expect(try names() == before)
    }
}
