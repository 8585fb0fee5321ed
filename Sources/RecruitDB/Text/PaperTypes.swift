import RecruitSQLite

/// What papers are, where only their text says so.
struct PaperTypes {
    let connection: Connection

    /// Gives the papers with these bytes the type that their text shows, where their name showed none.
    func settle(file: Int64, text: String) throws {
        let type = PaperClassification(filename: nil, text: text).type
        guard type != .other else { return }
        try connection.run(
            """
            UPDATE documents SET document_type = \(type.rawValue)
            WHERE file_id = \(file) AND document_type = 'other' AND confidential = 0
            """)
        try connection.run(
            """
            UPDATE message_attachments SET document_type = \(type.rawValue)
            WHERE file_id = \(file) AND document_type = 'other'
            """)
    }
}
