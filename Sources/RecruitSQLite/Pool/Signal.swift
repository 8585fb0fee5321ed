import Synchronization

/// What one thread waits for and another raises, once each time.
final class Signal: Sendable {
    private enum State {
        static let nothing = 0
        static let raised = 1
        static let awaited = 2
    }

    private let state = Atomic<Int>(State.nothing)
    private let sleep = ThreadSleep()

    /// Wakes the thread that waits, or lets the next one that comes pass.
    func raise() {
        if state.exchange(State.raised, ordering: .acquiringAndReleasing) == State.awaited { sleep.wake() }
    }

    /// Waits until the signal is raised, and takes it down.
    func wait() {
        if awaits() { sleep.wait() }
        _ = state.exchange(State.nothing, ordering: .acquiringAndReleasing)
    }

    /// Waits until the signal is raised, at most for `duration`.
    func wait(atMost duration: Duration) {
        let isLate = awaits() && !sleep.wait(atMost: min(max(duration, .zero), .seconds(3600)))
        let last = state.exchange(State.nothing, ordering: .acquiringAndReleasing)
        // It was raised just as the time was over: whoever did it wakes this thread, and that must not be left over.
        if isLate, last == State.raised { sleep.wait() }
    }

    /// Says that somebody waits; false where the signal is raised already.
    private func awaits() -> Bool {
        state.compareExchange(expected: State.nothing, desired: State.awaited, ordering: .acquiringAndReleasing)
            .exchanged
    }
}
