#if arch(x86_64)
    /// The decimal digits of a finite number by the operations of SQLite 3.40's printf, in its order.
    ///
    /// `%!.15g` and `%!.20g` of sqlite3_str_vappendf: scale to one digit before the point, add half of the last place,
    /// take digit by digit; at least one digit stands after the point, zeros at the end go.
    struct RealDigits {
        private let isNegative: Bool
        private let exponent: Int
        private let precision: Int
        /// The number scaled to 1 and above, below 10; zero for zero.
        private let scaled: DigitSource

        /// The digits of `value`, at most `precision` of them: 15 or 20.
        init(_ value: Double, precision: Int) {
            isNegative = value < 0
            self.precision = precision - 1
            var real = Float80(value.magnitude)
            var exponent = 0
            if real > 0 {
                if real >= 10 {
                    let scale = Self.scale(of: real, &exponent)
                    real /= scale
                } else if real < 1 {
                    while real < Float80(1e-8 as Double) {
                        real *= 1e8
                        exponent -= 8
                    }
                    while real < 1 {
                        real *= 10
                        exponent -= 1
                    }
                }
            }
            // 5.0e-15 and 5.0e-20 as SQLite's table and product give them.
            real += Float80(precision == 15 ? 5.0e-05 * 1.0e-10 as Double : 5.0e-10 * 1.0e-10 as Double)
            if real >= 10 {
                real *= Float80(0.1 as Double)
                exponent += 1
            }
            self.exponent = exponent
            scaled = value == 0 ? DigitSource(0) : DigitSource(real)
        }

        private static func scale(of real: Float80, _ exponent: inout Int) -> Float80 {
            var scale: Float80 = 1
            while real >= Float80(1e100 as Double) * scale, exponent <= 350 {
                scale *= Float80(1e100 as Double)
                exponent += 100
            }
            while real >= 1e10 * scale, exponent <= 350 {
                scale *= 1e10
                exponent += 10
            }
            while real >= 10 * scale, exponent <= 350 {
                scale *= 10
                exponent += 1
            }
            return scale
        }

        /// Writes them into `space`, which has room for 64 bytes; returns how many bytes that were.
        func write(into space: UnsafeMutablePointer<UInt8>) -> Int {
            var count = 0
            if isNegative {
                space[0] = UInt8(ascii: "-")
                count = 1
            }
            let hasExponent = exponent < -4 || exponent > precision
            var rest = scaled
            var before = hasExponent ? 1 : exponent + 1
            var after = hasExponent ? precision : precision - exponent
            if before <= 0 {
                space[count] = UInt8(ascii: "0")
                count += 1
            }
            while before > 0 {
                space[count] = rest.next()
                count += 1
                before -= 1
            }
            space[count] = UInt8(ascii: ".")
            count += 1
            if !hasExponent, exponent < -1 {
                for _ in 0..<(-1 - exponent) {
                    space[count] = UInt8(ascii: "0")
                    count += 1
                }
                after += exponent + 1
            }
            // What is left is zero for most numbers long before the last place.
            while after > 0, !rest.isZero {
                space[count] = rest.next()
                count += 1
                after -= 1
            }
            while space[count - 1] == UInt8(ascii: "0") { count -= 1 }
            if space[count - 1] == UInt8(ascii: ".") {
                space[count] = UInt8(ascii: "0")
                count += 1
            }
            return hasExponent ? writeExponent(into: space, at: count) : count
        }

        private func writeExponent(into space: UnsafeMutablePointer<UInt8>, at start: Int) -> Int {
            var count = start
            space[count] = UInt8(ascii: "e")
            space[count + 1] = UInt8(ascii: exponent < 0 ? "-" : "+")
            count += 2
            let magnitude = UInt16(truncatingIfNeeded: exponent.magnitude)
            if magnitude >= 100 {
                space[count] = UInt8(truncatingIfNeeded: magnitude / 100 + 0x30)
                count += 1
            }
            space[count] = UInt8(truncatingIfNeeded: magnitude / 10 % 10 + 0x30)
            space[count + 1] = UInt8(truncatingIfNeeded: magnitude % 10 + 0x30)
            return count + 2
        }
    }

    /// Takes digits from an 80-bit number below 16 as `digit = Int(x); x = (x - digit) * 10` does, in integers.
    ///
    /// The subtraction is exact; the product has up to two bits more than the 64 of the type while 62 bits or more
    /// stand after the point, and is then rounded to even as the processor would.
    struct DigitSource {
        private var bits: UInt64
        /// How many of `bits` stand after the point.
        private var fraction: UInt64

        /// The digits of `number`, which is zero, or at least 1 and below 16.
        init(_ number: Float80) {
            // The type's leading 1 is not in the pattern.
            bits = number == 0 ? 0 : number.significandBitPattern | 1 << 63
            fraction = number == 0 ? 63 : UInt64(clamping: 63 - number.exponent)
        }

        /// Whether only zeros follow.
        var isZero: Bool { bits == 0 }

        /// The next digit in ASCII.
        @inline(__always)
        mutating func next() -> UInt8 {
            let digit = UInt8(truncatingIfNeeded: bits &>> fraction) &+ 0x30
            let rest = bits & ((1 &<< fraction) &- 1)
            fraction &-= 1
            if rest <= .max / 5 {
                bits = rest &* 5
            } else {
                multiplyRounding(rest)
            }
            return digit
        }

        @inline(never)
        private mutating func multiplyRounding(_ rest: UInt64) {
            let product = UInt128(rest) * 5
            let high = UInt64(truncatingIfNeeded: product >> 64)
            let excess = UInt64(truncatingIfNeeded: 64 - high.leadingZeroBitCount)
            let half = UInt128(1) << (excess &- 1)
            let isOdd = product >> excess & 1 == 1
            let tail = product & ((1 << excess) &- 1)
            var rounded = product >> excess
            if tail > half || (tail == half && isOdd) { rounded += 1 }
            fraction &-= excess
            if rounded >> 64 != 0 {
                rounded >>= 1
                fraction &-= 1
            }
            bits = UInt64(truncatingIfNeeded: rounded)
        }
    }
#endif
