import RecruitSQLite

/// Papers on their way to text, while something else is done: an import submits each and calls `pump()` now and then.
///
/// Submit what is committed; after a rollback of the rows call `cancel()`. A result is written into the transaction
/// that is open, if one is, else into one of its own for many papers. What is killed in between is found again by
/// `extractText`, since its file is still `pending`.
final class TextQueue {
    /// What became of the papers so far.
    private(set) var report = TextReport()

    private let connection: Connection
    private let store: DocumentStore
    private let program: ExtractionProgram?
    private let pool: ExtractionPool?
    private let pages: DocumentPages
    private var results: [(file: Int64, outcome: ExtractionOutcome)] = []
    private var resultBytes = 0
    private var firstResultAt: Int64 = 0

    /// The last row that `submitPending` has taken.
    private var lastPending: Int64 = 0
    /// What `text(of:)` has read of papers that were not submitted since, by path.
    private var read: [String: ExtractionOutcome] = [:]

    private static let resultsAtOnce = 100
    private static let bytesAtOnce = 16 << 20
    private static let millisecondsAtOnce: Int64 = 2000
    /// No row of `files`: what `text(of:)` asked for.
    private static let own: Int64 = -1

    /// A queue for the papers of `database`.
    ///
    /// Without a program everything stays `pending`.
    init(
        _ database: RecruitmentDatabase, program: ExtractionProgram? = .find(),
        limits: ExtractionLimits = ExtractionLimits()
    ) throws {
        connection = database.connection
        store = database.documentStore
        self.program = program
        pool = program.map { ExtractionPool(program: $0, limits: limits) }
        pages = try DocumentPages(connection: connection)
    }

    /// Papers that are submitted and not written.
    var count: Int { (pool?.count ?? 0) + results.count }

    /// Adds a paper: the row of `files`, and where its bytes lie; returns at once.
    func submit(fileID: Int64, path: String) {
        guard let pool else {
            report.add(.unavailable(Self.missingProgram))
            return
        }
        if let outcome = read.removeValue(forKey: path) {
            take(outcome, of: fileID)
        } else {
            pool.submit(ExtractionPool.Document(id: fileID, path: path))
        }
    }

    /// Submits the files whose text is wanted and that were not submitted by this before, at most `limit` of them.
    ///
    /// - Returns: how many.
    @discardableResult
    func submitPending(limit: Int = .max) throws -> Int {
        let files = try pages.pending(after: lastPending, limit: limit)
        for file in files { submit(fileID: file.id, path: store.path(of: file.sha256)) }
        lastPending = files.last?.id ?? lastPending
        return files.count
    }

    /// The text of a paper that may not be in the folder yet, its pages parted by form feeds, read while the caller
    /// waits and others are read beside it; nil where it has none.
    ///
    /// When it is submitted later it is not read again.
    func text(of bytes: [UInt8]) throws -> String? {
        guard let pool, !bytes.isEmpty else { return nil }
        let path = store.path(of: SHA256.hex(of: bytes))
        let outcome: ExtractionOutcome
        if let known = read[path] {
            outcome = known
        } else {
            outcome = try store.withFile(bytes, at: path) { file in
                var answer: ExtractionOutcome?
                pool.submitFirst(ExtractionPool.Document(id: Self.own, path: file))
                while answer == nil { try step(waiting: 1000) { answer = $0 } }
                return answer ?? .unavailable("it was not read")
            }
            // A mailbox full of papers that nobody hands in fills no memory.
            if read.count >= 16 { read.removeAll() }
            read[path] = outcome
        }
        return outcome.pages.isEmpty ? nil : outcome.pages.joined(separator: "\u{C}")
    }

    /// Starts, reads and writes what can be without waiting.
    func pump() throws { try step(waiting: 0) }

    /// Waits until every paper is done and written, or `shouldStop` says true; it is asked at least each 0.2 seconds.
    ///
    /// With `rest` it ends when only so many are left, and more can be submitted. `progress` is told how many are left.
    func drain(
        to rest: Int = 0, shouldStop: () -> Bool = { false }, progress: ((_ left: Int) -> Void)? = nil
    ) throws {
        while let pool, pool.count > rest {
            if shouldStop() {
                report.isStopped = true
                pool.cancel()
                return try flush()
            }
            try step(waiting: 200)
            progress?(pool.count)
        }
        if rest == 0 { try flush() }
    }

    /// Writes what is done.
    func flush() throws {
        guard !results.isEmpty else { return }
        let tool = program?.tool() ?? ExtractionProgram.name
        if connection.isInTransaction {
            try write(tool)
        } else {
            try connection.transaction { try write(tool) }
        }
        for result in results { report.add(result.outcome) }
        results.removeAll(keepingCapacity: true)
        resultBytes = 0
    }

    /// Stops what runs and forgets what is not written.
    func cancel() {
        pool?.cancel()
        results.removeAll()
        resultBytes = 0
        read.removeAll()
        lastPending = 0
    }

    private func step(waiting milliseconds: Int64, own: (ExtractionOutcome) -> Void = { _ in }) throws {
        guard let pool, pool.count > 0 || !results.isEmpty else { return }
        try pool.step(waiting: milliseconds) { document, outcome in
            if document.id == Self.own { own(outcome) } else { take(outcome, of: document.id) }
        }
        guard !results.isEmpty else { return }
        let isDue =
            results.count >= Self.resultsAtOnce || resultBytes >= Self.bytesAtOnce
            || ExtractionLimits.now() - firstResultAt >= Self.millisecondsAtOnce
        if isDue || connection.isInTransaction { try flush() }
    }

    private func take(_ outcome: ExtractionOutcome, of file: Int64) {
        if results.isEmpty { firstResultAt = ExtractionLimits.now() }
        results.append((file, outcome))
        for page in outcome.pages { resultBytes += page.utf8.count }
    }

    private func write(_ tool: String) throws {
        for result in results { try pages.write(result.outcome, file: result.file, tool: tool) }
    }

    /// What to do where `recruitdb-extract` is not found.
    static let missingProgram =
        "recruitdb-extract is missing: put it beside recruitdb, or into a folder of PATH (make install does both)"
}
