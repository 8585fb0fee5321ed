import RecruitSQLite

/// The tables `import_batches` and `import_batch_sources`: what came in together.
struct ImportBatches {
    let connection: Connection

    /// The batch to add to: the one that an interrupted run from the same source left open, else a new one.
    func open(kind: String, source: String, by: String, at: Timestamp) throws -> Int64 {
        let unfinished = try connection.first(
            """
            SELECT b.id FROM import_batches b JOIN import_batch_sources s ON s.batch_id = b.id
            WHERE b.kind = \(kind) AND b.finished_at IS NULL AND s.source = \(source) ORDER BY b.id DESC LIMIT 1
            """
        ) { row in try row.int64(0) }
        if let unfinished { return unfinished }
        try connection.run(
            "INSERT INTO import_batches (kind, imported_at, by_whom) VALUES (\(kind), \(at.description), \(by))")
        let id = connection.lastInsertedRowID
        try connection.run("INSERT INTO import_batch_sources (batch_id, source) VALUES (\(id), \(source))")
        return id
    }

    /// A batch that is whole as soon as it is there.
    func add(kind: String, source: String, by: String, added: Int) throws -> Int64 {
        let now = Timestamp.now.description
        try connection.run(
            """
            INSERT INTO import_batches (kind, imported_at, finished_at, by_whom, added)
            VALUES (\(kind), \(now), \(now), \(by), \(added))
            """)
        let id = connection.lastInsertedRowID
        try connection.run("INSERT INTO import_batch_sources (batch_id, source) VALUES (\(id), \(source))")
        return id
    }

    /// Counts `added` more messages or rows.
    func add(_ added: Int, to batch: Int64) throws {
        try connection.run("UPDATE import_batches SET added = added + \(added) WHERE id = \(batch)")
    }

    /// Closes the batches that runs from `source` opened.
    func finish(kind: String, source: String, at: Timestamp) throws {
        let isOpen = try connection.value(
            Bool.self, "SELECT EXISTS (SELECT 1 FROM import_batches WHERE finished_at IS NULL)")
        // Without a need it takes no lock.
        guard isOpen else { return }
        try connection.run(
            """
            UPDATE import_batches SET finished_at = \(at.description)
            WHERE kind = \(kind) AND finished_at IS NULL
              AND id IN (SELECT batch_id FROM import_batch_sources WHERE source = \(source))
            """)
    }
}
