import RecruitSQLite

extension RecruitmentDatabase {
    /// The hits of `search` as a listing: ref, person, name, document_type, filename, page, line_number, line,
    /// confidential.
    ///
    /// `ref` is the application that the paper came with; where it came with none, or a position is named and it came
    /// with another's, those of the person, with commas.
    ///
    /// - Returns: the listing, how many rows it has, and whether there are more than `limit`.
    /// - Throws: as `search` does.
    public func searchListing(
        _ words: String, position: String? = nil, limit: Int = 1000
    ) throws -> (listing: Listing, count: Int, isCut: Bool) {
        let hits = try search(words, position: position, limit: limit < .max ? limit + 1 : limit)
        let rows = hits.prefix(limit).map { hit -> [Value] in
            let own = hit.application.flatMap { hit.applications.contains($0) ? $0 : nil }
            let ref = own ?? hit.applications.joined(separator: ",")
            return [
                ref.isEmpty ? .null : .text(ref), .text(hit.person), text(hit.name), .text(hit.documentType),
                text(hit.filename), .integer(Int64(hit.page)), .integer(Int64(hit.lineNumber)), .text(hit.line),
                .integer(hit.isConfidential ? 1 : 0),
            ]
        }
        let columns = [
            "ref", "person", "name", "document_type", "filename", "page", "line_number", "line", "confidential",
        ]
        return (Listing(columns: columns, rows: rows), rows.count, hits.count > limit)
    }

    private func text(_ text: String?) -> Value { text.map(Value.text) ?? .null }
}
