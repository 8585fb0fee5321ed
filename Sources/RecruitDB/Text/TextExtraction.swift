import RecruitSQLite

extension RecruitmentDatabase {
    /// Turns papers into text: all whose text is wanted and not there yet, oldest first.
    ///
    /// Each paper goes through the program `recruitdb-extract`, as many at once as there are processors. What is done is
    /// kept, however the run ends; the next one goes on. Where a program is missing papers stay as they are, and the
    /// report says what to install.
    ///
    /// - Parameters:
    ///   - limit: the most papers to look at.
    ///   - progress: called after each step.
    ///   - shouldStop: asked at least five times a second; the run ends when it says true.
    /// - Returns: how many papers came to what end.
    /// - Throws: `RecruitmentError` when the database cannot be written.
    public func extractText(
        limit: Int? = nil, progress: ((TextProgress) -> Void)? = nil, shouldStop: () -> Bool = { false }
    ) throws -> TextReport {
        try extractText(
            with: ExtractionProgram.find(), limits: ExtractionLimits(), limit: limit, progress: progress,
            shouldStop: shouldStop)
    }

    func extractText(
        with program: ExtractionProgram?, limits: ExtractionLimits, limit: Int? = nil,
        progress: ((TextProgress) -> Void)? = nil, shouldStop: () -> Bool = { false }
    ) throws -> TextReport {
        try DatabaseFile.named(path) {
            let pages = try DocumentPages(connection: connection)
            let queue = try TextQueue(connection: connection, program: program, limits: limits)
            let total = min(try pages.countPending(), limit ?? .max)
            var submitted = 0
            var last: Int64 = 0
            while submitted < total, !queue.report.isStopped {
                let files = try pages.pending(after: last, limit: min(500, total - submitted))
                guard let end = files.last else { break }
                for file in files { queue.submit(fileID: file.id, path: documentStore.path(of: file.sha256)) }
                submitted += files.count
                last = end.id
                // The next ones are fetched while some are on their way, so that no processor waits.
                let enough = submitted < total ? limits.processes * 4 : 0
                try queue.drain(to: enough, shouldStop: shouldStop) { left in
                    progress?(TextProgress(done: submitted - left, total: total))
                }
            }
            return queue.report
        }
    }
}
