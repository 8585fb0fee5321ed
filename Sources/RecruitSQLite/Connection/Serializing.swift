import CRecruitSQLite

extension Connection {
    /// The database as the bytes of its file (`sqlite3_serialize`).
    ///
    /// Throws `.noMemory` when they do not fit, and where the database cannot be read. Inside a transaction they hold
    /// what it has changed so far, for a database in memory.
    public func serialized() throws -> [UInt8] {
        try database.requireUsable(for: nil)
        // Without a page there is nothing to copy, and SQLite gives none.
        guard try value(Int.self, "PRAGMA page_count") > 0 else { return [] }
        var size: sqlite3_int64 = 0
        guard let bytes = sqlite3_serialize(database.pointer, "main", &size, 0) else {
            throw SQLiteError(code: .noMemory, message: "out of memory")
        }
        defer { sqlite3_free(bytes) }
        return [UInt8](UnsafeBufferPointer(start: bytes, count: Int(clamping: size)))
    }

    /// A private database in memory that begins as these bytes of a file; no bytes are an empty one
    /// (`sqlite3_deserialize`).
    ///
    /// The bytes are copied. Bytes that are no database are found out by the first statement. A file in write-ahead mode
    /// cannot be opened so; `backup(to:)` and `vacuum(into:)` make a copy that can.
    public convenience init(serialized bytes: [UInt8]) throws {
        try self.init(path: ":memory:", access: .create)
        guard !bytes.isEmpty else { return }
        let size = sqlite3_uint64(bytes.count)
        guard let memory = sqlite3_malloc64(size) else { throw SQLiteError(code: .noMemory, message: "out of memory") }
        bytes.withUnsafeBytes { source in
            guard let start = source.baseAddress else { return }
            memory.copyMemory(from: start, byteCount: source.count)
        }
        let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE)
        let count = sqlite3_int64(bytes.count)
        // On failure SQLite frees the memory too.
        let code = sqlite3_deserialize(
            database.pointer, "main", memory.assumingMemoryBound(to: UInt8.self), count, count, flags)
        guard code == SQLITE_OK else { throw SQLiteError(code, on: database.pointer) }
    }
}
