import RecruitSQLite
import Testing

@Suite struct BlobTests {
    private static let bytes = (0..<200_001).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    private func connection() throws -> Connection {
        let connection = try memory("CREATE TABLE t (id INTEGER PRIMARY KEY, x, y UNIQUE)")
        try connection.run("INSERT INTO t VALUES (1, \(Self.bytes), 'indexed'), (2, 'text', NULL), (3, x'', NULL)")
        try connection.run("INSERT INTO t VALUES (4, NULL, NULL), (5, 7, NULL), (6, zeroblob(10), NULL)")
        return connection
    }

    @Test(arguments: [1, 1000, 65536, 200_001, Int.max])
    func `a blob is lent in chunks that are the whole`(size: Int) throws {
        let blob = try connection().openBlob(table: "t", column: "x", row: 1)
        var (read, largest): ([UInt8], Int) = ([], 0)
        try blob.forEachChunk(of: size) {
            read += $0
            largest = max(largest, $0.count)
        }
        #expect(blob.count == Self.bytes.count)
        #expect(read == Self.bytes)
        #expect(largest == min(size, Self.bytes.count))
    }

    @Test func `any part is read, a text's too, and an empty blob has none`() throws {
        let connection = try connection()
        let blob = try connection.openBlob(table: "t", column: "x", row: 1)
        #expect(try blob.read(5, at: 199_996) == Array(Self.bytes[199_996...]))
        #expect(try blob.read(0, at: 200_001) == [])
        #expect(try connection.openBlob(table: "t", column: "x", row: 2).read(2, at: 1) == Array("ex".utf8))
        let empty = try connection.openBlob(table: "t", column: "x", row: 3)
        #expect(empty.count == 0)
        #expect(try empty.read(0) == [])
        try empty.forEachChunk(of: 0) { _ in Issue.record("a chunk of nothing") }
    }

    @Test(arguments: [
        (0, 11), (10, 1), (11, 0), (-1, 1), (0, -1), (Int.max, 1), (1, Int.max), (Int.min, Int.min), (1 << 32, 1),
    ])
    func `what lies outside is out of range, to read and to write`(offset: Int, count: Int) throws {
        let blob = try connection().openBlob(table: "t", column: "x", row: 6, forWriting: true)
        let error = sqliteError { _ = try blob.read(count, at: offset) }
        #expect(error?.code == .range)
        #expect(error?.message == "there are no \(count) bytes at \(offset): the blob has 10")
        if (0...100).contains(count) {
            #expect(sqliteError { try blob.write(Array(repeating: 1, count: count), at: offset) }?.code == .range)
        }
        #expect(try blob.read(10) == Array(repeating: 0, count: 10))
    }

