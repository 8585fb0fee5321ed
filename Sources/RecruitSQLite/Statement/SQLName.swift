import CRecruitSQLite

/// Names of tables and columns as they stand in SQL.
public enum SQLName {
    /// Whether `name` must stand in double quotes, as the sqlite3 shell decides: it is no plain word of ASCII letters,
    /// digits and `_`, or it is a keyword of SQL (`sqlite3_keyword_check`).
    public static func needsQuotes(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { bytes in
            guard let first = bytes.first, let start = bytes.baseAddress, isLetter(first) else { return true }
            guard bytes.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) }) else { return true }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite3_keyword_check($0, Int32(clamping: bytes.count)) != 0
            }
        }
    }

    /// `name` as it stands in SQL whatever it is: in double quotes, those within it doubled.
    ///
    /// By scalars: for `String` a quote and a combining mark behind it are one `Character`, and no quote.
    public static func quoted(_ name: String) -> String {
        var quoted = String.UnicodeScalarView()
        quoted.append("\"")
        for scalar in name.unicodeScalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }
}
