/// Integers in decimal digits.
enum DecimalText {
    /// The most bytes that `write` produces.
    static var capacity: Int { 20 }

    /// Writes `number` into `space`, which has room for `capacity` bytes; returns how many bytes that were.
    static func write(_ number: Int64, into space: UnsafeMutablePointer<UInt8>) -> Int {
        var rest = number.magnitude
        var length = number < 0 ? 2 : 1
        var limit: UInt64 = 10
        while rest >= limit, length < capacity {
            length &+= 1
            let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
            if overflow { break }
            limit = next
        }
        var position = length
        repeat {
            position &-= 1
            space[position] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        if number < 0 { space[0] = UInt8(ascii: "-") }
        return length
    }
}
