import RecruitSQLite

/// The tables `document_pages` and `document_fts`, and what `files` knows of the text.
final class DocumentPages {
    private let connection: Connection
    private let status: Statement
    private let page: Statement
    private let words: Statement

    init(connection: Connection) throws {
        self.connection = connection
        status = try connection.prepare(
            """
            UPDATE files SET text_status = ?2, text_tool = ?3, text_error = ?4 WHERE id = ?1 AND text_status = 'pending'
            """)
        page = try connection.prepare("INSERT INTO document_pages (id, file_id, page, text) VALUES (?, ?, ?, ?)")
        words = try connection.prepare("INSERT INTO document_fts (rowid, words) VALUES (?, ?)")
    }

    /// The row of a page.
    ///
    /// It follows from the file and the page, so that the order in which papers are done, which no two runs share, leaves
    /// no trace. No file has more than 16,383 pages here.
    static func id(of page: Int, in file: Int64) -> Int64 { file &* 16_384 &+ Int64(page) }

    /// Files whose text is wanted, by id, from the one after `id` on.
    func pending(after id: Int64, limit: Int) throws -> [(id: Int64, sha256: String)] {
        try connection.all(
            """
            SELECT f.id, h.sha256 FROM files f JOIN file_hashes h ON h.file_id = f.id
            WHERE f.text_status = 'pending' AND f.id > \(id) ORDER BY f.id LIMIT \(limit)
            """
        ) { row in (try row.int64(0), try row.text(1)) }
    }

    /// How many files wait for their text.
    func countPending() throws -> Int {
        try connection.value(Int.self, "SELECT count(*) FROM files WHERE text_status = 'pending'")
    }

    /// Writes what became of a file.
    ///
    /// A file that is not waiting, as another run was faster, is left as it is.
    func write(_ outcome: ExtractionOutcome, file: Int64, tool: String) throws {
        if outcome.status == .pending { return }
        try status.run(file, outcome.status.rawValue, tool, outcome.reason)
        guard connection.changes == 1 else { return }
        for (index, text) in outcome.pages.enumerated() {
            let id = Self.id(of: index + 1, in: file)
            try page.run(id, file, index + 1, text)
            try words.run(id, IndexedText.words(of: text))
        }
        if let text = outcome.pages.first { try PaperTypes(connection: connection).settle(file: file, text: text) }
    }
}
