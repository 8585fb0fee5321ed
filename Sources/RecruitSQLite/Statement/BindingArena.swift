/// Memory for the text and blobs of one run of a statement, so that SQLite need not copy them.
///
/// A String gives no lasting pointer to its bytes. One copy into a chunk that stays in place is what binding without
/// SQLite's own allocation per value needs; the chunk serves the next run again.
final class BindingArena {
    private static let smallest = 4096
    /// A chunk above this size is given back after the run, so that one large document does not stay in memory.
    private static let largestKept = 65536

    private var chunk: UnsafeMutablePointer<UInt8>?
    private var capacity = 0
    private var used = 0
    private var full: [UnsafeMutablePointer<UInt8>] = []
    /// Whether the next run should start from nothing.
    private(set) var isLarge = false

    deinit {
        free()
    }

    /// Copies `bytes` to a place that stays until the arena is emptied; never nil, even for no bytes.
    @inline(__always)
    func copy(_ bytes: UnsafeRawBufferPointer) -> UnsafeMutablePointer<UInt8> {
        let place = reserve(bytes.count)
        if let source = bytes.baseAddress {
            UnsafeMutableRawPointer(place).copyMemory(from: source, byteCount: bytes.count)
        }
        return place
    }

    @inline(__always)
    private func reserve(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        guard let chunk, count < capacity &- used else { return grow(count) }
        let place = chunk + used
        used = used &+ count
        return place
    }

    @inline(never)
    private func grow(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        if let chunk {
            full.append(chunk)
            isLarge = true
        }
        let size = max(Self.smallest, count &+ 1)
        if size > Self.largestKept { isLarge = true }
        let chunk = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        (self.chunk, capacity, used) = (chunk, size, count)
        return chunk
    }

    /// Begins the next run in the same memory; what was bound before must be bound anew before the statement steps.
    @inline(__always)
    func rewind() {
        used = 0
    }

    /// Gives the memory back; the statement's bindings must have been cleared.
    func free() {
        chunk?.deallocate()
        for chunk in full { chunk.deallocate() }
        (chunk, capacity, used, full, isLarge) = (nil, 0, 0, [], false)
    }
}