    @Test func `what is written is there`() throws {
        let connection = try connection()
        do {
            let blob = try connection.openBlob(table: "t", column: "x", row: 6, forWriting: true)
            try blob.write([1, 2, 3], at: 0)
            try blob.write([9], at: 9)
            try blob.write([], at: 10)
            #expect(try blob.read(3, at: 1) == [2, 3, 0])
            try blob.close()
        }
        #expect(
            try connection.value([UInt8].self, "SELECT x FROM t WHERE id = 6") == [1, 2, 3, 0, 0, 0, 0, 0, 0, 9])
    }

    @Test func `a blob closes at the end of its scope and commits`() throws {
        try withTemporaryFolder { folder in
            let connection = try Connection(path: folder + "/a.db", access: .create)
            try connection.execute("CREATE TABLE t (x); INSERT INTO t VALUES (zeroblob(3))")
            do {
                let blob = try connection.openBlob(table: "t", column: "x", row: 1, forWriting: true)
                try blob.write([7, 7, 7])
            }
            let other = try Connection(path: folder + "/a.db", access: .readWrite)
            #expect(try other.value([UInt8].self, "SELECT x FROM t") == [7, 7, 7])
            try other.run("DELETE FROM t")
        }
    }

    @Test func `a transaction commits with its blobs closed, or open for reading`() throws {
        let connection = try connection()
        try connection.transaction {
            let blob = try connection.openBlob(table: "t", column: "x", row: 6, forWriting: true)
            try blob.write([5], at: 5)
        }
        let reading = try connection.openBlob(table: "t", column: "x", row: 6)
        try connection.transaction { _ = try connection.run("UPDATE t SET y = 'z' WHERE id = 1") }
        #expect(try reading.read(1, at: 5) == [5])
        let writing = try connection.openBlob(table: "t", column: "x", row: 6, forWriting: true)
        let error = sqliteError {
            try connection.transaction { _ = try connection.run("UPDATE t SET y = 'w' WHERE id = 1") }
        }
        #expect(error?.code == .busy)
        #expect(!connection.isInTransaction)
        try writing.close()
        try connection.transaction { _ = try connection.run("UPDATE t SET y = 'w' WHERE id = 1") }
    }

    @Test func `a blob for reading is not written`() throws {
        let blob = try connection().openBlob(table: "t", column: "x", row: 6)
        #expect(sqliteError { try blob.write([1]) }?.code == .readOnly)
    }

    @Test(arguments: [
        "UPDATE t SET x = zeroblob(10) WHERE id = 6", "UPDATE t SET y = 'other' WHERE id = 6",
        "DELETE FROM t WHERE id = 6", "DROP TABLE t", "ROLLBACK",
    ])
    func `a blob whose row changed is expired`(change: String) throws {
        let connection = try connection()
        try connection.execute("BEGIN; UPDATE t SET x = zeroblob(10) WHERE id = 6")
        let blob = try connection.openBlob(table: "t", column: "x", row: 6, forWriting: true)
        let refused = sqliteError { try connection.execute(Script(raw: change)) }
        guard refused == nil else {
            // An open blob is a statement that runs: the table stays.
            #expect(refused?.code == .locked)
            #expect(try blob.read(1) == [0])
            return
        }
        for error in [sqliteError { _ = try blob.read(1) }, sqliteError { try blob.write([1]) }] {
            #expect(error?.code.primary == .abort)
            #expect(error?.message == "the blob's row has changed, or is none")
        }
    }

    @Test func `a blob moves to other rows, and lives through one that is not there`() throws {
        var blob = try connection().openBlob(table: "t", column: "x", row: 1)
        try blob.move(toRow: 2)
        #expect(try blob.read(blob.count) == Array("text".utf8))
        for (row, code) in [(4, .error), (5, .error), (99, .notFound)] as [(Int64, ResultCode)] {
            var other = try connection().openBlob(table: "t", column: "x", row: 1)
            #expect(sqliteError { try other.move(toRow: row) }?.code == code)
            #expect(other.count == 0)
            #expect(sqliteError { _ = try other.read(1) }?.code == .range)
        }
    }

    @Test(
        arguments: [
            ("t", "x", 99, false, "no such rowid: 99"), ("t", "nix", 1, false, "no such column: \"nix\""),
            ("nix", "x", 1, false, "no such table: main.nix"), ("t", "x", 4, false, "cannot open value of type null"),
            ("t", "x", 5, false, "cannot open value of type integer"), ("v", "x", 1, false, "cannot open view: v"),
            ("w", "x", 1, false, "cannot open table without rowid: w"),
            ("t", "y", 1, true, "cannot open indexed column for writing"),
            ("t\0", "x", 1, false, "a NUL character stands in a name"),
        ] as [(String, String, Int64, Bool, String)])
    func `what cannot be opened is an error`(table: String, column: String, row: Int64, write: Bool, message: String)
        throws
    {
        let connection = try connection()
        try connection.execute("CREATE VIEW v AS SELECT x FROM t; CREATE TABLE w (x PRIMARY KEY) WITHOUT ROWID")
        let error = sqliteError {
            _ = try connection.openBlob(table: table, column: column, row: row, forWriting: write)
        }
        #expect(error?.message == message)
        #expect((error?.code == .notFound) == (row == 99))
    }

    @Test func `a blob of a closed connection is an error, and no harm when it goes`() throws {
        let connection = try connection()
        var blob = try connection.openBlob(table: "t", column: "x", row: 6, forWriting: true)
        connection.close()
        for error in [
            sqliteError { _ = try blob.read(1) }, sqliteError { try blob.write([1]) },
            sqliteError { try blob.move(toRow: 1) },
        ] {
            #expect(error?.message == "the connection is closed")
        }
        do {
            try blob.close()
            Issue.record("closed twice")
        } catch {
            #expect(error.code == .misuse)
        }
        #expect(sqliteError { _ = try connection.openBlob(table: "t", column: "x", row: 1) }?.code == .misuse)
    }

    @Test func `a blob keeps its connection's file open`() throws {
        let blob = try connection().openBlob(table: "t", column: "x", row: 2)
        #expect(try blob.read(4) == Array("text".utf8))
    }
}
