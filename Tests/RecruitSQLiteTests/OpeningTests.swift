import Foundation
import RecruitSQLite
import Testing

@Suite struct OpeningTests {
    @Test(arguments: ["plain.db", "100%20 done?mode=memory.db", "file:a.db", "#;&=.db", "数据.db", "-x.db", "a b'c.db"])
    func `a path is the name of a file and nothing else`(name: String) throws {
        try withTemporaryFolder { folder in
            let path = folder + "/" + name
            try Connection(path: path, access: .create).execute("CREATE TABLE t (x); INSERT INTO t VALUES (7)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [name])
            for access in [Connection.Access.readOnly, .readWrite, .create, .immutable] {
                #expect(try Connection(path: path, access: access).value(Int.self, "SELECT x FROM t") == 7)
            }
            let copy = folder + "/copy of " + name
            try Connection(path: path, access: .readOnly).vacuum(into: copy)
            #expect(try Connection(path: copy, access: .readOnly).value(Int.self, "SELECT x FROM t") == 7)
        }
    }

    @Test(arguments: ["", "a\0b", "/nowhere/at/all.db"])
    func `what names no file is refused by every access`(path: String) {
        for access in [Connection.Access.readOnly, .readWrite, .create, .immutable] {
            let error = sqliteError { _ = try Connection(path: path, access: access) }
            #expect(error.map { ResultCode.cantOpen ~= $0.code } == true)
        }
    }

    @Test func `an absent file is made by create alone`() throws {
        try withTemporaryFolder { folder in
            for access in [Connection.Access.readOnly, .readWrite, .immutable] {
                let error = sqliteError { _ = try Connection(path: folder + "/a.db", access: access) }
                #expect(error.map { ResultCode.cantOpen ~= $0.code } == true)
                #expect(error?.message.hasPrefix(folder + "/a.db: ") == true)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
            _ = sqliteError { _ = try Connection(path: folder, access: .create) }
            _ = try Connection(path: folder + "/a.db", access: .create)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.db"])
        }
    }

    @Test func `a new database and what SQLite puts beside it are its owner's alone`() throws {
        try withTemporaryFolder { folder in
            let connection = try Connection(path: folder + "/a.db", access: .create)
            try connection.useWriteAheadLog()
            try connection.execute("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
            #expect(try ["a.db", "a.db-wal", "a.db-shm"].map { try mode(folder + "/" + $0) } == ["600", "600", "600"])
            try connection.vacuum(into: folder + "/copy.db")
            #expect(try mode(folder + "/copy.db") == "600")
        }
    }

    @Test func `a file that is there keeps its mode`() throws {
        try withTemporaryFolder { folder in
            _ = try Connection(path: folder + "/a.db", access: .create)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder + "/a.db")
            _ = try Connection(path: folder + "/a.db", access: .create)
            #expect(try mode(folder + "/a.db") == "640")
        }
    }

    @Test func `every connection is defensive`() throws {
        let connection = try memory("CREATE TABLE t (x INTEGER)")
        #expect(try connection.value(Int.self, "PRAGMA foreign_keys") == 1)
        #expect(try connection.value(Int.self, "PRAGMA trusted_schema") == 0)
        #expect(try connection.value(Int.self, "PRAGMA cell_size_check") == 1)
        #expect(try connection.value(Int.self, "PRAGMA synchronous") == 2)
        #expect(sqliteError { try connection.run("SELECT \"no such column\" FROM t") } != nil)
        #expect(sqliteError { try connection.execute("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema") } != nil)
    }

    @Test(arguments: [Connection.Access.readOnly, .immutable])
    func `a reader writes nothing`(access: Connection.Access) throws {
        try withTemporaryFolder { folder in
            try Connection(path: folder + "/a.db", access: .create).execute("CREATE TABLE t (x)")
            let reader = try Connection(path: folder + "/a.db", access: access)
            let error = sqliteError { try reader.run("INSERT INTO t VALUES (1)") }
            #expect(error.map { ResultCode.readOnly ~= $0.code } == true)
        }
    }

    @Test func `a file in write-ahead mode in a read-only folder opens as immutable`() throws {
        try withTemporaryFolder { folder in
            let writer = try Connection(path: folder + "/a.db", access: .create)
            try writer.useWriteAheadLog()
            try writer.execute("CREATE TABLE t (x); INSERT INTO t VALUES (7)")
            writer.close()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.db"])
            try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
            defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder) }
            let reader = try Connection(path: folder + "/a.db", access: .immutable)
            #expect(try reader.value(Int.self, "SELECT x FROM t") == 7)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.db"])
        }
    }

    @Test func `opening reads nothing and a statement without tables neither`() throws {
        try withTemporaryFolder { folder in
            try Data(repeating: 0x5A, count: 8192).write(to: URL(filePath: folder + "/a.db"))
            let connection = try Connection(path: folder + "/a.db", access: .readOnly)
            #expect(try connection.value(Int.self, "SELECT 1") == 1)
            #expect(sqliteError { _ = try connection.value(Int.self, "SELECT count(*) FROM t") }?.code == .notADatabase)
        }
    }
}
