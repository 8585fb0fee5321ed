/// A value as SQLite stores it (https://www.sqlite.org/datatype3.html).
public enum Value: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
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
    case null = "NULL"
    case integer = "INTEGER"
    case real = "REAL"
    case text = "TEXT"
    case blob = "BLOB"

    /// SQLite's name of the class, as `typeof` gives it, in capitals.
    public var description: String { rawValue }
}
