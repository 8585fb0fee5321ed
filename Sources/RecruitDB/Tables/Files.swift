import RecruitSQLite

/// The tables `files` and `file_hashes`: what lies in the document store.
struct Files {
    let connection: Connection
    /// Where new bytes go; nil in a dry run.
    let store: DocumentStore?
    /// The import that new bytes come with.
    var batch: Int64?

    /// The row id of the file with these bytes; bytes that are new go into the store first. A paper's text is wanted.
    func id(of bytes: [UInt8], sha256: String, isPaper: Bool) throws -> Int64 {
        let known = try connection.first("SELECT file_id FROM file_hashes WHERE sha256 = \(sha256)") { row in
            try row.int64(0)
        }
        if let known {
            if isPaper {
                try connection.run(
                    "UPDATE files SET text_status = 'pending' WHERE id = \(known) AND text_status = 'none'")
            }
            return known
        }
        try store?.put(bytes, sha256: sha256)
        try connection.run(
            """
            INSERT INTO files (byte_size, text_status, batch_id)
            VALUES (\(bytes.count), \(isPaper ? "pending" : "none"), \(batch))
            """)
        let id = connection.lastInsertedRowID
        try connection.run("INSERT INTO file_hashes (file_id, sha256) VALUES (\(id), \(sha256))")
        return id
    }
}
