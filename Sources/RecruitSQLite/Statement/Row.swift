import CRecruitSQLite

/// One row of a result, lent to a closure: it cannot be stored, and copies nothing until a column is read.
///
/// Columns count from 0. Reading is strict: the storage class must be the one that was asked for and a number must fit,
/// or an error with the code `.mismatch` names the column. In closures write its type out: `(row: borrowing Row)`.
public struct Row: ~Copyable {
    /// nil where a statement stands on no row; SQLite then reads every column as NULL.
    let handle: OpaquePointer?

    @usableFromInline
    init(_ handle: OpaquePointer?) {
        self.handle = handle
    }

    /// An INTEGER.
    public func int64(_ index: Int) throws(SQLiteError) -> Int64 {
        let column = Int32(clamping: index)
        guard sqlite3_column_type(handle, column) == SQLITE_INTEGER else {
            throw mismatch(index, expected: "INTEGER")
        }
        return sqlite3_column_int64(handle, column)
    }

    /// An INTEGER.
    public func int(_ index: Int) throws(SQLiteError) -> Int {
        guard let integer = Int(exactly: try int64(index)) else { throw mismatch(index, expected: "Int") }
        return integer
    }

    /// An INTEGER of 32 bits.
    public func int32(_ index: Int) throws(SQLiteError) -> Int32 {
        guard let integer = Int32(exactly: try int64(index)) else { throw mismatch(index, expected: "Int32") }
        return integer
    }

    /// The INTEGER 0 or 1.
    public func bool(_ index: Int) throws(SQLiteError) -> Bool {
        switch try int64(index) {
        case 0: false
        case 1: true
        default: throw mismatch(index, expected: "0 or 1")
        }
    }

    /// A REAL; an INTEGER is a mismatch.
    public func double(_ index: Int) throws(SQLiteError) -> Double {
        let column = Int32(clamping: index)
        guard sqlite3_column_type(handle, column) == SQLITE_FLOAT else { throw mismatch(index, expected: "REAL") }
        return sqlite3_column_double(handle, column)
    }

    /// A TEXT, NUL characters included; bytes that are no UTF-8 become U+FFFD (`withBytes` gives them as they are).
    public func text(_ index: Int) throws(SQLiteError) -> String {
        let column = Int32(clamping: index)
        guard sqlite3_column_type(handle, column) == SQLITE_TEXT else { throw mismatch(index, expected: "TEXT") }
        guard let bytes = sqlite3_column_text(handle, column) else { throw outOfMemory() }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// A BLOB.
    public func blob(_ index: Int) throws(SQLiteError) -> [UInt8] {
        let column = Int32(clamping: index)
        guard sqlite3_column_type(handle, column) == SQLITE_BLOB else { throw mismatch(index, expected: "BLOB") }
        let bytes = sqlite3_column_blob(handle, column)
        return [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// Whether the column holds NULL; throws `.range` where there is no such column.
    public func isNull(_ index: Int) throws(SQLiteError) -> Bool {
        guard sqlite3_column_type(handle, Int32(clamping: index)) == SQLITE_NULL else { return false }
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
        // A class that fits and yet fails is out of range; the value itself is not told.
        let reason = found.rawValue == expected ? "does not fit" : "is \(found), not \(expected)"
        return SQLiteError(
            code: .mismatch, message: "column \(index) (\(columnName(index))) \(reason)", sql: sql)
    }

    private func outOfMemory() -> SQLiteError {
        SQLiteError(code: .noMemory, message: "out of memory", sql: sql)
    }

    private var sql: String? {
        handle.flatMap { sqlite3_sql($0) }.map { String(cString: $0) }
    }
}

@available(*, unavailable)
extension Row: Sendable {}
