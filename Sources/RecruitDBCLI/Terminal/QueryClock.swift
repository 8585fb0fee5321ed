#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The time that a question takes, and the most that it may take.
struct QueryClock {
    private let started = QueryClock.milliseconds()

    /// Starts; `limit` is in seconds, 0 for none, nil for what is usual: 30 for a person at a terminal.
    init(limit: Double?) {
        let seconds = limit ?? (Terminal.output.isInteractive ? 30 : 0)
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
