import Synchronization

/// The page that runs now.
enum Page {
    private static let reached = Mutex(0)

    /// Says which line runs next.
    static func line(_ number: Int) { reached.withLock { $0 = number } }

    /// The line that was reached last.
    static var line: Int { reached.withLock { $0 } }
}
