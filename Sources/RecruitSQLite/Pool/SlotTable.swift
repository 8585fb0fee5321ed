import Synchronization

/// The slots of one sort, and which of them are taken.
///
/// Four threads that read at once must not write to the same memory, not even to count references: that costs as much
/// as the reads. Each slot's words lie in a line of their own, only the slot that is taken is touched as an object, and the
/// table itself is a value without references, whose memory its owner frees.
// Unchecked: the memory is made once, and its words are atomic.
struct SlotTable: @unchecked Sendable {
    /// Two lines of the processor, which fetches pairs.
    private static let stride = 128

    let count: Int
    private let slots: UnsafeMutablePointer<Unmanaged<Slot>>
    /// For each slot, in lines of its own: 0 when free, 1 when taken, or the thread that runs a body on it.
    private let takers: UnsafeMutableRawPointer
    /// For each slot the thread that took it last, which has its memory near. Close together: a thread that looks for
    /// its own slot reads them all, and they change only where a slot goes from one thread to another.
    private let last: UnsafeMutablePointer<Atomic<UInt>>
    /// Where the next thread that has no slot begins to look for one: at the end of `last`.
    private var next: UnsafeMutablePointer<Atomic<UInt>> { last + count }

    init(_ slots: [Slot]) {
        count = slots.count
        self.slots = .allocate(capacity: max(1, count))
        takers = .allocate(byteCount: max(1, count) * Self.stride, alignment: Self.stride)
        // Room around them, so that nothing else that is written lies in their lines.
        last = UnsafeMutableRawPointer.allocate(
            byteCount: (count + 1) * MemoryLayout<Atomic<UInt>>.stride + Self.stride, alignment: Self.stride
        ).bindMemory(to: Atomic<UInt>.self, capacity: count + 1)
        (last + count).initialize(to: Atomic(0))
        for (index, slot) in slots.enumerated() {
            slot.index = index
            (self.slots + index).initialize(to: Unmanaged.passRetained(slot))
            (takers + index * Self.stride).bindMemory(to: Atomic<UInt>.self, capacity: 1).initialize(to: Atomic(0))
            (last + index).initialize(to: Atomic(0))
        }
    }

    /// Frees the table's memory and lets go of its slots.
    func deallocate() {
        for index in 0..<count { taker(index).deinitialize(count: 1) }
        last.deinitialize(count: count + 1)
        for index in 0..<count { slots[index].release() }
        slots.deallocate()
        takers.deallocate()
        last.deallocate()
    }

    @inline(__always)
    private func taker(_ index: Int) -> UnsafeMutablePointer<Atomic<UInt>> {
        (takers + index * Self.stride).assumingMemoryBound(to: Atomic<UInt>.self)
    }

    /// Whether that thread runs a body on one of the slots.
    ///
    /// Only slots that it took last are asked: the words of the others are being written by other threads.
    @inline(__always)
    func isHeld(by thread: UInt) -> Bool {
        for index in 0..<count where last[index].load(ordering: .relaxed) == thread {
            if taker(index).pointee.load(ordering: .relaxed) == thread { return true }
        }
        return false
    }

    /// What `takeOwn` says besides the place of a slot.
    static var none: Int { -1 }
    static var held: Int { -2 }

    /// Takes the slot that this thread had last, for a body of this thread, and returns its place.
    ///
    /// Returns `held` where a body of this thread is at work on one, `none` where another thread has it.
    @inline(__always)
    func takeOwn(for thread: UInt) -> Int {
        var free = Self.none
        // Every one of them: the thread may have had two, and be at work on the second.
        for index in 0..<count where last[index].load(ordering: .relaxed) == thread {
            let now = taker(index).pointee.load(ordering: .relaxed)
            if now == thread { return Self.held }
            if now == 0 { free = index }
        }
        guard free >= 0,
            taker(free).pointee.compareExchange(expected: 0, desired: thread, ordering: .sequentiallyConsistent)
                .exchanged
        else { return Self.none }
        return free
    }

    /// Takes a free slot, rather the one that this thread had last.
    func take(for thread: UInt) -> Slot? {
        for index in 0..<count where last[index].load(ordering: .relaxed) == thread {
            if take(index) { return self[index] }
        }
        // From another place each time: a thread that always began at the first slot would take it from whoever has it
        // near, and that one another's, without end.
        let start = Int(clamping: next.pointee.load(ordering: .relaxed))
        for step in 0..<count {
            let index = (start &+ step) % count
            guard take(index) else { continue }
            next.pointee.store(UInt(index &+ 1), ordering: .relaxed)
            return self[index]
        }
        return nil
    }

    /// Takes that slot, if it is free.
    func take(_ index: Int) -> Bool {
        // In order with the count of those who wait, which was raised before: a weaker look may come before it on some
        // processors, and miss that the slot is freed by somebody who sees nobody wait.
        taker(index).pointee.load(ordering: .sequentiallyConsistent) == 0
            && taker(index).pointee.compareExchange(
                expected: 0, desired: 1, ordering: .sequentiallyConsistent
            ).exchanged
    }

    /// The slot at that place, which the caller has taken.
    subscript(index: Int) -> Slot { slots[index].takeUnretainedValue() }

    /// The slot at that place without the counting of references, for as long as the table lives.
    @inline(__always)
    func unmanaged(_ index: Int) -> Unmanaged<Slot> { slots[index] }

    /// Makes the slot free.
    func free(_ index: Int) {
        taker(index).pointee.store(0, ordering: .sequentiallyConsistent)
    }

    /// Says that this thread runs a body on the slot, which the caller has taken.
    func hold(_ index: Int, by thread: UInt) {
        if last[index].load(ordering: .relaxed) != thread { last[index].store(thread, ordering: .relaxed) }
        taker(index).pointee.store(thread, ordering: .relaxed)
    }

    /// Says that the body has ended; the slot stays taken.
    func letGo(_ index: Int) {
        taker(index).pointee.store(1, ordering: .relaxed)
    }

    /// Closes the connection of every slot, each of which the caller has taken.
    func close() {
        for index in 0..<count { self[index].close(isForGood: true) }
    }
}
