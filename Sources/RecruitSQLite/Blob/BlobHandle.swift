import CRecruitSQLite

/// The `sqlite3_blob *` of a blob, which keeps its connection's pointer alive.
final class BlobHandle {
    let pointer: OpaquePointer
    let isWritable: Bool
    private let database: DatabaseHandle
    private var isOpen = true

    init(_ pointer: OpaquePointer, isWritable: Bool, on database: DatabaseHandle) {
        self.pointer = pointer
        self.isWritable = isWritable
        self.database = database
    }

    var count: Int {
        max(0, Int(sqlite3_blob_bytes(pointer)))
    }

    /// Throws where the connection is closed: its closing has ended what the blob's cursor points at.
    func requireUsable() throws(SQLiteError) {
        try database.requireUsable(for: nil)
        if !isOpen { throw SQLiteError.misuse("the blob is closed") }
    }

    func require(_ code: Int32) throws(SQLiteError) {
        if code != SQLITE_OK { throw failure(code) }
    }

    func failure(_ code: Int32) -> SQLiteError {
        code & 0xFF == SQLITE_ABORT
            ? SQLiteError(code: ResultCode(rawValue: code), message: "the blob's row has changed, or is none")
            : Self.failure(code, on: database.pointer)
    }

    /// The error of a blob that cannot be opened.
    static func failure(_ code: Int32, on database: OpaquePointer) -> SQLiteError {
        let error = SQLiteError(code, on: database)
        // SQLite tells a row that is not there from wrong use by its words alone.
        guard error.code == .error, error.message.hasPrefix("no such rowid") else { return error }
        return SQLiteError(code: .notFound, message: error.message)
    }

    func close() -> Int32 {
        guard isOpen else { return SQLITE_OK }
        isOpen = false
        return database.close(blob: pointer)
    }
}

extension Connection {
    /// Opens the BLOB or TEXT in a column of one row, to read it, or to write it too (`sqlite3_blob_open`).
    ///
    /// While one is open for writing, COMMIT throws `.busy`. `database` is `main`, `temp` or an attached one's name.
    /// Throws `.notFound` where there is no such row, `.error` where there is no such table or column, where the value is
    /// NULL or a number, where the table is a view, virtual or WITHOUT ROWID, and, for writing, where the column is indexed
    /// or part of a foreign key; `.readOnly` for writing where the database may only be read.
    public func openBlob(
        table: String, column: String, row rowID: Int64, database name: String = "main", forWriting: Bool = false
    ) throws(SQLiteError) -> Blob {
        try database.requireUsable(for: nil)
        guard ![table, column, name].contains(where: { $0.utf8.contains(0) }) else {
            throw SQLiteError.misuse("a NUL character stands in a name")
        }
        var pointer: OpaquePointer?
        let code = sqlite3_blob_open(database.pointer, name, table, column, rowID, forWriting ? 1 : 0, &pointer)
        guard code == SQLITE_OK, let pointer else { throw BlobHandle.failure(code, on: database.pointer) }
        database.mayStandOnRow = true
        database.recorder?.note(table: table, isWritten: forWriting)
        return Blob(BlobHandle(pointer, isWritable: forWriting, on: database))
    }
}
