import RecruitSQLite

/// What a query may do: read, and ask those pragmas that only answer.
///
/// SQLite asks while it prepares a statement, so what is refused never runs and never touches the disk. The list is of
/// what is allowed; whatever is not on it is refused. See sqlite3_set_authorizer.
final class QueryAuthorizer {
    /// What the first refused action would have done, as the object of a sentence.
    private(set) var refused: String?
    /// Whether the statement asks for the journal mode, for which SQLite counts it as one that writes.
    private(set) var asksJournalMode = false
    /// Whether the statement reads a table or a view.
    private(set) var readsTables = false

    /// Forgets the statement before.
    func reset() {
        refused = nil
        asksJournalMode = false
        readsTables = false
    }

    /// The answer to one action; remembers the first that is refused.
    func decide(_ action: Authorizer.Action) -> Authorizer.Decision {
        let refusal = refusal(of: action)
        if action.operation == .read { readsTables = true }
        if refused == nil { refused = refusal }
        return refusal == nil ? .allow : .deny
    }

    private func refusal(of action: Authorizer.Action) -> String? {
        switch action.operation {
        case .select, .read, .recursive: return nil
        case .function:
            let name = (action.second ?? "").lowercased()
            return Self.closedFunctions.contains(name) ? "the function \(name)" : nil
        case .pragma: return refusal(ofPragma: (action.first ?? "").lowercased(), argument: action.second)
        case .attach: return "ATTACH"
        case .detach: return "DETACH"
        case .insert: return "INSERT into \(name(action.first))"
        // To connect a virtual table, SQLite parses its CREATE TABLE and asks this, without ever running it. A statement
        // that updates these tables is refused by SQLite itself, and `Statement.isReadOnly` is false for it.
        case .update where action.first == "sqlite_master" || action.first == "sqlite_temp_master": return nil
        case .update: return "UPDATE of \(name(action.first))"
        case .delete: return "DELETE from \(name(action.first))"
        case .transaction, .savepoint: return "a transaction of its own"
        case .analyze: return "ANALYZE"
        case .reindex: return "REINDEX"
        case .alterTable: return "ALTER TABLE"
        default: return "a change of the schema"
        }
    }

    private func name(_ name: String?) -> String { SQLExcerpt.visible(name ?? "") }

    private func refusal(ofPragma name: String, argument: String?) -> String? {
        if Self.askingPragmas.contains(name) { return nil }
        if argument == nil, Self.answeringPragmas.contains(name) {
            if name == "journal_mode" { asksJournalMode = true }
            return nil
        }
        return "PRAGMA \(SQLExcerpt.visible(name))" + (argument == nil ? "" : " with a value")
    }

    /// They load code or take a pointer to it.
    private static var closedFunctions: [String] { ["load_extension", "fts3_tokenizer"] }

    /// Their argument names what is asked about.
    private static var askingPragmas: [String] {
        [
            "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
            "foreign_key_check", "integrity_check", "quick_check",
        ]
    }

    /// Without an argument they answer; with one they would set.
    private static var answeringPragmas: [String] {
        [
            "application_id", "auto_vacuum", "cache_size", "collation_list", "compile_options", "data_version",
            "database_list", "encoding", "foreign_keys", "freelist_count", "function_list", "journal_mode",
            "module_list", "page_count", "page_size", "pragma_list", "query_only", "schema_version", "synchronous",
            "user_version",
        ]
    }
}
