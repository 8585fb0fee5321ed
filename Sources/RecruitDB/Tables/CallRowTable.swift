import RecruitSQLite

/// One table as a call fills it: rows are put in, changed field by field, and taken away.
///
/// Names of tables and columns are this program's own words; only values come from the call, and they are bound.
struct CallRowTable {
    let connection: Connection
    /// The table's name.
    let name: String
    /// The column and value that all rows of one position or scholarship share.
    var owner: (column: String, value: Value)?

    /// What the database has in the row's `fields`, in their order; nil when there is no such row.
    func find(_ row: CallRow) throws -> [Value]? {
        // A table of keys alone has no field to read, but a row to find.
        let columns = (["1"] + row.fields.map(\.column)).joined(separator: ", ")
        return try connection.first("SELECT \(raw: columns) FROM \(raw: name) WHERE \(condition(row.keys))") { found in
            var values: [Value] = []
            for index in 1..<(row.fields.count + 1) { values.append(found.value(index)) }
            return values
        }
    }

    /// Adds the row with its fields, without those that the call does not name.
    func insert(_ row: CallRow) throws {
        let fields = row.keys + row.fields.filter(\.isNamed)
        var columns = fields.map(\.column)
        var values = fields.map(\.value)
        if let owner {
            columns.append(owner.column)
            values.append(owner.value)
        }
        let marks = values.map { _ in "?" }.joined(separator: ", ")
        let text = "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
        try connection.run(SQL(raw: text, values: values))
    }

    /// Writes `fields` to the row.
    func update(_ row: CallRow, _ fields: [CallField]) throws {
        let assignments = fields.map { "\($0.column) = ?" }.joined(separator: ", ")
        let setting = SQL(raw: assignments, values: fields.map(\.value))
        try connection.run("UPDATE \(raw: name) SET \(setting) WHERE \(condition(row.keys))")
    }

    /// Takes the row away.
    func delete(_ keys: [CallField]) throws {
        try connection.run("DELETE FROM \(raw: name) WHERE \(condition(keys))")
    }

    /// The values of `columns` in all rows of the owner, by those columns.
    func all(_ columns: [String]) throws -> [[CallField]] {
        let list = columns.joined(separator: ", ")
        return try connection.all(
            "SELECT \(raw: list) FROM \(raw: name) WHERE \(condition([])) ORDER BY \(raw: list)"
        ) { row in
            var fields: [CallField] = []
            for (index, column) in columns.enumerated() { fields.append(CallField(column, row.value(index))) }
            return fields
        }
    }

    private func condition(_ keys: [CallField]) -> SQL {
        var terms = keys.map { "\($0.column) = ?" }
        var values = keys.map(\.value)
        if let owner {
            terms.append("\(owner.column) = ?")
            values.append(owner.value)
        }
        return SQL(raw: terms.isEmpty ? "1" : terms.joined(separator: " AND "), values: values)
    }
}
