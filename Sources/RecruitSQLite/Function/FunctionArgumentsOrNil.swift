extension FunctionArguments {
    /// An INTEGER, or nil for NULL.
    public func int64OrNil(_ index: Int) throws(SQLiteError) -> Int64? {
        try isNull(index) ? nil : int64(index)
    }

    /// An INTEGER, or nil for NULL.
    public func intOrNil(_ index: Int) throws(SQLiteError) -> Int? {
        try isNull(index) ? nil : int(index)
    }

    /// A REAL, or nil for NULL.
    public func doubleOrNil(_ index: Int) throws(SQLiteError) -> Double? {
        try isNull(index) ? nil : double(index)
    }

    /// A TEXT, or nil for NULL.
    public func textOrNil(_ index: Int) throws(SQLiteError) -> String? {
        try isNull(index) ? nil : text(index)
    }

    /// A BLOB, or nil for NULL.
    public func blobOrNil(_ index: Int) throws(SQLiteError) -> [UInt8]? {
        try isNull(index) ? nil : blob(index)
    }
}
