import CRawSQLite

/// The same work with the C interface alone, called from Swift.
final class Raw {
    private var database: OpaquePointer?
    private var lookup: OpaquePointer?

    init(path: String) {
        check(sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil))
        check(sqlite3_exec(database, Person.table, nil, nil, nil))
        lookup = prepare(Person.one)
    }

    func close() {
        sqlite3_finalize(lookup)
        sqlite3_close(database)
    }

    /// What a program does that asks one question.
    static func openAndAsk(path: String) -> Int {
        var database: OpaquePointer?
        var statement: OpaquePointer?
        sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
        sqlite3_prepare_v3(database, "SELECT 1", -1, 0, &statement, nil)
        sqlite3_step(statement)
        defer {
            sqlite3_finalize(statement)
            sqlite3_close(database)
        }
        return Int(sqlite3_column_int64(statement, 0))
    }

    func empty() {
        check(sqlite3_exec(database, "DELETE FROM people", nil, nil, nil))
    }

    func insert(_ people: [Person]) {
        check(sqlite3_exec(database, "BEGIN IMMEDIATE", nil, nil, nil))
        let statement = prepare(Person.insert)
        for person in people {
            sqlite3_bind_int64(statement, 1, Int64(person.id))
            bind(statement, 2, person.given)
            bind(statement, 3, person.family)
            bind(statement, 4, person.email)
            bind(statement, 5, person.city)
            bind(statement, 6, person.reference)
            sqlite3_bind_int64(statement, 7, Int64(person.year))
            sqlite3_bind_int64(statement, 8, Int64(person.score))
            sqlite3_bind_double(statement, 9, person.average)
            if let note = person.note { bind(statement, 10, note) } else { sqlite3_bind_null(statement, 10) }
            guard sqlite3_step(statement) == SQLITE_DONE else { fail() }
            sqlite3_reset(statement)
        }
        sqlite3_finalize(statement)
        check(sqlite3_exec(database, "COMMIT", nil, nil, nil))
    }

    func all() -> [Person] {
        let statement = prepare(Person.all)
        defer { sqlite3_finalize(statement) }
        var people: [Person] = []
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return people }
            guard code == SQLITE_ROW else { fail() }
            people.append(person(statement))
        }
    }

    func one(_ id: Int) -> Person? {
        sqlite3_bind_int64(lookup, 1, Int64(id))
        defer { sqlite3_reset(lookup) }
        let code = sqlite3_step(lookup)
        if code == SQLITE_DONE { return nil }
        guard code == SQLITE_ROW else { fail() }
        return person(lookup)
    }

    private func prepare(_ sql: String) -> OpaquePointer? {
        var statement: OpaquePointer?
        check(sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil))
        return statement
    }

    @inline(__always)
    private func person(_ row: OpaquePointer?) -> Person {
        Person(
            id: Int(sqlite3_column_int64(row, 0)), given: text(row, 1), family: text(row, 2), email: text(row, 3),
            city: text(row, 4), reference: text(row, 5), year: Int(sqlite3_column_int64(row, 6)),
            score: Int(sqlite3_column_int64(row, 7)), average: sqlite3_column_double(row, 8),
            note: sqlite3_column_type(row, 9) == SQLITE_NULL ? nil : text(row, 9))
    }

    @inline(__always)
    private func text(_ row: OpaquePointer?, _ column: Int32) -> String {
        let bytes = sqlite3_column_text(row, column)
        return String(
            decoding: UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(row, column))), as: UTF8.self)
    }

    @inline(__always)
    private func bind(_ statement: OpaquePointer?, _ index: Int32, _ text: String) {
        var text = text
        text.withUTF8 { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) {
                raw_bind_text_transient(statement, index, $0.baseAddress, Int32($0.count))
            }
        }
    }

    private func check(_ code: Int32) {
        if code != SQLITE_OK { fail() }
    }

    private func fail() -> Never {
        fatalError(String(cString: sqlite3_errmsg(database)))
    }
}
