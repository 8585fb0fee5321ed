import CRecruitSQLite

/// One BLOB or TEXT of a table, read and written in parts without being held in memory as a whole (`sqlite3_blob *`).
///
/// It cannot be copied and closes at the end of its scope. Its size never changes: `zeroblob(n)` in an INSERT makes room
/// for what is then written. Offsets and counts are bytes; a TEXT has them in the encoding of the file. When another
/// statement changes or deletes its row, or the transaction is rolled back, every later use but `move` throws `.abort`.
public struct Blob: ~Copyable {
    let handle: BlobHandle
    /// How many bytes there are (`sqlite3_blob_bytes`); 0 after a `move` that failed.
    public private(set) var count: Int

    init(_ handle: BlobHandle) {
        self.handle = handle
        count = handle.count
    }

    deinit {
        // Who wants to know whether the last write is in the file calls `close`, or commits a transaction.
        _ = handle.close()
    }

    /// Fills the whole buffer from `offset` on (`sqlite3_blob_read`).
    ///
    /// Throws `.range` where the blob ends before the buffer does, `.abort` where the row has changed.
    public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int = 0) throws(SQLiteError) {
        try requireRange(offset, buffer.count)
        guard let start = buffer.baseAddress, !buffer.isEmpty else { return }
        try handle.require(
            sqlite3_blob_read(handle.pointer, start, Int32(clamping: buffer.count), Int32(clamping: offset)))
    }

    /// A copy of `count` bytes from `offset` on; throws as `read(into:at:)` does.
    public func read(_ count: Int, at offset: Int = 0) throws(SQLiteError) -> [UInt8] {
        try requireRange(offset, count)
        var failed: SQLiteError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            do throws(SQLiteError) {
                try read(
                    into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count]),
                    at: offset)
                initialized = count
            } catch {
                failed = error
            }
        }
        if let failed { throw failed }
        return bytes
    }

    /// Lends the bytes in order, at most `size` at a time, in one buffer that is filled again and again.
    ///
    /// A `size` below 1 is taken for 1. Throws what `body` throws, and `.abort` where the row has changed.
    public func forEachChunk(of size: Int = 65536, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: min(max(1, size), max(1, count)), alignment: 16)
        defer { buffer.deallocate() }
        var offset = 0
        while offset < count {
            let chunk = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, count - offset)])
            try read(into: chunk, at: offset)
            try body(UnsafeRawBufferPointer(chunk))
            offset += chunk.count
        }
    }

    /// Overwrites the bytes from `offset` on (`sqlite3_blob_write`).
    ///
    /// Throws `.range` where the blob ends before the bytes do, `.readOnly` where it was not opened for writing, `.abort`
    /// where the row has changed.
    public func write(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) throws(SQLiteError) {
        try requireRange(offset, bytes.count)
        guard handle.isWritable else { throw SQLiteError(code: .readOnly, message: "the blob was opened for reading") }
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        try handle.require(
            sqlite3_blob_write(handle.pointer, start, Int32(clamping: bytes.count), Int32(clamping: offset)))
    }

    /// Overwrites the bytes from `offset` on; throws as the other `write` does.
    public func write(_ bytes: [UInt8], at offset: Int = 0) throws(SQLiteError) {
        try bytes.withUnsafeBytes { bytes in
            Result { () throws(SQLiteError) in try write(bytes, at: offset) }
        }.get()
    }

    /// Goes to the same column of another row, faster than opening it anew (`sqlite3_blob_reopen`).
    ///
    /// Throws `.notFound` where there is no such row, `.error` where its value is no BLOB and no TEXT; until a `move` that
    /// goes well, every use then throws.
    public mutating func move(toRow rowID: Int64) throws(SQLiteError) {
        try handle.requireUsable()
        count = 0
        try handle.require(sqlite3_blob_reopen(handle.pointer, rowID))
        count = handle.count
    }

    /// Closes the blob and says whether what was written is in the file (`sqlite3_blob_close`).
    ///
    /// Without an open transaction, closing commits: throws `.full`, `.io` or `.busy` where that fails.
    public consuming func close() throws(SQLiteError) {
        try handle.requireUsable()
        let code = handle.close()
        if code != SQLITE_OK { throw handle.failure(code) }
    }

    private func requireRange(_ offset: Int, _ count: Int) throws(SQLiteError) {
        try handle.requireUsable()
        guard offset >= 0, count >= 0, offset <= self.count, count <= self.count - offset else {
            throw SQLiteError(
                code: .range, message: "there are no \(count) bytes at \(offset): the blob has \(self.count)")
        }
    }
}

@available(*, unavailable)
extension Blob: Sendable {}
