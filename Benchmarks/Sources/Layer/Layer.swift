import RecruitSQLite

/// The same work with RecruitSQLite.
final class Layer {
    private let connection: Connection
    private let lookup: Statement

    init(path: String) throws {
        connection = try Connection(path: path, access: .create)
        try connection.execute(Script(raw: Person.table))
        lookup = try connection.prepare(Script(raw: Person.one))
    }

    func close() {
        connection.close()
    }

    static func openAndAsk(path: String) throws -> Int {
        let connection = try Connection(path: path, access: .readOnly)
        defer { connection.close() }
        return try connection.value(Int.self, "SELECT 1")
    }

    func empty() throws {
        try connection.run("DELETE FROM people")
    }

    func insert(_ people: [Person]) throws {
        try connection.transaction {
            let statement = try connection.prepare(Script(raw: Person.insert))
            for person in people {
                try statement.run(
                    person.id, person.given, person.family, person.email, person.city, person.reference, person.year,
                    person.score, person.average, person.note)
            }
        }
    }

    func insertBySQL(_ people: [Person]) throws {
        try connection.transaction {
            for person in people {
                try connection.run(
                    """
                    INSERT INTO people VALUES (\(person.id), \(person.given), \(person.family), \(person.email),
                        \(person.city), \(person.reference), \(person.year), \(person.score), \(person.average),
                        \(person.note))
                    """)
            }
        }
    }

    func all() throws -> [Person] {
        try connection.all(Person.self, SQL(raw: Person.all))
    }

    func oneHeld(_ id: Int) throws -> Person? {
        try lookup.first(id) { (row: borrowing Row) in try Person(row) }
    }

    func oneBySQL(_ id: Int) throws -> Person? {
        try connection.first(
            Person.self,
            "SELECT id, given, family, email, city, reference, year, score, average, note FROM people WHERE id = \(id)")
    }
}

extension Person: RowDecodable {
    init(_ row: borrowing Row) throws {
        self.init(
            id: try row.int(0), given: try row.text(1), family: try row.text(2), email: try row.text(3),
            city: try row.text(4), reference: try row.text(5), year: try row.int(6), score: try row.int(7),
            average: try row.double(8), note: try row.textOrNil(9))
    }
}
