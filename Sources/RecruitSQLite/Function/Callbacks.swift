/// What the functions of a connection, which SQLite calls while a statement runs, are at.
final class Callbacks {
    /// How deep functions may call statements that call functions: the stack holds no more for sure.
    static let deepest = 50

    /// How many of them are at work, each within a statement of the one before.
    var depth = 0
    /// Whether one of them closed the connection.
    var isClosed = false

    /// Runs what a function does; throws where it is called too deep, or where it closed its own connection.
    func run<R>(_ body: () throws -> R) throws -> R {
        guard depth < Self.deepest else {
            throw SQLiteError(code: .error, message: "functions and statements call each other too deeply")
        }
        depth += 1
        defer { depth -= 1 }
        let result = try body()
        if isClosed { throw SQLiteError.misuse("the connection is closed") }
        return result
    }
}
