public import CRecruitSQLite

/// One row of a result, lent to a closure: it cannot be stored, and copies nothing until a column is read.
///
/// Columns count from 0. Reading is strict: the storage class must be the one that was asked for and a number must fit,
/// or an error with the code `.mismatch` names the column. In closures write its type out: `(row: borrowing Row)`.
public struct Row: ~Copyable {
    /// nil where a statement stands on no row; SQLite then reads every column as NULL.
    @usableFromInline let handle: OpaquePointer?

    @inlinable @inline(__always)
    init(_ handle: OpaquePointer?) {
        self.handle = handle
    }

    /// The column's cell, which one call finds and others then read.
    ///
    /// SQLite calls it unprotected: another thread might change it. A connection is used by one thread at a time.
    @inlinable @inline(__always)
    func cell(_ index: Int) -> OpaquePointer? {
        sqlite3_column_value(handle, Int32(clamping: index))
    }

    /// An INTEGER.
    @inlinable @inline(__always)
    public func int64(_ index: Int) throws(SQLiteError) -> Int64 {
        let cell = cell(index)
        guard sqlite3_value_type(cell) == SQLITE_INTEGER else { throw mismatch(index, expected: "INTEGER") }
        return sqlite3_value_int64(cell)
    }

    /// An INTEGER.
    @inlinable @inline(__always)
    public func int(_ index: Int) throws(SQLiteError) -> Int {
        guard let integer = Int(exactly: try int64(index)) else { throw mismatch(index, expected: "INTEGER") }
        return integer
    }

    /// An INTEGER of 32 bits.
    @inlinable
    public func int32(_ index: Int) throws(SQLiteError) -> Int32 {
        guard let integer = Int32(exactly: try int64(index)) else { throw mismatch(index, expected: "INTEGER") }
        return integer
    }

    /// The INTEGER 0 or 1.
    @inlinable
    public func bool(_ index: Int) throws(SQLiteError) -> Bool {
        switch try int64(index) {
        case 0: false
        case 1: true
        default: throw mismatch(index, expected: "0 or 1")
        }
    }

    /// A REAL; an INTEGER is a mismatch.
    @inlinable @inline(__always)
    public func double(_ index: Int) throws(SQLiteError) -> Double {
        let cell = cell(index)
        guard sqlite3_value_type(cell) == SQLITE_FLOAT else { throw mismatch(index, expected: "REAL") }
        return sqlite3_value_double(cell)
    }

    /// A TEXT, NUL characters included; bytes that are no UTF-8 become U+FFFD (`withBytes` gives them as they are).
    @inlinable @inline(__always)
    public func text(_ index: Int) throws(SQLiteError) -> String {
        let cell = cell(index)
        guard sqlite3_value_type(cell) == SQLITE_TEXT, let bytes = sqlite3_value_text(cell) else {
            throw mismatch(index, expected: "TEXT")
        }
        let count = Int(sqlite3_value_bytes(cell))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// A BLOB.
    public func blob(_ index: Int) throws(SQLiteError) -> [UInt8] {
        let cell = cell(index)
        guard sqlite3_value_type(cell) == SQLITE_BLOB else { throw mismatch(index, expected: "BLOB") }
        let bytes = sqlite3_value_blob(cell)
        return [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_value_bytes(cell))))
    }

    /// Whether the column holds NULL; throws `.range` where there is no such column.
    @inlinable @inline(__always)
    public func isNull(_ index: Int) throws(SQLiteError) -> Bool {
        guard sqlite3_value_type(cell(index)) == SQLITE_NULL else { return false }
        try requireColumn(index)
        return true
    }

    @usableFromInline
    func requireColumn(_ index: Int) throws(SQLiteError) {
        let count = columnCount
        if index < 0 || index >= count {
            throw SQLiteError(code: .range, message: "there is no column \(index): the row has \(count)", sql: sql)
        }
    }

    /// The error for a column that does not hold what `expected` names.
    @usableFromInline @inline(never)
    func mismatch(_ index: Int, expected: String) -> SQLiteError {
        do throws(SQLiteError) { try requireColumn(index) } catch { return error }
        let found = kind(index)
        // SQLite gives no bytes for a text that it has no memory to convert.
        if found == .text, expected == "TEXT" {
            return SQLiteError(code: .noMemory, message: "out of memory", sql: sql)
        }
        // A class that fits and yet fails is out of range; the value itself is not told.
        let reason = found.rawValue == expected ? "does not fit" : "is \(found), not \(expected)"
        return SQLiteError(
            code: .mismatch, message: "column \(index) (\(columnName(index))) \(reason)", sql: sql)
    }

    private var sql: String? {
        handle.flatMap { sqlite3_sql($0) }.map { String(cString: $0) }
    }
}

@available(*, unavailable)
extension Row: Sendable {}
