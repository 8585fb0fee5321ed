import CRecruitSQLite

extension Row {
    /// An INTEGER, or nil for NULL.
    @inlinable
    public func intOrNil(_ index: Int) throws(SQLiteError) -> Int? {
        try isNull(index) ? nil : int(index)
    }

    /// An INTEGER, or nil for NULL.
    @inlinable
    public func int64OrNil(_ index: Int) throws(SQLiteError) -> Int64? {
        try isNull(index) ? nil : int64(index)
    }

    /// The INTEGER 0 or 1, or nil for NULL.
    @inlinable
    public func boolOrNil(_ index: Int) throws(SQLiteError) -> Bool? {
        try isNull(index) ? nil : bool(index)
    }

    /// A REAL, or nil for NULL.
    @inlinable
    public func doubleOrNil(_ index: Int) throws(SQLiteError) -> Double? {
        try isNull(index) ? nil : double(index)
    }

    /// A TEXT, or nil for NULL.
    @inlinable
    public func textOrNil(_ index: Int) throws(SQLiteError) -> String? {
        try isNull(index) ? nil : text(index)
    }

    /// A BLOB, or nil for NULL.
    @inlinable
    public func blobOrNil(_ index: Int) throws(SQLiteError) -> [UInt8]? {
        try isNull(index) ? nil : blob(index)
    }

    /// The column as the type that is asked for, an Optional for one that may be NULL.
    @inlinable
    public func get<T: ColumnDecodable>(_ index: Int, as type: T.Type = T.self) throws -> T {
        try T(self, at: index)
    }

    /// How many columns the row has.
    public var columnCount: Int {
        Int(sqlite3_data_count(handle))
    }

    /// The name of a column; empty where there is no such column (`sqlite3_column_name`).
    public func columnName(_ index: Int) -> String {
        guard let handle, let name = sqlite3_column_name(handle, Int32(clamping: index)) else { return "" }
        return String(cString: name)
    }

    /// The storage class of a column; NULL where there is no such column (`sqlite3_column_type`).
    public func kind(_ index: Int) -> StorageClass {
        switch sqlite3_column_type(handle, Int32(clamping: index)) {
        case SQLITE_INTEGER: .integer
        case SQLITE_FLOAT: .real
        case SQLITE_TEXT: .text
        case SQLITE_BLOB: .blob
        default: .null
        }
    }

    /// The value of a column, whatever its class; NULL where there is no such column.
    public func value(_ index: Int) -> Value {
        let column = Int32(clamping: index)
        switch kind(index) {
        case .null: return .null
        case .integer: return .integer(sqlite3_column_int64(handle, column))
        case .real: return .real(sqlite3_column_double(handle, column))
        case .text: return .text(withBytes(index) { String(decoding: $0, as: UTF8.self) })
        case .blob: return .blob(withBytes(index) { [UInt8]($0) })
        }
    }

    /// Lends the bytes of a TEXT, as UTF-8, or of a BLOB, without copying; NULL and numbers lend no bytes.
    ///
    /// The bytes are those of the file: text that is no valid UTF-8 comes as it is. They end with the closure.
    public func withBytes<R>(_ index: Int, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        let column = Int32(clamping: index)
        let start: UnsafeRawPointer? =
            switch sqlite3_column_type(handle, column) {
            case SQLITE_TEXT: UnsafeRawPointer(sqlite3_column_text(handle, column))
            case SQLITE_BLOB: sqlite3_column_blob(handle, column)
            default: nil
            }
        guard let start else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// Lends the bytes of a BLOB without copying; throws `.mismatch` for any other class. They end with the closure.
    @inlinable
    public func withBlob<R>(_ index: Int, _ body: (UnsafeRawBufferPointer) throws -> R) throws -> R {
        guard kind(index) == .blob else { throw mismatch(index, expected: "BLOB") }
        return try withBytes(index, body)
    }
}
