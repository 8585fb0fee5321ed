import Foundation
import RecruitSQLite
import Testing

@Suite struct UpgradeTests {
    private static let steps = ["CREATE TABLE t (x INTEGER)", "INSERT INTO t VALUES (2)", "INSERT INTO t VALUES (3)"]

    private func content(of path: String) throws -> [Int] {
        try Connection(path: path, access: .readOnly).all("SELECT x FROM t") { (row: borrowing Row) in try row.int(0) }
    }

    private func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm")
        }
        .sorted()
    }

    @Test(arguments: ["lab.db", "lab", ".lab", "the lab.2026.sqlite"])
    func `an upgrade leaves a copy of what was there before`(name: String) throws {
        try withTemporaryFolder { folder in
            let connection = try Connection(path: "\(folder)/\(name)", access: .create)
            let old = try migrator(Array(Self.steps.prefix(1)))
            #expect(try old.upgrade(connection).copy == nil)
            #expect(try old.upgrade(connection).applied == [])
            try connection.run("INSERT INTO t VALUES (1)")
            let upgrade = try migrator(Self.steps).upgrade(connection)
            #expect(upgrade.applied.map(\.number) == [2, 3])
            let copy = try #require(upgrade.copy)
            #expect(try content(of: copy) == [1])
            #expect(try content(of: "\(folder)/\(name)") == [1, 2, 3])
            #expect(try mode(copy) == "600")
            let names = [
                "lab.db": "lab.before-0002.db", "lab": "lab.before-0002", ".lab": ".lab.before-0002",
                "the lab.2026.sqlite": "the lab.2026.before-0002.sqlite",
            ]
            #expect(copy == "\(folder)/\(names[name] ?? "")")
            #expect(try files(in: folder).count == 2)
        }
    }

    @Test func `a copy never replaces another file, and without one nothing is applied`() throws {
        try withTemporaryFolder { folder in
            let connection = try Connection(path: folder + "/lab.db", access: .create)
            try migrator(Array(Self.steps.prefix(1))).migrate(connection)
            try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/lab.before-0002.db"))
            let upgrade = try migrator(Array(Self.steps.prefix(2))).upgrade(connection)
            #expect(upgrade.copy == folder + "/lab.before-0002-2.db")
            #expect(try String(contentsOfFile: folder + "/lab.before-0002.db", encoding: .utf8) == "mine")
            for number in 1...999 {
                let name = number == 1 ? "lab.before-0003.db" : "lab.before-0003-\(number).db"
                try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
            }
            let error = sqliteError { _ = try migrator(Self.steps).upgrade(connection) }
            #expect(error?.message == "\(folder)/lab.before-0003.db: there are 999 copies already; move some away")
            #expect(try content(of: folder + "/lab.db") == [2])
        }
    }

    @Test func `a failing migration leaves the copy and what was applied before it`() throws {
        try withTemporaryFolder { folder in
            let connection = try Connection(path: folder + "/lab.db", access: .create)
            try migrator(Array(Self.steps.prefix(1))).migrate(connection)
            #expect(throws: MigrationError.self) {
                try migrator([Self.steps[0], Self.steps[1], "INSERT INTO nowhere VALUES (1)"]).upgrade(connection)
            }
            #expect(try content(of: folder + "/lab.db") == [2])
            #expect(try content(of: folder + "/lab.before-0002.db") == [])
        }
    }

    @Test func `a database in memory is upgraded without a copy`() throws {
        let connection = try memory()
        try migrator(Array(Self.steps.prefix(1))).migrate(connection)
        let upgrade = try migrator(Self.steps).upgrade(connection)
        #expect(upgrade.copy == nil)
        #expect(upgrade.applied.count == 2)
    }
}
