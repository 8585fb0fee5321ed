/// A JSON number as it was written: exact, whatever its size (RFC 8259, section 6).
struct JSONNumber: Sendable, Hashable {
    /// The bytes of the file, as `-12.50e3`, always of RFC 8259's grammar.
    let literal: String

    /// The number as an integer when it is one and fits 64 bits: `3`, `3.0` and `30e-1` are all 3.
    var integer: Int64? { scaled(by: 0) }

    /// The nearest Double; infinite when the number is too large for one.
    var double: Double { Double(literal) ?? .nan }

    /// The number times ten to the power of `decimals`, or nil when that is no integer of 64 bits.
    ///
    /// Money in major units becomes minor units without a rounding step: `18500.5` scaled by 2 is 1850050.
    func scaled(by decimals: Int) -> Int64? {
        var negative = false
        var digits: [UInt8] = []
        var shift = decimals
        var seenPoint = false
        var rest = literal.utf8[...]
        if rest.first == UInt8(ascii: "-") {
            negative = true
            rest.removeFirst()
        }
        while let byte = rest.first {
            if byte == UInt8(ascii: ".") {
                seenPoint = true
            } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
                // A leading zero carries nothing and would only lengthen a hostile number's way.
                if !digits.isEmpty || byte != UInt8(ascii: "0") { digits.append(byte &- UInt8(ascii: "0")) }
                if seenPoint { shift &-= 1 }
            } else {
                break
            }
            rest.removeFirst()
        }
        if !rest.isEmpty {
            let exponent = rest.dropFirst()
            guard !digits.isEmpty else { return 0 }
            guard let power = Int(Substring(exponent)), abs(power.clamped) <= 1_000_000 else { return nil }
            shift &+= power
        }
        while shift < 0, let last = digits.last {
            guard last == 0 else { return nil }
            digits.removeLast()
            shift &+= 1
        }
        guard !digits.isEmpty else { return 0 }
        guard shift <= 19 else { return nil }
        var total: Int64 = 0
        for index in 0..<(digits.count + shift) {
            let digit = index < digits.count ? Int64(digits[index]) : 0
            let (tens, overflow) = total.multipliedReportingOverflow(by: 10)
            let (sum, overflow2) =
                negative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            if overflow || overflow2 { return nil }
            total = sum
        }
        return total
    }
}

extension Int {
    /// The integer with `Int.min` moved to where `abs` does not overflow.
    fileprivate var clamped: Int { self == .min ? .max : self }
}
