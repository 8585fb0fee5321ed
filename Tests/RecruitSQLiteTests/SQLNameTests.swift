import RecruitSQLite
import Testing

@Test(arguments: [
    ("plain", "\"plain\""), ("", "\"\""), ("a\"b", "\"a\"\"b\""), ("\"\"", "\"\"\"\"\"\""),
    ("a\"\u{304}b", "\"a\"\"\u{304}b\""),
    ("\r\n\"\u{FEFF}", "\"\r\n\"\"\u{FEFF}\""), ("张 'x' [y]", "\"张 'x' [y]\""),
])
func `a name is quoted so that SQLite reads it back`(name: String, quoted: String) throws {
    // Equality of strings does not tell all scalars apart; their bytes do.
    #expect(Array(SQLName.quoted(name).utf8) == Array(quoted.utf8))
    let connection = try Connection(path: ":memory:", access: .create)
    let statement = try connection.prepare("SELECT 1 AS \(raw: SQLName.quoted(name))")
    #expect(statement.columnNames.map { Array($0.utf8) } == [Array(name.utf8)])
}
