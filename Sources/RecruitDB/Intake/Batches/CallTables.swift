import RecruitSQLite

/// The tables that a call fills, row by row as they stand: two of them tell what an import of a call changed.
struct CallTables {
    /// A row, named by its primary key.
    struct Key: Hashable {
        let table: String
        /// The primary key as JSON.
        let json: String
    }

    /// The tables, each behind those that it refers to.
    static let names = [
        "lab", "members", "lab_addresses", "privacy_notices", "questions", "intakes", "scholarships",
        "scholarship_components", "positions", "position_keywords", "position_intakes", "position_requirements",
        "position_documents", "position_scholarships",
    ]

    /// The columns of each table, and those of its primary key.
    let columns: [String: (all: [String], key: [String])]
    /// The values of each row, in the order of the columns.
    let rows: [Key: [Value]]

    init(_ connection: Connection) throws {
        var columns: [String: (all: [String], key: [String])] = [:]
        var rows: [Key: [Value]] = [:]
        for table in Self.names {
            let found = try connection.all("SELECT name, pk > 0 FROM pragma_table_info(\(table))") { row in
                (name: try row.text(0), isKey: try row.bool(1))
            }
            let key = found.filter(\.isKey).map(\.name)
            columns[table] = (found.map(\.name), key)
            let all = found.map { SQLName.quoted($0.name) }.joined(separator: ", ")
            let keys = key.map { SQLName.quoted($0) }.joined(separator: ", ")
            try connection.forEach("SELECT json_array(\(raw: keys)), \(raw: all) FROM \(raw: table)") { row in
                rows[Key(table: table, json: try row.text(0))] = (1...found.count).map { row.value($0) }
            }
        }
        self.columns = columns
        self.rows = rows
    }
}

extension CallTables {
    /// Writes down what is different in `after`, as the changes of a batch.
    func record(_ after: CallTables, batch: Int64, on connection: Connection) throws {
        for (key, values) in after.rows where rows[key] != values {
            let before = rows[key]
            for (index, column) in (columns[key.table]?.all ?? []).enumerated() where before?[index] != values[index] {
                try write(
                    key, column, before == nil ? "added" : "changed", before?[index], values[index], batch, connection)
            }
        }
        for (key, values) in rows where after.rows[key] == nil {
            for (index, column) in (columns[key.table]?.all ?? []).enumerated() {
                try write(key, column, "removed", values[index], nil, batch, connection)
            }
        }
    }

    private func write(
        _ key: Key, _ column: String, _ change: String, _ before: Value?, _ after: Value?, _ batch: Int64,
        _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO import_call_changes (batch_id, table_name, row_key, column_name, change, before, after)
            VALUES (\(batch), \(key.table), \(key.json), \(column), \(change), \(before), \(after))
            """)
    }
}
