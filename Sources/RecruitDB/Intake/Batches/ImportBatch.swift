import RecruitSQLite

/// One import: what came in together, and is taken back together.
public struct ImportBatch: Sendable, Hashable {
    /// Its number, as `import list` shows it.
    public let number: Int64
    /// call, mail, csv or resume.
    public let kind: String
    /// The path that was given, as far as it is known.
    public let source: String?
    /// When it began.
    public let importedAt: Timestamp
    /// Who ran it.
    public let by: String
    /// How many messages or rows it added.
    public let added: Int
    /// When it was taken back; nil while it stands.
    public let undoneAt: Timestamp?
}

extension RecruitmentDatabase {
    /// Every import, oldest first: batch, kind, source, imported_at, added, undone_at.
    public func importListing() throws -> Listing {
        try listing(
            """
            SELECT b.id AS batch, b.kind, s.source, b.imported_at, b.added, b.undone_at
            FROM import_batches b LEFT JOIN import_batch_sources s ON s.batch_id = b.id ORDER BY b.id
            """)
    }

    /// Every import, oldest first.
    public func importBatches() throws -> [ImportBatch] {
        try DatabaseFile.named(path) { try ImportBatches(connection: connection).all() }
    }
}

extension ImportBatches {
    /// Every import, oldest first.
    func all() throws -> [ImportBatch] {
        try connection.all("\(raw: Self.select) ORDER BY b.id") { row in try Self.decode(row) }
    }

    /// The import with this number.
    ///
    /// - Throws: `RecruitmentError` when there is none.
    func find(_ number: Int64) throws -> ImportBatch {
        let found = try connection.first("\(raw: Self.select) WHERE b.id = \(number)") { row in try Self.decode(row) }
        guard let found else {
            throw RecruitmentError(.badData, "no import \(number); recruitdb import list shows them")
        }
        return found
    }

    private static let select = """
        SELECT b.id, b.kind, s.source, b.imported_at, b.by_whom, b.added, b.undone_at
        FROM import_batches b LEFT JOIN import_batch_sources s ON s.batch_id = b.id
        """

    private static func decode(_ row: borrowing Row) throws -> ImportBatch {
        ImportBatch(
            number: try row.int64(0), kind: try row.text(1), source: try row.textOrNil(2),
            importedAt: try row.timestamp(3), by: try row.text(4), added: try row.int(5),
            undoneAt: try row.textOrNil(6).flatMap(Timestamp.init))
    }
}
