import RecruitSQLite

/// Takes a call back: every row that its import added, changed or removed is as it was before.
struct CallUndo {
    let connection: Connection
    let batch: Int64

    /// One row that the import touched.
    private struct Row {
        let key: CallTables.Key
        let change: String
        var columns: [String] = []
        var before: [Value] = []
        var after: [Value] = []
    }

    /// What somebody, or a later call, has changed since in what the call says.
    func work() throws -> [ImportWork] {
        let now = try CallTables(connection)
        return try rows().filter { row in
            let all = now.columns[row.key.table]?.all ?? []
            let current = now.rows[row.key].map { values in
                row.columns.map { column in all.firstIndex(of: column).map { values[$0] } ?? .null }
            }
            return current != (row.change == "removed" ? nil : row.after)
        }.map { row in
            ImportWork(
                kind: "call", name: "\(row.key.table) \(row.key.json)", what: "has been changed since", isFinal: false)
        }
    }

    /// Does it; returns how many rows are as they were.
    ///
    /// - Throws: `RecruitmentError` of kind `no` where the schema holds a row: applications refer to it.
    func run() throws -> Int {
        try connection.run("PRAGMA defer_foreign_keys = ON")
        let rows = try rows()
        let order = Dictionary(uniqueKeysWithValues: CallTables.names.enumerated().map { ($1, $0) })
        let byTable = rows.sorted { (order[$0.key.table] ?? 0) < (order[$1.key.table] ?? 0) }
        let now = try CallTables(connection)
        for row in byTable.reversed() where row.change == "added" { try delete(row, now) }
        // An ordinal is one row's own: those that change places go out of each other's way first.
        try connection.run(
            """
            UPDATE position_requirements SET ordinal = ordinal + 1000000 WHERE json_array(id) IN (
              SELECT row_key FROM import_call_changes WHERE batch_id = \(batch)
                AND table_name = 'position_requirements' AND column_name = 'ordinal' AND change = 'changed')
            """)
        for row in byTable where row.change == "removed" { try insert(row, now) }
        for row in byTable where row.change == "changed" { try update(row, now) }
        return rows.count
    }

    private func rows() throws -> [Row] {
        var rows: [Row] = []
        try connection.forEach(
            """
            SELECT table_name, row_key, change, column_name, before, after FROM import_call_changes
            WHERE batch_id = \(batch) ORDER BY table_name, row_key
            """
        ) { found in
            let key = CallTables.Key(table: try found.text(0), json: try found.text(1))
            if rows.last?.key != key { rows.append(Row(key: key, change: try found.text(2))) }
            rows[rows.count - 1].columns.append(try found.text(3))
            rows[rows.count - 1].before.append(found.value(4))
            rows[rows.count - 1].after.append(found.value(5))
        }
        return rows
    }

    private func delete(_ row: Row, _ now: CallTables) throws {
        try held(row) { try connection.run("DELETE FROM \(raw: row.key.table) WHERE \(place(row, now))") }
    }

    private func insert(_ row: Row, _ now: CallTables) throws {
        guard now.rows[row.key] == nil else { return }
        let names = row.columns.map(SQLName.quoted).joined(separator: ", ")
        let marks = row.columns.map { _ in "?" }.joined(separator: ", ")
        try held(row) {
            try connection.run(
                SQL(raw: "INSERT INTO \(row.key.table) (\(names)) VALUES (\(marks))", values: row.before))
        }
    }

    private func update(_ row: Row, _ now: CallTables) throws {
        let sets = row.columns.map { "\(SQLName.quoted($0)) = ?" }.joined(separator: ", ")
        try held(row) {
            try connection.run(
                "UPDATE \(raw: row.key.table) SET \(SQL(raw: sets, values: row.before)) WHERE \(place(row, now))")
        }
    }

    private func place(_ row: Row, _ now: CallTables) -> SQL {
        let key = (now.columns[row.key.table]?.key ?? []).map(SQLName.quoted).joined(separator: ", ")
        return "json_array(\(raw: key)) = \(row.key.json)"
    }

    private func held(_ row: Row, _ body: () throws -> Int) throws {
        do { _ = try body() } catch let error as SQLiteError where error.code.primary == .constraint {
            throw RecruitmentError(
                .no, "import \(batch) stays: \(row.key.table) \(row.key.json): \(error.message)")
        }
    }
}
