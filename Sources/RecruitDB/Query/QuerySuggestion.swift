import RecruitSQLite

extension QuerySession {
    /// `; did you mean 'applications'?` for a message of SQLite's that a name is not there; else nothing.
    func suggestion(for message: String) -> String {
        func rest(_ beginning: String) -> String? {
            message.hasPrefix(beginning) ? String(message.dropFirst(beginning.count)) : nil
        }
        let nearest: String?
        if let table = rest("no such table: ") {
            nearest = bare(table).nearest(of: relations.map(\.name))
        } else if let column = rest("no such column: ") {
            let words = column.split(separator: ".").map(String.init)
            let all = relations
            // Of the table that is named, if it is one and no alias.
            let own = words.count > 1 ? all.filter { $0.name.lowercased() == words[words.count - 2].lowercased() } : []
            let columns = (own.isEmpty ? all : own).flatMap(\.columns)
            nearest = (words.last ?? "").nearest(of: Array(Set(columns)).sorted())
        } else {
            nearest = nil
        }
        return nearest.map { "; did you mean '\($0)'?" } ?? ""
    }

    private func bare(_ name: String) -> String {
        name.split(separator: ".").last.map(String.init) ?? name
    }

    /// The tables and views that may be asked, with their columns.
    private var relations: [(name: String, columns: [String])] {
        if let openRelations { return openRelations }
        let rows = try? connection.all(
            """
            SELECT s.name, c.name FROM sqlite_schema s JOIN pragma_table_xinfo(s.name) AS c
            WHERE s.type IN ('table', 'view') AND c.hidden <> 1 ORDER BY s.name, c.cid
            """
        ) { (row: borrowing Row) in (try row.text(0), try row.text(1)) }
        return Dictionary(grouping: rows ?? [], by: \.0).map { ($0.key, $0.value.map(\.1)) }.sorted { $0.0 < $1.0 }
    }
}
