#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How far a long run is: one line on standard error that is drawn anew, on a terminal only.
struct Progress {
    private let label: String
    private let total: Int?
    private let isShown: Bool
    private var drawnAt: Int64 = 0

    /// Progress of `label` towards `total` steps, if that is known.
    init(_ label: String, total: Int? = nil) {
        self.label = label
        self.total = total
        isShown = Terminal.error.isInteractive && Environment.value("TERM") != "dumb"
    }

    /// Draws that `done` steps are done, at most ten times a second.
    mutating func update(_ done: Int) {
        guard isShown else { return }
        let now = Progress.milliseconds()
        guard now - drawnAt >= 100 else { return }
        drawnAt = now
        var line = "\(label) \(done)"
        if let total, total > 0 {
            let share = min(100, Int((Double(done) / Double(total) * 100).rounded(.down)))
            line += " of \(total) (\(share) %)"
        }
        StandardError.write("\r\u{1B}[K\(line.prefix(max(1, Terminal.error.columns - 1)))")
    }

    /// Clears the line, so that what follows starts on an empty one.
    mutating func finish() {
        if drawnAt > 0 { StandardError.write("\r\u{1B}[K") }
        drawnAt = 0
    }

    private static func milliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) &* 1_000 &+ Int64(time.tv_nsec) / 1_000_000
    }
}
