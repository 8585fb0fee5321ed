#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The time that a question takes, and the most that it may take.
struct QueryClock {
    private let limit: Double?
    private var started = QueryClock.milliseconds()

    /// Sets the limit, in seconds, 0 for none; it counts from here, also while nobody writes the question or opens the
    /// pipe that the rows go to.
    ///
    /// Nil is what is usual: 30 for a person at a terminal, counted from `start()`, since one may type the question.
    init(limit: Double?) {
        self.limit = limit
        if let limit { Self.end(after: limit) }
    }

    /// The question is there, and its time begins.
    mutating func start() {
        started = QueryClock.milliseconds()
        if limit == nil, Terminal.output.isInteractive { Self.end(after: 30) }
    }

    private static func end(after seconds: Double) {
        guard seconds > 0 else { return }
        Deadline.set(
            after: seconds,
            saying: "stopped after \(QueryClock.text(seconds)) s; --timeout SECONDS gives it more, "
                + "--timeout 0 all that it needs")
    }

    /// The question is answered: nothing ends the run any more.
    func stop() { Deadline.clear() }

    /// The seconds so far, to the thousandth.
    var elapsed: String {
        let elapsed = QueryClock.milliseconds() - started
        let rest = elapsed % 1_000
        return "\(elapsed / 1_000).\(rest < 100 ? "0" : "")\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func text(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
    }

    private static func milliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) &* 1_000 &+ Int64(time.tv_nsec) / 1_000_000
    }
}
