import Foundation
import RecruitSQLite
import Testing

@Suite struct IntegrityTests {
    @Test func `a database that is whole has no faults`() throws {
        let connection = try memory("CREATE TABLE t (x UNIQUE); INSERT INTO t VALUES (1), (2)")
        #expect(try connection.integrityCheck() == [])
        #expect(try connection.quickCheck() == [])
        #expect(try connection.foreignKeyCheck() == [])
    }

    @Test func `a row that its index does not know is found by the whole check alone, up to the limit`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a.db"
            do {
                let connection = try Connection(path: path, access: .create)
                try connection.execute(
                    """
                    PRAGMA page_size = 1024; CREATE TABLE t (x TEXT); CREATE INDEX i ON t (x);
                    INSERT INTO t VALUES ('needle-1'), ('needle-2'), ('needle-3')
                    """)
            }
            // The rows' own page comes first, the index's second: the latter is changed.
            var file = try Data(contentsOf: URL(filePath: path))
            for number in 1...3 {
                let last = file.range(of: Data("needle-\(number)".utf8), options: .backwards)
                file.replaceSubrange(try #require(last), with: Data("changed\(number)".utf8))
            }
            try file.write(to: URL(filePath: path))
            let connection = try Connection(path: path, access: .readOnly)
            #expect(try connection.quickCheck() == [])
            #expect(try connection.integrityCheck() == (1...3).map { "row \($0) missing from index i" })
            for limit in [Int.min, 0, 1] {
                #expect(try connection.integrityCheck(limit: limit) == ["row 1 missing from index i"])
            }
            #expect(try connection.integrityCheck(limit: .max).count == 3)
        }
    }

    @Test func `the faults found before the file cannot be read on are not lost, and the error is the last`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a.db"
            do {
                let connection = try Connection(path: path, access: .create)
                try connection.execute(
                    """
                    CREATE TABLE t (x TEXT); CREATE INDEX i ON t (x);
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
                    INSERT INTO t SELECT 'row ' || i FROM n
                    """)
            }
            var file = try Data(contentsOf: URL(filePath: path))
            file.replaceSubrange(20000..<20400, with: Data(repeating: 0xAB, count: 400))
            try file.write(to: URL(filePath: path))
            let connection = try Connection(path: path, access: .readOnly)
            let faults = try connection.integrityCheck()
            #expect(faults.count > 1)
            #expect(faults.first?.contains("On tree page") == true)
            #expect(faults.last == "database disk image is malformed (SQLite 11)")
            // The check that the limit ends before the error is one without it.
            #expect(try connection.integrityCheck(limit: 1).count <= 2)
        }
    }

    @Test func `a file that is no database throws`() throws {
        try withTemporaryFolder { folder in
            try Data(repeating: 7, count: 4096).write(to: URL(filePath: folder + "/a.db"))
            let connection = try Connection(path: folder + "/a.db", access: .readOnly)
            #expect(sqliteError { _ = try connection.integrityCheck() }?.code == .notADatabase)
            #expect(sqliteError { _ = try connection.quickCheck() }?.code == .notADatabase)
            #expect(sqliteError { _ = try connection.foreignKeyCheck() }?.code == .notADatabase)
        }
    }

    @Test func `rows that point nowhere are told with their table, row, parent and key`() throws {
        let connection = try memory(
            """
            PRAGMA foreign_keys = OFF;
            CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE q (id INTEGER PRIMARY KEY); INSERT INTO p VALUES (1);
            CREATE TABLE c (p INTEGER REFERENCES p, q INTEGER REFERENCES q);
            CREATE TABLE w (name TEXT PRIMARY KEY, p INTEGER REFERENCES p) WITHOUT ROWID;
            INSERT INTO c VALUES (1, NULL), (2, 5), (NULL, NULL); INSERT INTO w VALUES ('a', 9), ('b', 1)
            """)
        let violations = try connection.foreignKeyCheck()
        let told = violations.map { "\($0.table) \($0.rowID.map(String.init) ?? "-") \($0.parent) \($0.key)" }
        #expect(Set(told) == ["c 2 p 1", "c 2 q 0", "w - p 0"])
        #expect(told.count == 3)
        #expect(try connection.foreignKeyCheck(limit: 2).count == 2)
        #expect(try connection.foreignKeyCheck(limit: 0) == [])
        #expect(try connection.foreignKeyCheck(limit: .min) == [])
    }

    @Test func `a key that points at what is not unique is an error`() throws {
        let connection = try memory(
            "CREATE TABLE p (id); CREATE TABLE c (p REFERENCES p (id)); PRAGMA foreign_keys = OFF; INSERT INTO c VALUES (1)"
        )
        #expect(
            sqliteError { _ = try connection.foreignKeyCheck() }?.message
                == "foreign key mismatch - \"c\" referencing \"p\"")
    }

    @Test func `a closed connection checks nothing`() throws {
        let connection = try memory()
        connection.close()
        #expect(sqliteError { _ = try connection.integrityCheck() }?.code == .misuse)
        #expect(sqliteError { _ = try connection.foreignKeyCheck() }?.code == .misuse)
        #expect(sqliteError { try connection.checkpoint() }?.code == .misuse)
    }
}

