/// What the closures of a connection, which SQLite calls while it prepares or runs a statement, are at.
final class Callbacks {
    /// How deep closures may run statements that call closures: the stack holds no more for sure.
    static let deepest = 50

    /// How many of them are at work, each within a statement of the one before.
    private(set) var depth = 0
    /// Whether one of them closed the connection.
    var isClosed = false

    /// Runs what a function does; throws where it is called too deep, or where it closed its own connection.
    func run<R>(_ body: () throws -> R) throws -> R {
        guard enter() else {
            throw SQLiteError(code: .error, message: "functions and statements call each other too deeply")
        }
        defer { leave() }
        let result = try body()
        if isClosed { throw SQLiteError.misuse("the connection is closed") }
        return result
    }

    /// Counts a closure in, which `leave` counts out; false where it is called too deep, and must not run.
    func enter() -> Bool {
        guard depth < Self.deepest else { return false }
        depth += 1
        return true
    }

    func leave() {
        depth -= 1
    }
}
