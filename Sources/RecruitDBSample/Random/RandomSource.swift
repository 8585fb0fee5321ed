/// A seeded stream of numbers: xoshiro256** started by SplitMix64, the same on every system.
///
/// Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators" (2021).
struct RandomSource {
    private var a: UInt64
    private var b: UInt64
    private var c: UInt64
    private var d: UInt64

    /// Starts the stream that a seed, a topic and a number name together.
    init(seed: UInt64, topic: UInt64 = 0, number: Int = 0) {
        var state = seed &+ topic &* 0xD6E8_FEB8_6659_FD93
        state = RandomSource.mixed(&state) ^ (UInt64(bitPattern: Int64(number)) &* 0xA24B_AED4_963E_E407)
        a = RandomSource.mixed(&state)
        b = RandomSource.mixed(&state)
        c = RandomSource.mixed(&state)
        d = RandomSource.mixed(&state)
    }

    private static func mixed(_ state: inout UInt64) -> UInt64 {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private static func rotated(_ x: UInt64, _ k: UInt64) -> UInt64 { (x << k) | (x >> (64 - k)) }

    /// Returns the next 64 bits.
    mutating func next() -> UInt64 {
        let result = RandomSource.rotated(b &* 5, 7) &* 9
        let t = b << 17
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= t
        d = RandomSource.rotated(d, 45)
        return result
    }

    /// Returns a number from 0 up to, not including, `bound`; 0 when the bound is not positive.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// Returns a number of the closed range.
    mutating func within(_ low: Int, _ high: Int) -> Int { low + below(high - low + 1) }

    /// Returns true in that many of 1,000 draws.
    mutating func chance(perMille: Int) -> Bool { below(1000) < perMille }

    /// Returns one element of a stock that is not empty.
    mutating func pick<T>(_ stock: [T]) -> T { stock[below(stock.count)] }

    /// Returns the index of one of the weights, each as likely as its weight.
    mutating func weighted(_ weights: [Int]) -> Int {
        var point = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            if point < weight { return index }
            point -= weight
        }
        return 0
    }

    /// Returns different elements of the stock, in the order drawn.
    mutating func pick<T>(_ count: Int, of stock: [T]) -> [T] {
        var left = stock
        var drawn: [T] = []
        while drawn.count < count, !left.isEmpty { drawn.append(left.remove(at: below(left.count))) }
        return drawn
    }

    /// Returns lower-case hexadecimal digits.
    mutating func hex(_ digits: Int) -> String {
        let alphabet = Array("0123456789abcdef".utf8)
        let bytes = (0..<max(digits, 0)).map { _ in alphabet[below(16)] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends that many random bytes.
    mutating func fill(_ bytes: inout [UInt8], count: Int) {
        guard count > 0 else { return }
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: count))
        bytes.withUnsafeMutableBytes { raw in
            var offset = start
            while offset + 8 <= raw.count {
                raw.storeBytes(of: next().littleEndian, toByteOffset: offset, as: UInt64.self)
                offset += 8
            }
            var rest = next()
            while offset < raw.count {
                raw[offset] = UInt8(truncatingIfNeeded: rest)
                rest >>= 8
                offset += 1
            }
        }
    }
}
