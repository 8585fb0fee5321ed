import CRecruitSQLite

/// The arguments of one call of a function, lent to its closure: they cannot be stored, and nothing is copied until read.
///
/// They count from 0. Reading is strict, as a row's is: the storage class must be the one that was asked for, or an error
/// with the code `.mismatch` names the argument. In closures write the type out: `(arguments: borrowing FunctionArguments)`.
public struct FunctionArguments: ~Copyable {
    /// How many there are.
    public let count: Int
    private let values: UnsafeMutablePointer<OpaquePointer?>?
    private let function: FunctionContext

    init(_ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?, of function: FunctionContext) {
        self.count = values == nil ? 0 : Int(count)
        self.values = values
        self.function = function
    }

    /// The connection whose statement calls, for a function that asks it something; throws `.misuse` where it is gone.
    ///
    /// A closure that captured its connection would keep it open for ever.
    public var connection: Connection {
        get throws(SQLiteError) {
            guard let connection = function.connection else { throw SQLiteError.misuse("the connection is gone") }
            return connection
        }
    }

    /// The storage class of an argument; NULL where there is no such argument (`sqlite3_value_type`).
    public func kind(_ index: Int) -> StorageClass {
        guard index >= 0, index < count, let value = values?[index] else { return .null }
        return switch sqlite3_value_type(value) {
        case SQLITE_INTEGER: .integer
        case SQLITE_FLOAT: .real
        case SQLITE_TEXT: .text
        case SQLITE_BLOB: .blob
        default: .null
        }
    }

    /// Whether an argument is NULL; throws `.range` where there is no such argument.
    public func isNull(_ index: Int) throws(SQLiteError) -> Bool {
        try requireArgument(index)
        return kind(index) == .null
    }

    /// An INTEGER (`sqlite3_value_int64`).
    public func int64(_ index: Int) throws(SQLiteError) -> Int64 {
        sqlite3_value_int64(try value(index, of: .integer))
    }

    /// An INTEGER (`sqlite3_value_int64`).
    public func int(_ index: Int) throws(SQLiteError) -> Int {
        guard let integer = Int(exactly: try int64(index)) else {
            throw SQLiteError(code: .mismatch, message: "argument \(index) of \(function.name) does not fit")
        }
        return integer
    }

    /// A REAL; an INTEGER is a mismatch (`sqlite3_value_double`).
    public func double(_ index: Int) throws(SQLiteError) -> Double {
        sqlite3_value_double(try value(index, of: .real))
    }

    /// A TEXT, NUL characters included; bytes that are no UTF-8 become U+FFFD (`sqlite3_value_text`).
    public func text(_ index: Int) throws(SQLiteError) -> String {
        let value = try value(index, of: .text)
        guard let bytes = sqlite3_value_text(value) else {
            throw SQLiteError(code: .noMemory, message: "out of memory")
        }
        let utf8 = UnsafeBufferPointer(start: bytes, count: Int(sqlite3_value_bytes(value)))
        return String(decoding: utf8, as: UTF8.self)
    }

    /// A BLOB (`sqlite3_value_blob`).
    public func blob(_ index: Int) throws(SQLiteError) -> [UInt8] {
        _ = try value(index, of: .blob)
        return withBytes(index) { [UInt8]($0) }
    }

    /// The value of an argument, whatever its class; NULL where there is no such argument.
    public func value(_ index: Int) -> Value {
        guard index >= 0, index < count, let value = values?[index] else { return .null }
        return switch kind(index) {
        case .null: .null
        case .integer: .integer(sqlite3_value_int64(value))
        case .real: .real(sqlite3_value_double(value))
        case .text: .text(withBytes(index) { String(decoding: $0, as: UTF8.self) })
        case .blob: .blob(withBytes(index) { [UInt8]($0) })
        }
    }

    /// Lends the bytes of a TEXT, as UTF-8, or of a BLOB, without copying; NULL and numbers lend no bytes.
    ///
    /// Text that is no valid UTF-8 comes as it is. The bytes end with the closure.
    public func withBytes<R>(_ index: Int, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        guard index >= 0, index < count, let value = values?[index] else {
            return try body(UnsafeRawBufferPointer(start: nil, count: 0))
        }
        let start: UnsafeRawPointer? =
            switch sqlite3_value_type(value) {
            case SQLITE_TEXT: UnsafeRawPointer(sqlite3_value_text(value))
            case SQLITE_BLOB: sqlite3_value_blob(value)
            default: nil
            }
        guard let start else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value))))
    }

    private func requireArgument(_ index: Int) throws(SQLiteError) {
        if index < 0 || index >= count {
            throw SQLiteError(
                code: .range, message: "there is no argument \(index) of \(function.name): the call has \(count)")
        }
    }

    private func value(_ index: Int, of expected: StorageClass) throws(SQLiteError) -> OpaquePointer? {
        try requireArgument(index)
        let found = kind(index)
        guard found == expected else {
            throw SQLiteError(
                code: .mismatch, message: "argument \(index) of \(function.name) is \(found), not \(expected)")
        }
        return values?[index]
    }
}

@available(*, unavailable)
extension FunctionArguments: Sendable {}
