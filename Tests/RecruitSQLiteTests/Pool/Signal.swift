import Foundation

/// What one thread of a test tells another.
final class Signal: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func raise() { semaphore.signal() }

    /// Whether the signal came in time; the thread waits, which a task's must not.
    func wait(seconds: Double) -> Bool { semaphore.wait(timeout: .now() + seconds) == .success }

    /// Whether the signal came in time; only the task waits.
    func arrives(seconds: Double) async -> Bool {
        let end = ContinuousClock.now + .seconds(seconds)
        while semaphore.wait(timeout: .now()) != .success {
            guard ContinuousClock.now < end else { return false }
            try? await Task.sleep(for: .milliseconds(1))
        }
        return true
    }
}