@Suite struct CheckpointTests {
    private func writeAhead(_ folder: String) throws -> Connection {
        let connection = try Connection(path: folder + "/a.db", access: .create)
        try connection.useWriteAheadLog()
        try connection.execute("PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        return connection
    }

    private func logSize(_ folder: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: folder + "/a.db-wal")[.size] as? Int ?? -1
    }

    @Test(arguments: [Checkpoint.passive, .full, .restart])
    func `a log is brought in whole and stays in its place`(kind: Checkpoint) throws {
        try withTemporaryFolder { folder in
            let connection = try writeAhead(folder)
            let counts = try #require(try connection.checkpoint(kind))
            #expect(counts.log > 0)
            #expect(counts.isComplete)
            #expect(try logSize(folder) > 0)
        }
    }

    @Test func `a log is cut down to nothing`() throws {
        try withTemporaryFolder { folder in
            let connection = try writeAhead(folder)
            let counts = try #require(try connection.checkpoint(.truncate))
            #expect(counts.log == 0)
            #expect(counts.isComplete)
            #expect(try logSize(folder) == 0)
        }
    }

    @Test func `a reader of an older snapshot is gone around, or waited for in vain`() throws {
        try withTemporaryFolder { folder in
            let connection = try writeAhead(folder)
            let reader = try Connection(path: folder + "/a.db", access: .readOnly)
            try reader.transaction(.deferred) {
                #expect(try reader.value(Int.self, "SELECT count(*) FROM t") == 1)
                try connection.run("INSERT INTO t VALUES (2)")
                connection.setBusyTimeout(milliseconds: 20)
                let counts = try #require(try connection.checkpoint())
                #expect(counts.moved < counts.log)
                #expect(!counts.isComplete)
                #expect(sqliteError { try connection.checkpoint(.full) }?.code == .busy)
            }
            #expect(try connection.checkpoint(.full)?.isComplete == true)
        }
    }

    @Test func `no log is nil, a transaction of one's own locked, another name an error`() throws {
        #expect(try memory("CREATE TABLE t (x)").checkpoint() == nil)
        try withTemporaryFolder { folder in
            let connection = try writeAhead(folder)
            let error = sqliteError {
                try connection.transaction {
                    try connection.run("INSERT INTO t VALUES (2)")
                    try connection.checkpoint(.full)
                }
            }
            #expect(error?.code == .locked)
            #expect(
                sqliteError { try connection.checkpoint(database: "elsewhere") }?.message
                    == "unknown database: elsewhere")
            #expect(sqliteError { try connection.checkpoint(database: "") }?.code == .misuse)
            #expect(sqliteError { try connection.checkpoint(database: "main\0") }?.code == .misuse)
        }
    }
}
