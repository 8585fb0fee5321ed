import CRecruitSQLite

/// How to undo what is hung on a pool's connection, so that it ends with the body that hung it.
struct Hooks {
    /// What can be hung on a connection, one of each name.
    enum Name: Hashable {
        case authorizer, progress, trace, slowQueries, busyTimeout
        case limit(Limit)
        /// A function by its name, in lower case, and its count of arguments, -1 for any.
        case function(String, Int32)
        case collation(String)
    }

    /// Tells SQLite of a function or a collation, and returns its result code.
    typealias Installing = (OpaquePointer) -> Int32

    private var undos: [Name: (Connection) -> Bool] = [:]
    /// The functions and collations that are there now.
    fileprivate var installed: [Name: Installing] = [:]

    /// Whether there is anything to undo.
    var isChanged: Bool { !undos.isEmpty }

    /// Says how to bring back what the name stood for before, unless that is known from an earlier change.
    mutating func remember(_ name: Name, _ undo: @escaping (Connection) -> Void) {
        let always: (Connection) -> Bool = { connection in
            undo(connection)
            return true
        }
        remember(name, orFail: always)
    }

    /// The same for what may not be brought back; then `undo` returns false.
    fileprivate mutating func remember(_ name: Name, orFail undo: @escaping (Connection) -> Bool) {
        if undos[name] == nil { undos[name] = undo }
    }

    /// Takes everything that is there now for what was there from the start.
    mutating func settle() {
        undos = [:]
    }

    fileprivate var all: [(Connection) -> Bool] { Array(undos.values) }
}

extension Hooks.Name {
    /// Takes the function or the collation away.
    fileprivate func remove(from database: OpaquePointer) -> Int32 {
        switch self {
        case .function(let name, let count):
            sqlite3_create_function_v2(database, name, count, SQLITE_UTF8, nil, nil, nil, nil, nil)
        case .collation(let name): sqlite3_create_collation_v2(database, name, SQLITE_UTF8, nil, nil, nil)
        default: SQLITE_OK
        }
    }

    /// Whether SQLite has a function of this name by itself, which stays hidden when the one before it is removed.
    fileprivate var isBuiltIn: Bool {
        guard case .function(let name, _) = self else { return false }
        // Where they are not known, every one may be.
        return Self.builtIn?.contains(name) ?? true
    }

    private static let builtIn = try? Set(
        Connection(path: ":memory:", access: .create)
            .all("SELECT name FROM pragma_function_list") { (row: borrowing Row) in try row.text(0).asciiLowercased })
}

extension Connection {
    /// Has SQLite take a function or a collation, or with nil give it up.
    func install(_ name: Hooks.Name, _ install: Hooks.Installing?) throws(SQLiteError) {
        let code = (install ?? name.remove)(database.pointer)
        // Statements that are prepared already may have chosen another one.
        cache.removeAll()
        if code != SQLITE_OK { throw SQLiteError(code, on: database.pointer) }
        guard let former = database.hooks?.installed[name] else {
            database.hooks?.remember(name, orFail: { $0.restore(name, nil) && !name.isBuiltIn })
            database.hooks?.installed[name] = install
            return
        }
        database.hooks?.remember(name, orFail: { $0.restore(name, former) })
        database.hooks?.installed[name] = install
    }

    private func restore(_ name: Hooks.Name, _ former: Hooks.Installing?) -> Bool {
        do {
            try install(name, former)
            return true
        } catch {
            return false
        }
    }

    /// Undoes what was hung on the connection since its pool opened it; false where a trace of it stays.
    func takeHooksAway() -> Bool {
        guard let hooks = database.hooks else { return true }
        // SQLite lets no function go while a statement runs that may call it.
        database.resetStatements()
        var isWhole = true
        for undo in hooks.all where !undo(self) { isWhole = false }
        database.hooks?.settle()
        return isWhole
    }
}
