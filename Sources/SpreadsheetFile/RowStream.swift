#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What `recruitdb` sends: the names of the columns, then cells, row after row, then an end.
///
/// Every piece begins with a letter: `H` (a header is wanted) or `C`, a count and as many texts; `n` for NULL, `i` and `r`
/// with eight bytes, `t` and `b` with a length and bytes; `E` at the end. Numbers are in the order of the machine.
struct RowStream {
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private var start = 0
    private var end = 0

    /// The next byte.
    mutating func byte() throws(WorkbookError) -> UInt8 {
        if start == end { try fill() }
        start += 1
        return buffer[start - 1]
    }

    /// The next `count` bytes.
    mutating func bytes(_ count: Int) throws(WorkbookError) -> [UInt8] {
        var taken: [UInt8] = []
        taken.reserveCapacity(count)
        while taken.count < count {
            if start == end { try fill() }
            let part = min(count - taken.count, end - start)
            taken += buffer[start..<start + part]
            start += part
        }
        return taken
    }

    /// The next eight bytes as a number.
    mutating func number() throws(WorkbookError) -> UInt64 {
        try bytes(8).withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
    }

    /// The next length and as many bytes.
    mutating func counted() throws(WorkbookError) -> [UInt8] { try bytes(Int(truncatingIfNeeded: number())) }

    private mutating func fill() throws(WorkbookError) {
        var count = 0
        repeat {
            count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
        } while count < 0 && errno == EINTR
        guard count > 0 else { throw .incomplete }
        start = 0
        end = count
    }
}
