import Foundation
import RecruitSQLite
import Testing

@Suite struct TraceTests {
    private static let script: Script = """
        CREATE TABLE t (x, name TEXT); INSERT INTO t VALUES (1, 'Zoe'), (2, 'Ann'), (3, 'Ben');
        CREATE TABLE log (x); CREATE TRIGGER copy AFTER UPDATE ON t BEGIN INSERT INTO log VALUES (new.x); END
        """

    /// A connection whose function `pause(ms)` takes its time.
    private func connection() throws -> Connection {
        let connection = try memory(Self.script)
        try connection.addFunction("pause", argumentCount: 1) { (arguments: borrowing FunctionArguments) in
            Thread.sleep(forTimeInterval: Double(try arguments.int(0)) / 1000)
            return 0
        }
        return connection
    }

    @Test func `statements are told as they begin and end, by their text and never with a bound value`() throws {
        let connection = try connection()
        var told: [String] = []
        connection.onTrace { event in
            switch event {
            case .started(let sql): told.append("> " + sql)
            case .finished(let profile): told.append("< " + profile.sql)
            }
            #expect(!"\(event)".contains("Zoe"))
        }
        try connection.run("UPDATE t SET x = \(7) WHERE name = \("Zoe")")
        _ = try connection.first("SELECT x FROM t") { (row: borrowing Row) in try row.int(0) }
        #expect(sqliteError { try connection.run("INSERT INTO t VALUES (abs(\(Int64.min)), \("Zoe"))") } != nil)
        let update = "UPDATE t SET x = ? WHERE name = ?"
        let insert = "INSERT INTO t VALUES (abs(?), ?)"
        let expected = [update, "SELECT x FROM t", insert].flatMap { ["> " + $0, "< " + $0] }
        #expect(told == expected)
        connection.onTrace(nil)
        try connection.run("SELECT 1")
        #expect(told == expected)
    }

    @Test func `a profile counts this run's time, scanned rows, sorts and instructions alone`() throws {
        let connection = try connection()
        try connection.run("SELECT name FROM t ORDER BY name")
        var profiles: [StatementProfile] = []
        connection.onTrace { if case .finished(let profile) = $0 { profiles.append(profile) } }
        for _ in 1...2 { try connection.run("SELECT name FROM t ORDER BY name") }
        try connection.run("SELECT pause(\(20))")
        #expect(profiles.count == 3)
        #expect(profiles.map(\.scanSteps) == [2, 2, 0])
        #expect(profiles.map(\.sorts) == [1, 1, 0])
        #expect(profiles.map(\.automaticIndexRows) == [0, 0, 0])
        #expect(profiles.first?.instructions == profiles.dropFirst().first?.instructions)
        #expect(profiles.allSatisfy { $0.instructions > 0 && $0.nanoseconds > 0 })
        #expect(profiles.last.map { $0.nanoseconds >= 20_000_000 && $0.nanoseconds < 10_000_000_000 } == true)
    }

    @Test func `statements within statements have times of their own`() throws {
        let connection = try connection()
        try connection.addFunction("nested") { (arguments: borrowing FunctionArguments) in
            try arguments.connection.value(Int.self, "SELECT pause(10)")
        }
        var told: [String] = []
        connection.onTrace { event in
            if case .finished(let profile) = event {
                told.append(profile.sql)
                #expect(profile.nanoseconds >= 10_000_000)
            }
        }
        try connection.run("SELECT nested()")
        #expect(told == ["SELECT pause(10)", "SELECT nested()"])
    }

    @Test func `an observer that uses, removes itself from, or closes its connection does no harm`() throws {
        let connection = try connection()
        var events = 0
        connection.onTrace { [unowned connection] _ in
            events += 1
            #expect((try? connection.value(Int.self, "SELECT count(*) FROM t")) == 3)
        }
        #expect(try connection.value(Int.self, "SELECT max(x) FROM t") == 3)
        #expect(events == 2)
        connection.onTrace { [unowned connection] _ in
            events += 1
            connection.onTrace(nil)
        }
        try connection.run("SELECT 1")
        #expect(events == 3)
        connection.onTrace { [unowned connection] _ in connection.close() }
        _ = sqliteError { try connection.run("SELECT 1") }
        #expect(sqliteError { try connection.run("SELECT 1") }?.message == "the connection is closed")
        connection.onTrace { _ in events += 1 }
        #expect(events == 3)
    }

    @Test func `slow statements are logged, and only those`() throws {
        let connection = try connection()
        var entries: [(level: SlowQueryLog.Level, message: String, metadata: [String: String])] = []
        connection.logSlowQueries(
            to: SlowQueryLog(threshold: .milliseconds(15), level: .notice) { entries.append(($0, $1, $2)) })
        try connection.run("SELECT x FROM t WHERE name = \("Zoe")")
        try connection.run("SELECT pause(\(15)) FROM t WHERE name = \("Zoe") ORDER BY x + 1")
        let entry = try #require(entries.first)
        #expect(entries.count == 1)
        #expect(entry.level == .notice)
        #expect(entry.message == "slow query")
        #expect(entry.metadata["sql"] == "SELECT pause(?) FROM t WHERE name = ? ORDER BY x + 1")
        #expect(entry.metadata["scan_steps"] == "2")
        #expect(entry.metadata["sorts"] == "1")
        #expect(entry.metadata["milliseconds"].flatMap(Double.init).map { $0 >= 15 } == true)
        #expect(
            entry.metadata.keys.sorted() == [
                "automatic_index_rows", "instructions", "milliseconds", "scan_steps", "sorts", "sql",
            ])
        connection.logSlowQueries(to: nil)
        try connection.run("SELECT pause(15)")
        #expect(entries.count == 1)
    }

    @Test(arguments: [
        (Duration.zero, 1), (.seconds(-5), 1), (.seconds(Int64.min), 1), (.seconds(Int64.max), 0), (.seconds(3600), 0),
    ])
    func `any threshold is one`(threshold: Duration, logged: Int) throws {
        let connection = try connection()
        var entries = 0
        connection.logSlowQueries(to: SlowQueryLog(threshold: threshold) { _, _, _ in entries += 1 })
        try connection.run("SELECT 1")
        #expect(entries == logged)
    }

    @Test func `an observer that finalizes the statement whose end it hears of ends it after SQLite did`() throws {
        final class Kept { var statement: Statement? }
        let connection = try connection()
        for _ in 0..<100 {
            let kept = Kept()
            kept.statement = try connection.prepare("SELECT x FROM t ORDER BY name")
            connection.onTrace { event in if case .finished = event { kept.statement?.finalize() } }
            #expect(try kept.statement?.step() == true)
            kept.statement?.reset()
            #expect(sqliteError { _ = try kept.statement?.step() }?.code == .misuse)
        }
        #expect(try connection.value(Int.self, "SELECT count(*) FROM t") == 3)
    }
}
