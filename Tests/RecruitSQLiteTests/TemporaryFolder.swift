import Foundation
import RecruitSQLite

/// Lends a folder of its own, with mode 0700, and removes it afterwards.
func withTemporaryFolder<R>(_ body: (String) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory.appending(path: "recruit-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
}

/// Lends a folder in memory, where a sync costs nothing and nothing depends on the disk, or on the disk where there is
/// none.
func withFolderInMemory<R>(_ body: (String) throws -> R) throws -> R {
    let place = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    let folder = "\(place)/recruit-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
}

/// A database in memory after a script.
func memory(_ script: Script = "") throws -> Connection {
    let connection = try Connection(path: ":memory:", access: .create)
    try connection.execute(script)
    return connection
}

/// The permission bits of a file, in octal.
func mode(_ path: String) throws -> String {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return String((attributes[.posixPermissions] as? Int) ?? -1, radix: 8)
}

/// The error that a body throws, as SQLite's.
func sqliteError(_ body: () throws -> Void) -> SQLiteError? {
    do {
        try body()
        return nil
    } catch {
        return error as? SQLiteError
    }
}
