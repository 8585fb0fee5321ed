import CRecruitSQLite

/// What the calls of one function point at; SQLite holds it until the function is removed or the connection ends.
class FunctionContext {
    let name: String
    let callbacks: Callbacks
    /// Weak, so that a function does not keep its connection open.
    private(set) weak var connection: Connection?

    init(_ name: String, on connection: Connection) {
        self.name = name
        self.connection = connection
        callbacks = connection.database.callbacks
    }

    /// Lets go of the context that SQLite held.
    static let release: @convention(c) (UnsafeMutableRawPointer?) -> Void = { context in
        if let context { Unmanaged<FunctionContext>.fromOpaque(context).release() }
    }
}

extension Connection {
    /// Throws where SQLite would refuse the name, for reasons that it does not tell.
    func requireName(_ name: String, argumentCount: Int? = nil) throws(SQLiteError) {
        try database.requireOpen()
        guard !name.isEmpty, name.utf8.count <= 255, !name.utf8.contains(0) else {
            throw SQLiteError.misuse("a name has 1 to 255 bytes of UTF-8 and no NUL")
        }
        let most = min(127, limit(.functionArguments))
        guard (0...max(0, most)).contains(argumentCount ?? 0) else {
            throw SQLiteError(code: .range, message: "a function takes 0 to \(most) arguments")
        }
    }

    /// The count of arguments as SQLite must be told it: -1 for any.
    static func count(_ argumentCount: Int?) -> Int32 {
        argumentCount.map { Int32(clamping: $0) } ?? -1
    }
}
