import RecruitSQLite

extension OwnTable {
    /// Reads an array of objects; a key that an object lacks is NULL, and what is no plain value stays JSON.
    func loadJSON(_ bytes: [UInt8], _ connection: Connection) throws {
        guard let written = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw RecruitmentError(.badData, "\(shownFile): is no text in UTF-8")
        }
        guard let marks = NULMarks(written) else {
            throw RecruitmentError(.badData, "\(shownFile): holds NULs, and every scalar that could stand for one")
        }
        let text = marks.json
        guard try connection.value(Bool.self, "SELECT json_valid(\(text))") else {
            throw RecruitmentError(.badData, "\(shownFile): is no JSON")
        }
        let isTable = try connection.value(
            Bool.self,
            """
            SELECT json_type(\(text)) = 'array' AND NOT EXISTS (SELECT 1 FROM json_each(\(text)) WHERE type <> 'object')
            """)
        guard isTable else { throw RecruitmentError(.badData, "\(shownFile): is no array of objects") }
        let keys = try connection.all(
            """
            SELECT f.key FROM json_each(\(text)) o, json_each(o.value) f GROUP BY f.key ORDER BY min(o.id), min(f.id)
            """
        ) { (row: borrowing Row) in try row.text(0) }
        try create(keys.map { (marks.text($0), "") }, connection)
        let insert = try insertion(keys.count, connection)
        let values: SQL =
            """
            SELECT o.id, f.key, f.value, f.type IN ('array', 'object') FROM json_each(\(text)) o LEFT JOIN json_each(o.value) f ON true ORDER BY o.id
            """
        let places = Dictionary(keys.enumerated().map { ($1, $0 + 1) }) { first, _ in first }
        var current: Int64?
        func finish() throws {
            guard current != nil else { return }
            _ = try insert.step()
            insert.reset()
            insert.clearBindings()
        }
        try connection.forEach(values) { (row: borrowing Row) in
            let object = try row.int64(0)
            if object != current { try finish() }
            current = object
            if let key = try row.textOrNil(1), let place = places[key] {
                try insert.bind(marks.value(row.value(2), isJSON: row.bool(3)), at: place)
            }
        }
        try finish()
    }

    /// Reads a table of another database, which is opened as the one that is asked: for reading.
    func loadDatabase(_ connection: Connection) throws {
        let other = try QueryDatabase.open(file)
        defer { other.close() }
        let tables = try DatabaseFile.named(file) {
            try other.all(
                """
                SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                """
            ) { (row: borrowing Row) in try row.text(0) }
        }
        guard
            let table = tables.first(where: { $0.lowercased() == name.lowercased() })
                ?? (tables.count == 1 ? tables[0] : nil)
        else {
            throw RecruitmentError(
                .badData,
                "\(shownFile): has no table \(name); it has "
                    + (tables.isEmpty ? "none" : tables.map { SQLExcerpt.visible($0) }.joined(separator: ", ")))
        }
        try DatabaseFile.named(file) {
            let rows = try other.prepare("SELECT * FROM \(raw: SQLName.quoted(table))")
            let columns = rows.columnNames
            try create(columns.map { ($0, "") }, connection)
            let insert = try insertion(columns.count, connection)
            while try rows.step() {
                try rows.withRow { (row: borrowing Row) in
                    for index in columns.indices { try insert.bind(row.value(index), at: index + 1) }
                }
                _ = try insert.step()
                insert.reset()
            }
        }
    }
}
