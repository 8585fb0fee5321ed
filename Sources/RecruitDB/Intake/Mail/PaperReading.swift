import MailMessage
import RecruitSQLite

/// Text of the papers of a mail that must be known before the mail is decided: those whose name does not say what they are.
final class PaperReading {
    private let connection: Connection
    private let store: DocumentStore
    private let pool: ExtractionPool
    private let program: ExtractionProgram
    private var outcomes: [String: ExtractionOutcome] = [:]
    /// When the papers of the mail at hand have taken long enough, in milliseconds of `ExtractionLimits.now()`.
    private var lastMoment: Int64?
    /// What goes on while a paper is read: the queue of the others, which must not fall late.
    var meanwhile: () throws -> Void = {}
    /// Whether the run is to end; a paper that is not read then is read later.
    var shouldStop: () -> Bool = { false }

    /// A sender waits for nobody, but the mails behind this one do.
    private static let limits: ExtractionLimits = {
        var limits = ExtractionLimits()
        limits.milliseconds = 5_000
        limits.processes = 1
        return limits
    }()

    init(connection: Connection, store: DocumentStore, program: ExtractionProgram) {
        self.connection = connection
        self.store = store
        self.program = program
        pool = ExtractionPool(program: program, limits: Self.limits)
    }

    /// The beginning of what the paper says; nil when its name tells enough, or nothing can be read.
    func text(of attachment: Attachment) throws -> String? {
        guard PaperClassification(filename: attachment.filename).type == .other,
            MailPaper.reasonAgainst(attachment) == nil
        else { return nil }
        let sha256 = attachment.sha256()
        let known = try connection.first(
            """
            SELECT p.text FROM file_hashes h JOIN document_pages p ON p.file_id = h.file_id
            WHERE h.sha256 = \(sha256) ORDER BY p.page LIMIT 1
            """
        ) { row in try row.text(0) }
        if let known { return known }
        if outcomes[sha256] == nil {
            // All papers of a mail together have the time of one: the mails behind it wait, and so do other writers.
            let now = ExtractionLimits.now()
            if lastMoment == nil { lastMoment = now &+ Self.limits.milliseconds }
            guard let lastMoment, now < lastMoment, !shouldStop() else { return nil }
            try store.put(attachment.bytes, sha256: sha256)
            pool.submit(ExtractionPool.Document(id: 0, path: store.path(of: sha256)))
            while pool.count > 0 {
                try pool.step(waiting: 20) { _, outcome in outcomes[sha256] = outcome }
                try meanwhile()
                if ExtractionLimits.now() >= lastMoment || shouldStop() { pool.cancel() }
            }
        }
        return outcomes[sha256]?.pages.first
    }

    /// Keeps what was read for the file with this hash, so that it is not read again.
    func keep(_ sha256: String, file: Int64) throws {
        guard let outcome = outcomes.removeValue(forKey: sha256) else { return }
        // What took too long here has more time later, in the queue.
        if case .extracted = outcome {
            try DocumentPages(connection: connection).write(outcome, file: file, tool: program.tool())
        }
    }

    /// Forgets what was read for a mail.
    func forget() {
        outcomes.removeAll(keepingCapacity: true)
        lastMoment = nil
    }
}
