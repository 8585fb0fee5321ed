import RecruitSQLite
import RecruitSQLiteTesting

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Everything there is to do with one file; each call may throw, none may trap or take longer than it may.
@MainActor final class Exercise {
    let path: String
    private let folder: String
    private let bytes: [UInt8]
    private(set) var calls = 0
    /// The calls that did not throw, and what the others threw.
    private(set) var answers: [String] = []
    private(set) var refusals: [String] = []

    init(folder: String, bytes: [UInt8]) {
        self.folder = folder
        self.bytes = bytes
        path = folder + "/a.db"
    }

    func run() async {
        for access in [Connection.Access.readOnly, .immutable, .readWrite, .create] {
            reset()
            call("open \(access)") {
                let connection = try limited(Connection(path: path, access: access))
                read(connection, access)
                copy(connection, access)
                write(connection, access)
            }
        }
        reset()
        call("init(serialized:)") {
            let connection = try limited(Connection(serialized: bytes))
            read(connection, .create)
            write(connection, .create)
            call("serialized") { _ = try connection.serialized() }
        }
        call("dryRun") { _ = try Sample.migrator().dryRun(databaseAt: path) }
        call("template") {
            let file = try Connection(path: path, access: .readOnly)
            let template = try DatabaseTemplate { try file.backup(to: $0) }
            call("template connection") { _ = try template.connection().quickCheck() }
            unlink(folder + "/template.db")
            call("template file") { try template.write(to: folder + "/template.db") }
        }
        for access in [Connection.Access.readOnly, .create] {
            reset()
            await callAsync("pool \(access)") { try await runPool(access) }
        }
    }

    /// Writes the file anew, and removes what lies beside it.
    private func reset() {
        for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
        guard let file = fopen(path, "w") else { return }
        _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
        fclose(file)
    }

    /// Has every statement end after a million instructions, however the file leads it in circles.
    private func limited(_ connection: Connection) -> Connection {
        var asked = 0
        connection.onProgress(every: 10_000) {
            asked += 1
            return asked % 100 == 0
        }
        connection.setBusyTimeout(milliseconds: 200)
        return connection
    }

    func call(_ name: String, _ body: () throws -> Void) {
        let start = begin(name)
        do {
            try body()
            answers.append(name)
        } catch {
            refusals.append("\(name): \(error)")
        }
        end(name, start)
    }

    func callAsync(_ name: String, _ body: () async throws -> Void) async {
        let start = begin(name)
        do {
            try await body()
            answers.append(name)
        } catch {
            refusals.append("\(name): \(error)")
        }
        end(name, start)
    }

    private func begin(_ name: String) -> ContinuousClock.Instant {
        calls += 1
        say("call \(name)")
        return .now
    }

    private func end(_ name: String, _ start: ContinuousClock.Instant) {
        if ContinuousClock.now - start > .seconds(20) { say("slow \(name)") }
    }
}

extension Exercise {
    private static let questions: [SQL] = [
        "SELECT * FROM sqlite_schema", "SELECT * FROM people", "SELECT * FROM people ORDER BY name",
        "SELECT count(*) FROM people WHERE note > 'note'", "SELECT * FROM named WHERE name = 'person 7'",
        "SELECT * FROM words ORDER BY word DESC", "SELECT * FROM texts WHERE texts MATCH 'common'",
        "SELECT highlight(texts, 0, '<', '>') FROM texts WHERE texts MATCH 'word1*' ORDER BY rank",
        "SELECT a.name FROM people a JOIN people b ON a.friend = b.id",
    ]

    private struct Person: NamedRowDecodable {
        enum Column: String, ColumnName { case name, note, photo }

        init(_ row: borrowing NamedRow<Column>) throws {
            let _: String = try row.get(.name)
            let _: String? = try row.get(.note)
            _ = row.withBytes(.photo) { $0.count }
        }
    }

    private func read(_ connection: Connection, _ access: Connection.Access) {
        for question in Self.questions {
            call("\(access) forEach \(question.text)") {
                try connection.forEach(question) { (row: borrowing Row) in
                    for column in 0..<row.columnCount {
                        _ = row.value(column)
                        _ = try? row.text(column)
                        _ = row.columnName(column)
                    }
                }
            }
            call("first") { _ = try connection.first(question) { (row: borrowing Row) in row.value(0) } }
        }
        call("all by name") { _ = try connection.all(Person.self, "SELECT * FROM people") }
        call("value") { _ = try connection.value(Int.self, "SELECT count(*) FROM people") }
        call("picture") { _ = try connection.picture(of: "SELECT * FROM words") }
        call("integrityCheck") { _ = try connection.integrityCheck() }
        call("quickCheck") { _ = try connection.quickCheck(limit: 3) }
        call("foreignKeyCheck") { _ = try connection.foreignKeyCheck() }
        call("status") { _ = try Sample.migrator().status(on: connection) }
        call("pending") { _ = try Sample.migrator().pending(on: connection) }
        call("checkpoint") { _ = try connection.checkpoint(.truncate) }
        call("blob") {
            var blob = try connection.openBlob(table: "people", column: "photo", row: 20)
            call("blob read") { _ = try blob.read(blob.count) }
            call("blob move") { try blob.move(toRow: 40) }
            call("blob chunks") { try blob.forEachChunk(of: 700) { _ in } }
        }
    }

    private func copy(_ connection: Connection, _ access: Connection.Access) {
        call("backup") {
            let copy = try Connection(path: ":memory:", access: .create)
            try connection.backup(to: copy)
            _ = try limited(copy).quickCheck()
        }
        call("vacuum") {
            unlink(folder + "/copy.db")
            try connection.vacuum(into: folder + "/copy.db")
        }
        call("serialized \(access)") { _ = try connection.serialized() }
    }

    private func write(_ connection: Connection, _ access: Connection.Access) {
        let changes: [SQL] = [
            "INSERT INTO people VALUES (\(1000), 'new', 'new', \([UInt8](repeating: 1, count: 4000)), 1)",
            "UPDATE people SET note = name", "DELETE FROM people WHERE id > 30",
            "INSERT INTO words VALUES ('zebra', 1.5)", "DELETE FROM words WHERE word < 'person 3'",
            "INSERT INTO texts VALUES ('zebra common')", "DELETE FROM texts WHERE rowid < 30",
            "INSERT INTO texts (texts) VALUES ('optimize')",
        ]
        call("blob write") {
            let blob = try connection.openBlob(table: "people", column: "photo", row: 20, forWriting: true)
            try blob.write([UInt8](repeating: 9, count: 4500), at: 100)
            try blob.close()
        }
        for change in changes { call("\(access) \(change.text)") { _ = try connection.run(change) } }
        call("transaction") {
            try connection.transaction {
                try connection.savepoint { _ = try connection.run("DELETE FROM people") }
                throw SQLiteError(code: .abort, message: "undone")
            }
        }
        call("migrate") { _ = try Sample.migrator().migrate(connection) }
        call("optimize") { try connection.optimize() }
        call("useWriteAheadLog") { try connection.useWriteAheadLog() }
        call("checkpoint after") { _ = try connection.checkpoint(.restart) }
        call("vacuum in place") { try connection.execute("VACUUM; REINDEX; ANALYZE") }
        call("replaced") {
            let other = try Connection(path: ":memory:", access: .create)
            try other.execute("PRAGMA page_size = \(raw: String(Sample.pageSize)); CREATE TABLE one (x)")
            try other.backup(to: connection)
        }
    }
}
