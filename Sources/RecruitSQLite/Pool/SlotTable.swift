import Synchronization

/// The slots of one sort, and which of them are taken.
///
/// Four threads that read at once must not write to the same memory, not even to count references: that costs as much
/// as the reads. Each slot's words lie in a line of their own, and only the slot that is taken is touched as an object.
// Unchecked: the memory is made once, and its words are atomic.
final class SlotTable: @unchecked Sendable {
    /// The words of one slot.
    private struct Line: ~Copyable {
        /// 0 when free, 1 when taken, or the thread that runs a body on it.
        let taker = Atomic<UInt>(0)
        /// The thread that took it last, which has its memory near.
        let last = Atomic<UInt>(0)
    }

    /// Two lines of the processor, which fetches pairs.
    private static let stride = 128

    let count: Int
    private let slots: UnsafeMutablePointer<Slot>
    private let lines: UnsafeMutableRawPointer

    init(_ slots: [Slot]) {
        count = slots.count
        self.slots = .allocate(capacity: max(1, count))
        lines = .allocate(byteCount: max(1, count) * Self.stride, alignment: Self.stride)
        for (index, slot) in slots.enumerated() {
            slot.index = index
            (self.slots + index).initialize(to: slot)
            (lines + index * Self.stride).bindMemory(to: Line.self, capacity: 1).initialize(to: Line())
        }
    }

    deinit {
        for index in 0..<count { line(index).deinitialize(count: 1) }
        slots.deinitialize(count: count)
        slots.deallocate()
        lines.deallocate()
    }

    @inline(__always)
    private func line(_ index: Int) -> UnsafeMutablePointer<Line> {
        (lines + index * Self.stride).assumingMemoryBound(to: Line.self)
    }

    /// Whether that thread runs a body on one of the slots.
    func isHeld(by thread: UInt) -> Bool {
        for index in 0..<count where line(index).pointee.taker.load(ordering: .relaxed) == thread { return true }
        return false
    }

    /// Takes a free slot, rather the one that this thread had last.
    func take(for thread: UInt) -> Slot? {
        for index in 0..<count where line(index).pointee.last.load(ordering: .relaxed) == thread {
            if take(index) { return slots[index] }
        }
        for index in 0..<count where take(index) {
            line(index).pointee.last.store(thread, ordering: .relaxed)
            return slots[index]
        }
        return nil
    }

    /// Takes that slot, if it is free.
    func take(_ index: Int) -> Bool {
        // In order with the count of those who wait, which was raised before: a weaker look may come before it on some
        // processors, and miss that the slot is freed by somebody who sees nobody wait.
        line(index).pointee.taker.load(ordering: .sequentiallyConsistent) == 0
            && line(index).pointee.taker.compareExchange(
                expected: 0, desired: 1, ordering: .sequentiallyConsistent
            ).exchanged
    }

    /// The slot at that place, which the caller has taken.
    subscript(index: Int) -> Slot { slots[index] }

    /// Makes the slot free.
    func free(_ index: Int) {
        line(index).pointee.taker.store(0, ordering: .sequentiallyConsistent)
    }

    /// Says that this thread, or with 1 none, runs a body on the slot.
    func hold(_ index: Int, by thread: UInt) {
        line(index).pointee.taker.store(thread, ordering: .relaxed)
    }

    /// Closes the connection of every slot, each of which the caller has taken.
    func close() {
        for index in 0..<count { slots[index].close() }
    }
}
