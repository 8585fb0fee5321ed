import Foundation
import RecruitSQLite
import Testing

/// What one write does to the tables and the view of the tests.
struct TouchCase: CustomTestStringConvertible, Sendable {
    let write: String
    let touched: Set<String>
    var testDescription: String { write }

    init(_ write: String, _ touched: String...) {
        self.write = write
        self.touched = Set(touched)
    }
}

/// How a body runs its statement.
enum Form: CaseIterable, Sendable {
    case script, prepared, cached

    func run(_ sql: String, on connection: Connection) throws {
        switch self {
        case .script: try connection.execute(Script(raw: sql))
        case .prepared:
            let statement = try connection.prepare(Script(raw: sql))
            while try statement.step() {}
        case .cached: try connection.run(SQL(raw: sql))
        }
    }
}

@Suite(.timeLimit(.minutes(1))) struct PoolChangesTests {
    static let schema: Script = """
        CREATE TABLE labs (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE people (id INTEGER PRIMARY KEY, lab INTEGER REFERENCES labs ON DELETE CASCADE, name TEXT UNIQUE);
        CREATE TABLE keys (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
        CREATE TABLE history (what TEXT);
        CREATE TABLE other (x);
        CREATE VIEW names AS SELECT people.name FROM people JOIN labs ON labs.id = people.lab;
        CREATE TRIGGER remembers AFTER UPDATE ON labs BEGIN INSERT INTO history VALUES (new.name); END;
        CREATE TRIGGER renames INSTEAD OF UPDATE ON names BEGIN UPDATE people SET name = new.name; END;
        CREATE VIRTUAL TABLE words USING fts5 (text);
        INSERT INTO labs VALUES (1, 'one');
        INSERT INTO people VALUES (1, 1, 'a');
        """
    static let watched: Set = ["labs", "People", "keys", "history", "names", "words", "other"]

    @Test(
        arguments: [
            TouchCase("INSERT INTO labs VALUES (2, 'two')", "labs", "names"),
            TouchCase("UPDATE labs SET name = 'x'", "labs", "history", "names"),
            TouchCase("DELETE FROM labs", "labs", "People", "names"),
            TouchCase("INSERT INTO people VALUES (2, 1, 'b')", "People", "names"),
            TouchCase("INSERT OR REPLACE INTO people VALUES (2, 1, 'a')", "People", "names"),
            TouchCase("UPDATE names SET name = 'z'", "People", "names"),
            TouchCase("INSERT INTO keys VALUES ('a', 1)", "keys"),
            TouchCase("INSERT INTO keys VALUES ('a', 1) ON CONFLICT DO UPDATE SET value = 2", "keys"),
            TouchCase("INSERT INTO keys SELECT name, 1 FROM people", "keys"),
            TouchCase("INSERT INTO words VALUES ('swift')", "words"),
            TouchCase("DELETE FROM history", "history"),
            TouchCase("WITH t AS (SELECT 1 AS x) INSERT INTO history SELECT x FROM t RETURNING what", "history"),
            TouchCase("SELECT * FROM labs"),
            TouchCase("CREATE TEMP TABLE labs AS SELECT * FROM main.labs"),
            TouchCase("CREATE TABLE new (x)", "labs", "People", "keys", "history", "names", "words", "other"),
        ], Form.allCases)
    func `a commit names the tables that it touched, and the views that read them`(
        _ write: TouchCase, form: Form
    ) async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, Self.schema)
            var changes = pool.changes(in: Self.watched).makeAsyncIterator()
            // First undone: the statement is known then, but nothing is committed.
            let stopped = await thrown {
                try await pool.write { connection in
                    try form.run(write.write, on: connection)
                    throw PoolTests.Stop()
                }
            }
            #expect(stopped is PoolTests.Stop)
            try await pool.write { try form.run(write.write, on: $0) }
            if write.touched.isEmpty { try await pool.write { try form.run("INSERT INTO other VALUES (1)", on: $0) } }
            #expect(try await changes.next() == (write.touched.isEmpty ? ["other"] : write.touched))
        }
    }

    @Test func `a statement that was prepared before anybody watched is heard all the same`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            let write: @Sendable (Connection) throws -> Void = { try $0.run("INSERT INTO t VALUES (1)") }
            try await pool.write(write)
            var changes = pool.changes(in: "t").makeAsyncIterator()
            try await pool.write(write)
            #expect(try await changes.next() == ["t"])
        }
    }

    @Test func `a trigger that comes later is heard with the statements that were there before it`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, "CREATE TABLE t (x); CREATE TABLE u (x)")
            var changes = pool.changes(in: "u").makeAsyncIterator()
            let write: @Sendable (Connection) throws -> Void = { try $0.run("INSERT INTO t VALUES (1)") }
            try await pool.write(write)
            let other = try Connection(path: folder + "/pool.db", access: .readWrite)
            try other.execute("CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO u VALUES (1); END")
            #expect(try await changes.next() == ["u"])
            for _ in 0..<3 {
                try await pool.write(write)
                #expect(try await changes.next() == ["u"])
            }
        }
    }

    @Test func `many commits before somebody asks are one piece of news`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, "CREATE TABLE t (x); CREATE TABLE u (x)")
            var changes = pool.changes(in: "t", "u").makeAsyncIterator()
            for x in 0..<100 { try await pool.write { _ = try $0.run("INSERT INTO t VALUES (\(x))") } }
            try await pool.write { _ = try $0.run("INSERT INTO u VALUES (1)") }
            #expect(try await changes.next() == ["t", "u"])
            try await pool.write { _ = try $0.run("INSERT INTO u VALUES (1)") }
            #expect(try await changes.next() == ["u"])
        }
    }

    @Test func `a commit is heard that began before the watching`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            let (hasWritten, mayEnd) = (Signal(), Signal())
            async let writing: Void = pool.write { connection in
                try connection.run("INSERT INTO t VALUES (1)")
                hasWritten.raise()
                _ = mayEnd.wait(seconds: 30)
            }
            #expect(await hasWritten.arrives(seconds: 30))
            var changes = pool.changes(in: "t").makeAsyncIterator()
            mayEnd.raise()
            try await writing
            #expect(try await changes.next() == ["t"])
        }
    }

    @Test func `a body that commits by itself is heard although it throws`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            var changes = pool.changes(in: "t").makeAsyncIterator()
            let error = await thrown {
                try await pool.write { try $0.execute("INSERT INTO t VALUES (1); COMMIT") }
            }
            #expect((error as? SQLiteError)?.code == .abort)
            #expect(try await changes.next() == ["t"])
        }
    }

    @Test func `what a blob writes is heard`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder, "CREATE TABLE t (x); INSERT INTO t VALUES (zeroblob(3))")
            var changes = pool.changes(in: "t").makeAsyncIterator()
            try await pool.write { connection in
                let blob = try connection.openBlob(table: "T", column: "x", row: 1, forWriting: true)
                try blob.write([1, 2, 3])
                try blob.close()
            }
            #expect(try await changes.next() == ["t"])
        }
    }

    @Test func `a body's authorizer is asked while somebody watches, and gone after it`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            var changes = pool.changes(in: "t").makeAsyncIterator()
            let error = await thrown {
                try await pool.write { connection in
                    connection.authorize { $0.operation == .insert ? .deny : .allow }
                    try connection.run("INSERT INTO t VALUES (1)")
                }
            }
            #expect((error as? SQLiteError)?.code == .auth)
            try await pool.write { _ = try $0.run("INSERT INTO t VALUES (1)") }
            #expect(try await changes.next() == ["t"])
        }
    }

    @Test func `a name that is no table is an error`() async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            var changes = pool.changes(in: "t", "no \"such\" thing").makeAsyncIterator()
            let error = await thrown { _ = try await changes.next() }
            #expect((error as? SQLiteError)?.message == "no such table: main.no \"such\" thing")
        }
    }

    @Test(arguments: [true, false])
    func `it ends when the task is cancelled or the pool closed`(byClosing: Bool) async throws {
        try await withTemporaryFolder { folder in
            let pool = try pool(in: folder)
            let changes = pool.changes(in: "t")
            let task = Task {
                var count = 0
                for try await _ in changes { count += 1 }
                return count
            }
            try await Task.sleep(for: .milliseconds(30))
            if byClosing { try await closeAtRest(pool) } else { task.cancel() }
            #expect(try await task.value == 0)
            if !byClosing { #expect(try await works(pool)) }
        }
    }
}
