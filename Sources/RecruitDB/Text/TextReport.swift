import RecruitSQLite

/// What became of the papers of a run.
public struct TextReport: Sendable, Hashable {
    /// Papers whose text is in the database now.
    public var extracted = 0
    /// Papers with hardly any text: scans.
    public var withoutText = 0
    /// Papers of a kind that is not read.
    public var unsupported = 0
    /// Papers that are damaged or locked, or took too long.
    public var failed = 0
    /// Papers that wait, since something is missing on this machine.
    public var pending = 0
    /// What is missing, each as a sentence that says what to install; each once, in the order found.
    public var missing: [String] = []
    /// Whether the run was stopped before its end.
    public var isStopped = false

    /// All papers that were looked at.
    public var count: Int { extracted + withoutText + unsupported + failed + pending }

    /// A report of a run that has not begun.
    public init() {}

    /// Nothing was read, since what is named in `sentence` is not installed: all papers wait.
    init(missing sentence: String, on connection: Connection) throws {
        pending = try DocumentPages(connection: connection).countPending()
        if pending > 0 { missing = [sentence] }
    }

    mutating func add(_ outcome: ExtractionOutcome) {
        switch outcome {
        case .extracted: extracted += 1
        case .noText: withoutText += 1
        case .unsupported: unsupported += 1
        case .failed: failed += 1
        case .unavailable(let sentence):
            pending += 1
            if !missing.contains(sentence), missing.count < 20 { missing.append(sentence) }
        }
    }
}

/// How far a run is.
public struct TextProgress: Sendable, Hashable {
    /// Papers done.
    public let done: Int
    /// Papers in all.
    public let total: Int
}
