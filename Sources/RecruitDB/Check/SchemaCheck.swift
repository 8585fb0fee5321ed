import RecruitSQLite

/// Whether the file's tables, views and triggers are those of the migrations: tools that rebuild a table drop its triggers.
struct SchemaCheck {
    let connection: Connection
    let path: String

    func findings() throws -> [Finding] {
        let wanted = try Connection(path: ":memory:", access: .create)
        defer { wanted.close() }
        try Schema.migrator().migrate(wanted)
        let expected = try definitions(in: wanted)
        let found = try definitions(in: connection)
        var findings: [Finding] = []
        for (name, sql) in expected.sorted(by: { $0.key < $1.key }) where found[name] != sql {
            findings.append(
                Finding(
                    .error, name, found[name] == nil ? "is missing" : "is not what the migrations made",
                    advice:
                        "somebody changed the schema; go back to a copy, or make it again from the file in Migrations/")
            )
        }
        for name in found.keys.sorted() where expected[name] == nil {
            findings.append(
                Finding(
                    .note, name, "is not of RecruitDB",
                    advice: "a table or view of your own is fine; a trigger may get in the way"))
        }
        return findings
    }

    /// What each table, view, index and trigger is called, and the SQL that made it.
    private func definitions(in connection: Connection) throws -> [String: String] {
        let rows = try connection.all(
            """
            SELECT type || ' ' || name, sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            """
        ) { row in (try row.text(0), try row.text(1)) }
        return Dictionary(rows) { first, _ in first }
    }
}
