import CRecruitSQLite

/// Floating-point numbers as SQLite itself prints them.
///
/// SQLite 3.40 prints in `long double` arithmetic that is not always rounded correctly, and other programs compare its
/// bytes. Where that type is the 80-bit one, the same operations are done here without the cost of a format string;
/// elsewhere SQLite is asked (sqlite3_snprintf).
public enum RealText {
    /// The most bytes that `writeText` and `writeJSON` produce, a final NUL among them.
    public static var capacity: Int { 64 }

    /// Writes `value` as SQLite converts it to TEXT (`%!.15g`, infinities as `Inf`); returns the bytes without NUL.
    ///
    /// `space` has room for `capacity` bytes.
    public static func writeText(_ value: Double, into space: UnsafeMutablePointer<UInt8>) -> Int {
        #if arch(x86_64)
            if value.isFinite { return RealDigits(value, precision: 15).write(into: space) }
        #endif
        return writeBySQLite(value, precision: 15, into: space)
    }

    /// Writes `value` as the sqlite3 shell's json mode does (`%!.20g`, infinities as `1e999`).
    ///
    /// `space` has room for `capacity` bytes. Returns the bytes without NUL.
    public static func writeJSON(_ value: Double, into space: UnsafeMutablePointer<UInt8>) -> Int {
        guard value.isFinite else {
            let text: StaticString = value < 0 ? "-1e999" : "1e999"
            space.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
            return text.utf8CodeUnitCount
        }
        #if arch(x86_64)
            return RealDigits(value, precision: 20).write(into: space)
        #else
            return writeBySQLite(value, precision: 20, into: space)
        #endif
    }

    /// Writes `value` by `%!.15g` or, for any other precision, `%!.20g` of sqlite3_snprintf.
    static func writeBySQLite(_ value: Double, precision: Int, into space: UnsafeMutablePointer<UInt8>) -> Int {
        space.withMemoryRebound(to: CChar.self, capacity: capacity) { buffer in
            let size = Int32(capacity)
            _ =
                precision == 15
                ? recruit_sqlite3_format_real_15(buffer, size, value)
                : recruit_sqlite3_format_real_20(buffer, size, value)
            var count = 0
            while count < capacity - 1, buffer[count] != 0 { count += 1 }
            return count
        }
    }
}
