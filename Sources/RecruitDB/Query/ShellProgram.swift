internal import CSandbox
import RecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The sqlite3 program, with guards: read-only, foreign keys on, no ATTACH, no extension, and, where the
/// system can see to it (Landlock), no other file made or changed.
public struct ShellProgram: Sendable {
    private let path: String
    private let mayWrite: Bool
    private let isImmutable: Bool
    /// The views of the database, with their columns.
    public let views: [(name: String, columns: [String])]

    /// A shell on the database at `path`.
    ///
    /// - Throws: `RecruitmentError` where the file is no RecruitDB database or cannot be read.
    public init(path: String, mayWrite: Bool = false) throws {
        try DatabaseFile.checkName(path)
        try DatabaseFile.check(path)
        self.path = path
        self.mayWrite = mayWrite
        isImmutable = try QueryDatabase.access(to: path) == .immutable
        let connection = try QueryDatabase.open(path)
        defer { connection.close() }
        views = try DatabaseFile.named(path) {
            try connection.all("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name") {
                (row: borrowing Row) in try row.text(0)
            }.map { name in
                (
                    name,
                    try connection.all("SELECT name FROM pragma_table_info(\(name))") { (row: borrowing Row) in
                        try row.text(0)
                    }
                )
            }
        }
    }

    /// Copies the database beside itself, mode 0600, before anything is changed in it; returns the copy's path.
    ///
    /// - Throws: `RecruitmentError` where there is no room for it, or the folder may not be written.
    public func copy() throws -> String? {
        try DatabaseFile.named(path) {
            let connection = try Connection(path: path, access: .readWrite)
            defer { connection.close() }
            return try connection.copyAside(named: "before-shell")
        }
    }

    /// The words with which sqlite3 is called; a statement is run and ends it.
    func words(_ sql: String?) -> [String] {
        // A name that begins with - is no option, and one that begins with file: no URI.
        let place = path.hasPrefix("/") ? path : "./" + path
        var words = ["sqlite3", "-safe", "-box", "-header", "-cmd", "PRAGMA foreign_keys = ON"]
        // What does not fit into memory would need a file of its own.
        words += ["-cmd", "PRAGMA temp_store = MEMORY"]
        if !mayWrite { words.insert("-readonly", at: 1) }
        words.append(isImmutable ? Connection.immutableURI(of: place) : place)
        if let sql { words.append(sql) }
        return words
    }

    /// Runs the sqlite3 program to its end and returns its exit code, or 128 and a signal's number.
    ///
    /// What people type is kept in `$XDG_STATE_HOME/recruitdb/history` (else `~/.local/state/...`), which its owner alone
    /// reads, and not beside the database; `$SQLITE_HISTORY` names another place.
    ///
    /// - Throws: `RecruitmentError` of kind missingProgram where sqlite3 is not installed.
    public func run(_ sql: String?) throws -> Int32 {
        umask(0o077)
        if getenv("SQLITE_HISTORY") == nil, let history = Self.history() { setenv("SQLITE_HISTORY", history, 1) }
        let places = try ShellPlaces(path, isImmutable: isImmutable, mayWrite: mayWrite)
        var process: pid_t = 0
        // Not `Spawn`: what a person types into stays in the foreground, and has their environment.
        let code = CStringList.with(words(sql)) { words in
            CStringList.with(places.files) { files in
                CStringList.with(places.folders) { folders in
                    csandbox_spawn_writing(&process, "sqlite3", words, environ, files, folders)
                }
            }
        }
        guard code == 0 else {
            throw RecruitmentError(
                .missingProgram,
                code == ENOENT
                    ? "the sqlite3 program is not installed: apt-get install sqlite3 (brew install sqlite on macOS)"
                    : "sqlite3 cannot be started: \(reason(code))")
        }
        // Ctrl-C is for the program that reads what is typed.
        signal(SIGINT, SIG_IGN)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        places.close()
        QueryDatabase.tidy(path)
        let signalNumber = status & 0x7F
        return signalNumber == 0 ? (status >> 8) & 0xFF : 128 + signalNumber
    }

    /// The file of what people typed; nil where no folder can be made for it.
    private static func history() -> String? {
        func value(_ name: String) -> String? {
            getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let state = value("XDG_STATE_HOME") ?? value("HOME").map({ $0 + "/.local/state" }) else { return nil }
        let folder = state + "/recruitdb"
        for (index, character) in folder.enumerated() where character == "/" && index > 0 {
            mkdir(String(folder.prefix(index)), 0o700)
        }
        mkdir(folder, 0o700)
        return access(folder, W_OK) == 0 ? folder + "/history" : nil
    }
}
