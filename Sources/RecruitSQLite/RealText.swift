import CRecruitSQLite

/// Floating-point numbers as SQLite itself prints them.
public enum RealText {
    /// The most bytes that `write` produces, a final NUL among them.
    public static var capacity: Int { 64 }

    /// Writes `value` as SQLite converts it to TEXT (`%!.15g`, infinities as `Inf`); returns the bytes without NUL.
    ///
    /// `space` has room for `capacity` bytes. See sqlite3_snprintf.
    public static func writeText(_ value: Double, into space: UnsafeMutablePointer<UInt8>) -> Int {
        write(value, into: space, recruit_sqlite3_format_real_15)
    }

    /// Writes `value` as the sqlite3 shell's json mode does (`%!.20g`, infinities as `1e999`).
    ///
    /// `space` has room for `capacity` bytes. Returns the bytes without NUL. See sqlite3_snprintf.
    public static func writeJSON(_ value: Double, into space: UnsafeMutablePointer<UInt8>) -> Int {
        guard value.isFinite else {
            let text: StaticString = value < 0 ? "-1e999" : "1e999"
            space.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
            return text.utf8CodeUnitCount
        }
        return write(value, into: space, recruit_sqlite3_format_real_20)
    }

    private static func write(
        _ value: Double, into space: UnsafeMutablePointer<UInt8>,
        _ format: (UnsafeMutablePointer<CChar>?, Int32, Double) -> UnsafeMutablePointer<CChar>?
    ) -> Int {
        space.withMemoryRebound(to: CChar.self, capacity: capacity) { buffer in
            _ = format(buffer, Int32(capacity), value)
            var count = 0
            while count < capacity - 1, buffer[count] != 0 { count += 1 }
            return count
        }
    }
}
