#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Documents on their way through `recruitdb-extract`, some at once, without threads: one poll(2) for all.
final class ExtractionPool {
    /// A document to read.
    struct Document: Sendable, Hashable {
        /// What its owner knows it by.
        let id: Int64
        /// The file that holds it.
        let path: String
    }

    private let program: ExtractionProgram
    private let limits: ExtractionLimits
    private var waiting: [Document] = []
    private var next = 0
    private var running: [ExtractionProcess] = []
    private let servers: PDFServers
    private let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    /// Papers for each process: servers go on with the next while a text is put away.
    private static let depth = 4
    /// Times in a row that no process could be started while none was running.
    private var failedStarts = 0

    /// Reads documents with `program`.
    init(program: ExtractionProgram, limits: ExtractionLimits = ExtractionLimits()) {
        self.program = program
        self.limits = limits
        servers = PDFServers(program: program, most: max(1, limits.processes / 2))
    }

    deinit { chunk.deallocate() }

    /// Documents that are not done.
    var count: Int { waiting.count - next + running.count }

    /// Adds a document to the end of the queue.
    func submit(_ document: Document) { waiting.append(document) }

    /// Starts what may run, waits at most `milliseconds` for something to happen, and hands over what is done.
    ///
    /// - Throws: `RecruitmentError` when the system has no room for even one process.
    func step(waiting milliseconds: Int64, _ deliver: (Document, ExtractionOutcome) -> Void) throws(RecruitmentError) {
        try start(deliver)
        guard !running.isEmpty else { return }
        wait(milliseconds)
        let now = ExtractionLimits.now()
        var again: [Document] = []
        var done: [(Document, ExtractionOutcome)] = []
        running.removeAll { process in
            process.read(into: chunk, limits: limits)
            // What ended in time while this thread was elsewhere is not late.
            var ended = process.ending()
            if ended == nil, now >= process.deadline {
                // A short read tells nothing of the end of a pipe.
                process.read(into: chunk, limits: limits)
                if process.ending() == nil { process.stop(.outOfTime) }
                ended = process.ending()
            }
            guard let ending = ended else { return false }
            if let server = process.server, servers.isLost(with: server, ending) {
                again.append(process.document)
                return true
            }
            let outcome = ExtractionOutcome(
                ending, output: process.output, messages: process.messages, program: program, limits: limits)
            done.append((process.document, outcome))
            return true
        }
        waiting.append(contentsOf: again)
        // The next ones run while these are put away.
        if !done.isEmpty { try start(deliver) }
        for (document, outcome) in done { deliver(document, outcome) }
    }

    /// Stops what runs and forgets what waits.
    func cancel() {
        for process in running { process.stop(.lost) }
        running.removeAll()
        waiting.removeAll()
        next = 0
    }

    private func start(_ deliver: (Document, ExtractionOutcome) -> Void) throws(RecruitmentError) {
        while running.count < limits.processes * Self.depth, next < waiting.count {
            guard running.count(where: { $0.server == nil }) < limits.processes else { return }
            let document = waiting[next]
            do throws(SpawnError) {
                running.append(try ExtractionProcess(document, program: program, limits: limits, server: servers.next))
                failedStarts = 0
            } catch {
                switch error {
                case .resources(let code):
                    if !running.isEmpty { return }
                    failedStarts += 1
                    if failedStarts > 50 {
                        throw RecruitmentError(.io, "\(program.path): cannot be started: \(reason(code))")
                    }
                    usleep(20_000)
                    return
                case .document(let code):
                    let why =
                        "a paper cannot be read from the folder of documents: \(reason(code)); run: recruitdb check"
                    deliver(document, .unavailable(why))
                case .program(let code):
                    deliver(document, .unavailable("\(program.path) cannot be started: \(reason(code))"))
                }
            }
            next += 1
            if next > 1024, next * 2 > waiting.count {
                waiting.removeFirst(next)
                next = 0
            }
        }
    }

    /// Waits until a pipe has something, a deadline comes or the time is over.
    private func wait(_ milliseconds: Int64) {
        let now = ExtractionLimits.now()
        var time = milliseconds
        var ends: [pollfd] = []
        for process in running {
            time = min(time, process.timeToWait(now))
            process.addEnds(to: &ends)
        }
        _ = poll(&ends, nfds_t(ends.count), Int32(clamping: max(0, time)))
    }
}
