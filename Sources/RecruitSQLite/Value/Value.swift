/// A value as SQLite stores it (https://www.sqlite.org/datatype3.html).
public enum Value: Sendable, Hashable {
    /// No value.
    case null
    /// A whole number of 64 bits.
    case integer(Int64)
    /// A floating-point number of 64 bits.
    case real(Double)
    /// A text, as UTF-8.
    case text(String)
    /// Bytes as they are.
    case blob([UInt8])

    /// The storage class of the value.
    public var kind: StorageClass {
        switch self {
        case .null: .null
        case .integer: .integer
        case .real: .real
        case .text: .text
        case .blob: .blob
        }
    }
}

/// A storage class of SQLite.
public enum StorageClass: String, Sendable, Hashable, CustomStringConvertible {
    /// No value.
    case null = "NULL"
    /// Whole numbers.
    case integer = "INTEGER"
    /// Floating-point numbers.
    case real = "REAL"
    /// Texts.
    case text = "TEXT"
    /// Bytes.
    case blob = "BLOB"

    /// SQLite's name of the class, as `typeof` gives it, in capitals.
    public var description: String { rawValue }
}
