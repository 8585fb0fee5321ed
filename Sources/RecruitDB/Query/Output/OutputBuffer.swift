#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Bytes on their way to a file descriptor or a closure: collected, then handed on in large pieces.
///
/// Appending never fails; the first error of write(2) or of the closure is kept, everything after it is dropped, and
/// `check()` or `flush()` throws it. So a loop over rows has one place to look. Whoever makes a buffer flushes it.
public struct OutputBuffer: ~Copyable {
    private let descriptor: Int32
    /// Takes the bytes in place of the descriptor and returns an errno, 0 when all is well.
    private let sink: ((UnsafeBufferPointer<UInt8>) -> Int32)?
    private let base: UnsafeMutablePointer<UInt8>
    private let capacity: Int
    private var used = 0
    private var failure: Int32 = 0
    private var sent = 0

    /// The bytes so far, those that are held back among them.
    public var byteCount: Int { sent &+ used }

    /// A buffer of `capacity` bytes before `descriptor`, which stays the caller's to close.
    public init(descriptor: Int32, capacity: Int = 1 << 17) {
        self.descriptor = descriptor
        self.capacity = max(capacity, 1 << 12)
        base = .allocate(capacity: self.capacity)
        sink = nil
    }

    /// A buffer of `capacity` bytes before `sink`, which gets the bytes in pieces and borrows them for its call.
    ///
    /// It returns 0, or an errno that ends the writing as an `OutputError`.
    public init(capacity: Int = 1 << 17, to sink: @escaping (UnsafeBufferPointer<UInt8>) -> Int32) {
        descriptor = -1
        self.capacity = max(capacity, 1 << 12)
        base = .allocate(capacity: self.capacity)
        self.sink = sink
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
        self.sent &+= count
        if let sink {
            if count > 0, failure == 0 { failure = sink(UnsafeBufferPointer(start: start, count: count)) }
            return
        }
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

/// The bytes of a listing could not be written.
public struct OutputError: Error, Sendable, Hashable {
    /// The errno.
    public let code: Int32

    /// The error of `code`, an errno.
    public init(code: Int32) { self.code = code }

    /// Whether nobody reads any more (EPIPE), which is no mistake.
    public var isBrokenPipe: Bool { code == EPIPE }
}
