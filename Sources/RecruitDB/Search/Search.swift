import RecruitSQLite

extension RecruitmentDatabase {
    /// The pages of papers on which all `words` stand, the best first, with the line that shows it.
    ///
    /// Words count in any case, with accents or without, and as whole words; `word*` is the beginning of one, words in
    /// quotation marks stand one after the other. Chinese, Japanese and Korean words are found inside a sentence, from
    /// one character on. A paper that two people handed in is a hit for each. All words must stand on one page.
    ///
    /// - Parameters:
    ///   - words: what a person types; nothing in it is syntax but `"` and a final `*`.
    ///   - position: a slug: only papers of people who have an application for it.
    ///   - limit: the most hits.
    /// - Returns: hits by relevance (bm25), then in the order in which papers came, by page.
    /// - Throws: `RecruitmentError` of kind `usage` when there is no word to look for or no such position.
    public func search(_ words: String, position: String? = nil, limit: Int = 1000) throws -> [SearchHit] {
        let query = try SearchQuery(words)
        return try DatabaseFile.named(path) {
            if let position { _ = try Positions(connection: connection).id(of: position) }
            let quote = try connection.prepare(
                """
                SELECT p.text, highlight(document_fts, 0, char(1), char(2))
                FROM document_fts JOIN document_pages p ON p.id = document_fts.rowid
                WHERE document_fts MATCH ? AND document_fts.rowid = ?
                """)
            var last: (page: Int64, line: QuotedLine)?
            return try pages(query, position, limit).map { page, hit in
                var hit = hit
                // A paper of two people gives the same line twice.
                if last?.page != page {
                    last = try quote.first(query.match, page) { row in
                        let text = row.withBytes(0) { [UInt8]($0) }
                        let marked = row.withBytes(1) { [UInt8]($0) }
                        return (page, QuotedLine(page: text, marked: marked, query: query))
                    }
                }
                hit.lineNumber = last?.line.number ?? 1
                hit.line = last?.line.text ?? ""
                return hit
            }
        }
    }

    /// The rows of the pages that match, without their lines.
    private func pages(_ query: SearchQuery, _ position: String?, _ limit: Int) throws -> [(
        page: Int64, hit: SearchHit
    )] {
        try connection.all(
            """
            SELECT g.id, ap.ref, n.name, a.ref, d.document_type, dn.filename, d.confidential, g.page,
                   (SELECT group_concat(ref) FROM
                     (SELECT own.ref FROM applications own JOIN positions po ON po.id = own.position_id
                      WHERE own.applicant_id IN (SELECT id FROM applicants WHERE person_id = ap.id)
                        AND (\(position) IS NULL OR po.slug = \(position))
                      ORDER BY own.ref))
            FROM document_fts
            CROSS JOIN document_pages g ON g.id = document_fts.rowid
            CROSS JOIN documents d ON d.file_id = g.file_id
            CROSS JOIN applicants filed ON filed.id = d.applicant_id
            CROSS JOIN applicants ap ON ap.id = filed.person_id
            LEFT JOIN applicant_names n ON n.applicant_id = ap.id
            LEFT JOIN document_names dn ON dn.document_id = d.id
            LEFT JOIN applications a ON a.id = d.application_id
            WHERE document_fts MATCH \(query.match)
              AND (\(position) IS NULL OR EXISTS
                (SELECT 1 FROM applications own JOIN positions po ON po.id = own.position_id
                 WHERE own.applicant_id IN (SELECT id FROM applicants WHERE person_id = ap.id) AND po.slug = \(position)))
            ORDER BY bm25(document_fts), g.file_id, g.page, d.id
            LIMIT \(max(0, limit))
            """
        ) { row in
            let hit = SearchHit(
                person: try row.text(1), name: try row.textOrNil(2), application: try row.textOrNil(3),
                applications: (try row.textOrNil(8) ?? "").split(separator: ",").map(String.init),
                documentType: try row.text(4), filename: try row.textOrNil(5), isConfidential: try row.bool(6),
                page: try row.int(7), lineNumber: 1, line: "")
            return (try row.int64(0), hit)
        }
    }
}
