import CRecruitSQLite

private final class ScalarFunction: FunctionContext {
    let body: (borrowing FunctionArguments) throws -> Value

    init(_ name: String, on connection: Connection, _ body: @escaping (borrowing FunctionArguments) throws -> Value) {
        self.body = body
        super.init(name, on: connection)
    }

    func call(_ call: OpaquePointer, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?) {
        FunctionCall(pointer: call).answer(of: name) {
            try callbacks.run { try body(FunctionArguments(count, values, of: self)) }
        }
    }
}

extension Connection {
    /// Makes `body` a function that this connection's statements call by `name` (`sqlite3_create_function_v2`).
    ///
    /// `argumentCount` nil takes any number; functions of one name and several counts stand side by side, and one of the
    /// same count is replaced. A deterministic one answers the same for the same arguments, always: SQLite then may call
    /// it once for many rows. It is for statements alone: a trigger, view, index or constraint that names it fails
    /// (`SQLITE_DIRECTONLY`), so that the file stays whole for programs that do not have it.
    ///
    /// What `body` throws makes the statement fail: an `SQLiteError` with its message, and its code where SQLite gives
    /// it no other sense; of any other error only the type is told, as it may hold a bound value. `body` may run
    /// statements of its own on `arguments.connection`, up to 50 deep; it cannot reset the statement that calls it. One
    /// that captures its connection or a statement of it keeps both open until the function is removed or `close` called.
    ///
    /// Throws `.misuse` for a name that is empty, holds NUL or is longer than 255 bytes, `.range` for a count below 0 or
    /// above 127, `.busy` where a function is replaced while statements run.
    public func addFunction<R: Bindable>(
        _ name: String, argumentCount: Int? = nil, isDeterministic: Bool = false,
        _ body: @escaping (borrowing FunctionArguments) throws -> R
    ) throws(SQLiteError) {
        try requireName(name, argumentCount: argumentCount)
        let context = ScalarFunction(name, on: self) { (arguments: borrowing FunctionArguments) in
            try body(arguments).sqliteValue
        }
        let flags = SQLITE_UTF8 | SQLITE_DIRECTONLY | (isDeterministic ? SQLITE_DETERMINISTIC : 0)
        let count = Self.count(argumentCount)
        try install(.function(name.asciiLowercased, count)) { database in
            // SQLite releases the context also where it refuses the function.
            sqlite3_create_function_v2(
                database, name, count, flags, Unmanaged.passRetained(context).toOpaque(),
                { call, count, values in
                    guard let call, let context = sqlite3_user_data(call) else { return }
                    Unmanaged<ScalarFunction>.fromOpaque(context).takeUnretainedValue().call(call, count, values)
                }, nil, nil, FunctionContext.release)
        }
    }

    /// Removes a function, scalar or aggregate, that was added with this count of arguments; none is no error.
    ///
    /// Its closures are released. A built-in function that it stood in for stays hidden. Throws `.busy` while statements
    /// run (`sqlite3_create_function_v2`).
    public func removeFunction(_ name: String, argumentCount: Int? = nil) throws(SQLiteError) {
        try requireName(name, argumentCount: argumentCount)
        try install(.function(name.asciiLowercased, Self.count(argumentCount)), nil)
    }
}
