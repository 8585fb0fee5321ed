import RecruitSQLite
import Testing

@Test func `a value that is interpolated is bound and comes back`() throws {
    let connection = try Connection(path: ":memory:", access: .create)
    try connection.execute("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT) STRICT")
    let name = "Robert'); DROP TABLE people;--"
    #expect(try connection.run("INSERT INTO people (name, note) VALUES (\(name), \(nil as String?))") == 1)
    let id = connection.lastInsertedRowID
    let found = try connection.first("SELECT name, note FROM people WHERE id = \(id)") { (row: borrowing Row) in
        [try row.text(0), try row.textOrNil(1) ?? "no note"]
    }
    #expect(found == [name, "no note"])
}

@Test func `a prepared statement runs with a pack of values`() throws {
    let connection = try Connection(path: ":memory:", access: .create)
    try connection.execute("CREATE TABLE t (a INTEGER, b TEXT, c REAL, d BLOB) STRICT")
    let insert = try connection.prepare("INSERT INTO t VALUES (?, ?, ?, ?)")
    try connection.transaction {
        for number in 0..<10 { try insert.run(number, "text \(number)", Double(number) / 2, [UInt8(number)]) }
    }
    #expect(try connection.value(Int.self, "SELECT sum(a) FROM t") == 45)
    let one = try connection.prepare("SELECT b, c, d FROM t WHERE a = ?").first(7) { (row: borrowing Row) in
        "\(try row.text(0)) \(try row.double(1)) \(try row.blob(2))"
    }
    #expect(one == "text 7 3.5 [7]")
}

@Test func `migrations run once`() throws {
    let migrations = [
        try Migration(fileName: "0001_one.sql", sql: "CREATE TABLE one (a INTEGER) STRICT;"),
        try Migration(fileName: "0002_two.sql", sql: "CREATE TABLE two (a INTEGER) STRICT;"),
    ]
    let migrator = try Migrator(migrations, applicationID: 7, toolVersion: "1.0")
    let connection = try Connection(path: ":memory:", access: .create)
    #expect(try migrator.migrate(connection).map(\.number) == [1, 2])
    #expect(try migrator.migrate(connection) == [])
    #expect(try connection.value(Int.self, "PRAGMA user_version") == 2)
}
