public import RecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A database that was made once, for tests that each begin with a copy of it.
///
/// ```swift
/// private let template = Result {
///     try DatabaseTemplate(migrator, fixtures: "INSERT INTO books VALUES ('Dune', 1965)")
/// }
///
/// @Test func `a book can be lent once`() throws {
///     let connection = try template.get().connection()
///     ...
/// }
/// ```
public struct DatabaseTemplate: Sendable {
    private let bytes: [UInt8]

    /// Applies the migrations up to number `last`, or all, and then the SQL of `fixtures`.
    ///
    /// The fixtures run in one transaction, with foreign keys enforced. Throws `MigrationError`, or `SQLiteError` with
    /// the line and column of the fixture that failed.
    public init(_ migrator: Migrator, upTo last: Int? = nil, fixtures: Script = "") throws {
        try self.init { connection in
            try migrator.migrate(connection, upTo: last)
            try connection.transaction { try connection.execute(fixtures) }
        }
    }

    /// Makes it with whatever `body` does to an empty database in memory.
    public init(_ body: (Connection) throws -> Void) throws {
        let connection = try Connection(path: ":memory:", access: .create)
        try body(connection)
        bytes = try connection.serialized()
    }

    /// A copy in memory, of its own: what one test changes no other one sees.
    public func connection() throws -> Connection {
        try Connection(serialized: bytes)
    }

    /// A copy as a file in write-ahead mode at `path`, for what needs several connections; mode 0600.
    ///
    /// Throws `.cantOpen` where there is a file already, or none can be made.
    public func write(to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw SQLiteError(code: .cantOpen, message: "\(path): \(String(cString: strerror(errno)))")
        }
        close(file)
        let target = try Connection(path: path, access: .readWrite)
        try connection().backup(to: target)
        try target.useWriteAheadLog()
        target.close()
    }
}
