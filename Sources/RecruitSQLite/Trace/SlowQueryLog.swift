/// Where statements that take long are reported: a threshold and a closure.
///
/// The closure takes what swift-log's `log(level:_:metadata:)` takes, so that it is one line to a logger of that shape.
public struct SlowQueryLog {
    /// How grave an entry is, by swift-log's names.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        /// For following a program step by step.
        case trace
        /// For finding faults.
        case debug
        /// What may be of interest.
        case info
        /// What is worth a look, and no fault.
        case notice
        /// What may become a fault.
        case warning
        /// A fault.
        case error
        /// A fault that needs somebody at once.
        case critical
    }

    /// From how long on a statement is reported.
    public let threshold: Duration
    /// The level of the entries.
    public let level: Level
    private let log: (_ level: Level, _ message: String, _ metadata: [String: String]) -> Void

    /// Reports statements that take `threshold` or longer, their rows' closures included, to `log`.
    ///
    /// The message is always `slow query`. The metadata are `sql`, the text without bound values; `milliseconds`, with three
    /// decimals; and, as whole numbers, `scan_steps`, `sorts`, `automatic_index_rows` and `instructions`, as
    /// `StatementProfile` has them. `log` is called on the connection's thread, and should not use the connection.
    public init(
        threshold: Duration, level: Level = .warning,
        log: @escaping (_ level: Level, _ message: String, _ metadata: [String: String]) -> Void
    ) {
        self.threshold = threshold
        self.level = level
        self.log = log
    }

    var nanoseconds: Int { TraceContext.nanoseconds(threshold) }

    func report(_ profile: StatementProfile) {
        let microseconds = profile.nanoseconds / 1000
        let fraction = String(microseconds % 1000)
        log(
            level, "slow query",
            [
                "sql": profile.sql,
                "milliseconds": "\(microseconds / 1000)." + String(repeating: "0", count: 3 - fraction.utf8.count)
                    + fraction,
                "scan_steps": String(profile.scanSteps),
                "sorts": String(profile.sorts),
                "automatic_index_rows": String(profile.automaticIndexRows),
                "instructions": String(profile.instructions),
            ])
    }
}
