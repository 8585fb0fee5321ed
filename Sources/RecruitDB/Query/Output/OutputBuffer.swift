#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Bytes on their way to a file descriptor: collected, then handed to write(2) in large pieces.
///
/// Appending never fails; the first error of write(2) is kept, everything after it is dropped, and `check()` or
/// `flush()` throws it. So a loop over rows has one place to look.
public struct OutputBuffer: ~Copyable {
    private let descriptor: Int32
    private let base: UnsafeMutablePointer<UInt8>
    private let capacity: Int
    private var used = 0
    private var failure: Int32 = 0

    /// A buffer of `capacity` bytes before `descriptor`, which stays the caller's to close.
    public init(descriptor: Int32, capacity: Int = 1 << 17) {
        self.descriptor = descriptor
        self.capacity = max(capacity, 1 << 12)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// The most bytes that `withSpace` can promise.
    static var largestSpace: Int { 1 << 12 }

    /// Appends one byte.
    @inline(__always)
    public mutating func append(_ byte: UInt8) {
        if used == capacity { drain() }
        base[used] = byte
        used &+= 1
    }

    /// Appends `bytes`; more than the buffer holds go past it, without a copy.
    @inline(__always)
    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress, bytes.count > 0 else { return }
        if bytes.count > capacity &- used {
            appendSlowly(start, bytes.count)
        } else {
            base.advanced(by: used).update(from: start, count: bytes.count)
            used &+= bytes.count
        }
    }

    /// Appends `bytes`.
    public mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    /// Appends `bytes`.
    public mutating func append(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBufferPointer { append($0) } }

    /// Appends the UTF-8 of `text`.
    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Appends the UTF-8 of a literal.
    @inline(__always)
    mutating func append(literal text: StaticString) {
        if text.hasPointerRepresentation {
            append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        } else {
            append(text.description)
        }
    }

    /// Appends the decimal digits of `number`.
    mutating func append(decimal number: Int64) {
        withSpace(DecimalText.capacity) { DecimalText.write(number, into: $0) }
    }

    /// Gives `body` room for `count` bytes (at most `largestSpace`); it returns how many it wrote.
    @inline(__always)
    mutating func withSpace(_ count: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        if count > capacity &- used { drain() }
        used &+= body(base.advanced(by: used))
    }

    /// Throws the first error of write(2), if there was one.
    @inline(__always)
    public func check() throws(OutputError) {
        if failure != 0 { throw OutputError(code: failure) }
    }

    /// Writes what is held back, and throws the first error of write(2).
    public mutating func flush() throws(OutputError) {
        drain()
        try check()
    }

    @inline(never)
    private mutating func appendSlowly(_ start: UnsafePointer<UInt8>, _ count: Int) {
        drain()
        if count >= capacity {
            send(start, count)
        } else {
            base.update(from: start, count: count)
            used = count
        }
    }

    @inline(never)
    private mutating func drain() {
        let count = used
        used = 0
        send(base, count)
    }

    private mutating func send(_ start: UnsafePointer<UInt8>, _ count: Int) {
        var sent = 0
        while sent < count, failure == 0 {
            let written = write(descriptor, start.advanced(by: sent), count &- sent)
            if written > 0 {
                sent &+= written
            } else if written < 0, errno == EAGAIN {
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&ready, 1, -1)
            } else if written < 0, errno != EINTR {
                failure = errno
            }
        }
    }
}

/// write(2) failed.
public struct OutputError: Error, Sendable, Hashable {
    /// The errno.
    public let code: Int32

    /// Whether nobody reads any more (EPIPE), which is no mistake.
    public var isBrokenPipe: Bool { code == EPIPE }
}
