package import RecruitSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension RecruitmentError {
    /// Any error as one for a person: those of SQLite by their result code, others as a mistake of the program.
    ///
    /// `file` is the database that was in use, where there was one.
    public init(wrapping error: any Error, file: String? = nil) {
        switch error {
        case let error as RecruitmentError: self = error
        case let error as SQLiteError: self.init(error, file: file)
        case let error as OutputError: self.init(error)
        case let error as MigrationError: self.init(.badData, "\(file.map { "\($0): " } ?? "")\(error)")
        default: self.init(.internalError, "something unforeseen: \(error)")
        }
    }

    /// An error of writing the results.
    public init(_ error: OutputError) {
        self.init(.io, "the results cannot be written: \(String(cString: strerror(error.code)))")
    }

    /// An error of SQLite on `file`, as a sentence that says what to do (https://www.sqlite.org/rescode.html).
    package init(_ error: SQLiteError, file: String?) {
        let name = file.map { SQLExcerpt.visible($0, limit: 200) } ?? "the database"
        switch error.code.primary {
        case .busy, .locked:
            let holders = file.map { LockHolder.sentence(for: $0) } ?? "another program is using it"
            self.init(.busy, "\(name) is locked: \(holders); try again when that is done")
        case .notADatabase: self.init(.badData, "\(name) is not an SQLite database")
        case .corrupt:
            self.init(
                .badData, "\(name) is damaged (\(error.message)); go back to a copy, or try 'sqlite3 FILE .recover'")
        case .cantOpen: self.init(.noInput, "\(name) cannot be opened: \(error.message)")
        case .readOnly:
            self.init(
                .noPermission,
                "\(name) may not be written, the file or its folder is read-only; ask its owner, read it with recruitdb "
                    + "query, or copy it and its folder of documents to a place of your own")
        case .permission, .auth: self.init(.noPermission, "\(name): \(error.message)")
        case .full: self.init(.io, "there is no room for \(name): \(error.message); free some space and try again")
        case .io: self.init(.io, "\(name) cannot be read or written: \(error.message)")
        case .noMemory: self.init(.io, "memory ran out while \(name) was in use")
        case .interrupt: self.init(.interrupted, "stopped")
        case .schema: self.init(.busy, "the tables of \(name) changed meanwhile; try again")
        case .constraint, .mismatch, .tooBig, .range, .error:
            self.init(.badData, error.position.map { "\(error.message) at \($0)" } ?? error.message)
        default: self.init(.internalError, "\(name): \(error.message) (SQLite \(error.code.rawValue))")
        }
    }
}
