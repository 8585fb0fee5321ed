/// What a redacted question may not touch.
enum ClosedThing: Hashable {
    case table(String)
    /// A column, or, where its name is not known, one of the closed columns of the table.
    case column(table: String, String?)
    case view(String)
    case function(String)
    case virtualTable
    /// What SQLite keeps for itself: its schema, statistics and pages.
    case schema
    case instruction(String)
    case explain
    case pragma(String)

    /// The error that names it, and what to ask instead.
    func refusal(_ schema: OpenSchema) -> RecruitmentError {
        RecruitmentError(.noPermission, "--redact: \(sentence(schema))")
    }

    private func sentence(_ schema: OpenSchema) -> String {
        switch self {
        case .table(let name), .view(let name):
            "\(SQLExcerpt.visible(name)) shows personal data; ask \(instead(of: name, schema)) instead"
        case .column(let table, let column):
            "\(SQLExcerpt.visible(table))\(column.map { "." + SQLExcerpt.visible($0) } ?? " in part") shows personal data; "
                + "ask \(instead(of: table, schema)) instead, or of this table only "
                + (schema.openTables[FoldedName(table)]?.columns ?? []).joined(separator: ", ")
        case .function(let name): "the function \(SQLExcerpt.visible(name)) may tell more than the open rows do"
        case .virtualTable: "words, pages and statistics of the file are closed; ask \(instead(of: "", schema)) instead"
        case .schema: "the schema tables of SQLite are closed; ask data_dictionary instead"
        case .instruction(let name):
            "this form of statement is closed (\(SQLExcerpt.visible(name))); ask with a plain SELECT"
        case .explain: "EXPLAIN is closed; it tells of rows by their number and order"
        case .pragma(let name): "PRAGMA \(SQLExcerpt.visible(name)) is closed; ask data_dictionary instead"
        }
    }

    /// The open view that says the same without personal data, or the one that says most.
    private func instead(of name: String, _ schema: OpenSchema) -> String {
        let choices: [(word: String, open: String)] = [
            ("sqlite_", "data_dictionary"), ("lab", "positions"), ("member", "positions"), ("message", "message_facts"),
            ("inbox", "message_facts"),
            ("import", "message_facts"), ("file", "document_facts"), ("document", "document_facts"),
        ]
        let choice = choices.first { FoldedName($0.word).stands(in: name) }?.open ?? "application_facts"
        let isThere = schema.views.contains(FoldedName(choice)) || schema.openTables[FoldedName(choice)] != nil
        return isThere ? choice : "data_dictionary"
    }
}
