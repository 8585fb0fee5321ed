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
    private let program: ExtractionProgram?
    private let pool: ExtractionPool?
    private let pages: DocumentPages
    private var results: [(file: Int64, outcome: ExtractionOutcome)] = []
    private var resultBytes = 0
    private var firstResultAt: Int64 = 0

    private static let resultsAtOnce = 100
    private static let bytesAtOnce = 16 << 20
    private static let millisecondsAtOnce: Int64 = 2000

    /// A queue that writes through `connection`.
    ///
    /// Without a program everything stays `pending`.
    init(
        connection: Connection, program: ExtractionProgram? = .find(), limits: ExtractionLimits = ExtractionLimits()
    ) throws {
        self.connection = connection
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
        pool.submit(ExtractionPool.Document(id: fileID, path: path))
    }

    /// Starts, reads and writes what can be without waiting.
    func pump() throws { try step(waiting: 0) }

    /// Reads on for some milliseconds and writes nothing; false when no paper is on its way.
    func readOn() throws(RecruitmentError) -> Bool {
        guard let pool, pool.count > 0 else { return false }
        try collect(from: pool, waiting: 5)
        return pool.count > 0
    }

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
        // FTS5 writes a segment of its own for each row that comes after a later one.
        results.sort { $0.file < $1.file }
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
    }

    private func step(waiting milliseconds: Int64) throws {
        guard let pool, pool.count > 0 || !results.isEmpty else { return }
        try collect(from: pool, waiting: milliseconds)
        guard !results.isEmpty else { return }
        let isDue =
            results.count >= Self.resultsAtOnce || resultBytes >= Self.bytesAtOnce
            || ExtractionLimits.now() - firstResultAt >= Self.millisecondsAtOnce
        if isDue { try flush() }
    }

    private func collect(from pool: ExtractionPool, waiting milliseconds: Int64) throws(RecruitmentError) {
        try pool.step(waiting: milliseconds) { document, outcome in
            if results.isEmpty { firstResultAt = ExtractionLimits.now() }
            results.append((document.id, outcome))
            for page in outcome.pages { resultBytes += page.utf8.count }
        }
    }

    private func write(_ tool: String) throws {
        for result in results { try pages.write(result.outcome, file: result.file, tool: tool) }
    }

    /// What to do where `recruitdb-extract` is not found.
    static let missingProgram =
        "recruitdb-extract is missing: put it beside recruitdb, or into a folder of PATH (make install does both)"
}
