import CRecruitSQLite

/// One value of a result row as SQLite holds it: text and blobs as borrowed bytes, without a copy.
///
/// The bytes belong to SQLite and are valid until the statement steps, is reset or ends; who keeps them longer copies
/// them. Text is UTF-8 by length, as stored: it may hold NUL, and it may be invalid.
@frozen
public enum Cell {
    /// SQL NULL.
    case null
    /// A 64-bit integer.
    case integer(Int64)
    /// A floating-point number; never NaN, which SQLite turns into NULL.
    case real(Double)
    /// Text in UTF-8.
    case text(UnsafeBufferPointer<UInt8>)
    /// Bytes.
    case blob(UnsafeBufferPointer<UInt8>)
}

extension Statement {
    /// Sets `cells` to the values of the row that `step` reached, one a column; what is over becomes NULL.
    ///
    /// Throws `.noMemory` where text in UTF-16 cannot be converted (`sqlite3_column_text`).
    public func readCells(into cells: UnsafeMutableBufferPointer<Cell>) throws(SQLiteError) {
        let count = phase == .row && !isFinalized ? Int(sqlite3_data_count(handle)) : 0
        for index in cells.indices {
            guard index < count else {
                cells[index] = .null
                continue
            }
            let column = Int32(truncatingIfNeeded: index)
            switch sqlite3_column_type(handle, column) {
            case SQLITE_INTEGER: cells[index] = .integer(sqlite3_column_int64(handle, column))
            case SQLITE_FLOAT: cells[index] = .real(sqlite3_column_double(handle, column))
            case SQLITE_TEXT:
                guard let text = sqlite3_column_text(handle, column) else { throw failure(SQLITE_NOMEM) }
                let length = Int(sqlite3_column_bytes(handle, column))
                cells[index] = .text(UnsafeBufferPointer(start: text, count: length))
            case SQLITE_BLOB:
                let blob = sqlite3_column_blob(handle, column)?.assumingMemoryBound(to: UInt8.self)
                let length = blob == nil ? 0 : Int(sqlite3_column_bytes(handle, column))
                cells[index] = .blob(UnsafeBufferPointer(start: blob, count: length))
            default: cells[index] = .null
            }
        }
    }
}
