import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What one thread hands to another, in order: who is ahead waits until the other has taken enough.
final class BoundedQueue<Element: Sendable>: Sendable {
    private struct State {
        /// Emptied from the front; what was taken is let go at once.
        var elements: [(element: Element, weight: Int)?] = []
        var first = 0
        var weight = 0
        var isClosed = false
    }

    /// What `pop` found.
    enum Popped {
        case element(Element)
        /// Nothing came in time.
        case nothing
        /// Nothing is left and nothing will come.
        case end
    }

    private let state = Mutex(State())
    private let limit: Int

    /// A queue that holds elements of `limit` in weight together, and always at least one.
    init(limit: Int) { self.limit = limit }

    /// Adds an element when there is room for it; false when the other side has gone away.
    func push(_ element: Element, weight: Int) -> Bool {
        while true {
            let isDone: Bool? = state.withLock { state in
                if state.isClosed { return false }
                guard state.weight == 0 || state.weight + weight <= limit else { return nil }
                state.elements.append((element, weight))
                state.weight += weight
                return true
            }
            if let isDone { return isDone }
            usleep(500)
        }
    }

    /// Takes the next element; waits for it at most `milliseconds`.
    func pop(waiting milliseconds: Int) -> Popped {
        var waited = 0
        while true {
            let popped: Popped? = state.withLock { state in
                guard state.first < state.elements.count, let next = state.elements[state.first] else {
                    return state.isClosed ? .end : nil
                }
                state.elements[state.first] = nil
                state.first += 1
                state.weight -= next.weight
                if state.first == state.elements.count || state.first > 256 {
                    state.elements.removeFirst(state.first)
                    state.first = 0
                }
                return .element(next.element)
            }
            if let popped { return popped }
            if waited >= milliseconds * 1000 { return .nothing }
            usleep(500)
            waited += 500
        }
    }

    /// Ends the queue: what is in it can still be taken, nothing more can be added.
    func close() { state.withLock { $0.isClosed = true } }
}
