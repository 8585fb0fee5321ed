import RecruitSQLite

/// A database file that is open for questions, one after the other or at the same time.
///
/// It is not Sendable: the statements belong to one connection.
package final class QuerySession {
    private let path: String
    let connection: Connection
    private let authorizer = QueryAuthorizer()
    private let redaction: Redaction?

    /// Opens the file at `path` for reading; with `isRedacted`, so that nothing personal shows.
    ///
    /// - Throws: `RecruitmentError`: noPermission where the file cannot be redacted; noInput, badData, busy, io.
    package init(_ path: String, isRedacted: Bool = false, tables: [OwnTable] = []) throws {
        self.path = path
        connection = try QueryDatabase.open(path)
        if isRedacted, let table = tables.first(where: \.isDatabase) {
            throw RecruitmentError(
                .noPermission,
                "--redact: \(table.shownFile) may be the same database by another way; give --with a .csv, .tsv or .json"
            )
        }
        do {
            // Not within a transaction, which the redaction begins.
            if !tables.isEmpty { try connection.execute("PRAGMA temp_store = MEMORY") }
            // The schema is read before a table of one's own could stand in front of it.
            redaction = isRedacted ? try Redaction(connection) : nil
            if !tables.isEmpty { try Self.load(tables, connection) }
            connection.authorize { [authorizer, redaction] action in
                redaction?.decide(action) == .deny ? .deny : authorizer.decide(action)
            }
        } catch let error as SQLiteError {
            throw RecruitmentError(error, file: path)
        }
    }

    /// Takes in what stands beside the database, before anything is closed; it stays in memory.
    private static func load(_ tables: [OwnTable], _ connection: Connection) throws {
        try connection.execute("PRAGMA query_only = OFF")
        // Whatever a file holds, its names among them: nothing but what is in memory is written.
        connection.authorize { action in
            switch action.operation {
            case .select, .read, .function, .recursive: .allow
            // Asked for json_each, too; what would run it SQLite itself refuses (see `QueryAuthorizer`).
            case .update where action.first == "sqlite_master": .allow
            default: action.database == "temp" ? .allow : .deny
            }
        }
        for table in tables { try table.load(into: connection) }
        connection.authorize(nil)
        try connection.execute("PRAGMA query_only = ON")
    }

    /// Prepares the question; its rows are read as the listing is written.
    ///
    /// - Throws: `RecruitmentError`: usage for wrong SQL or parameters, noPermission for what may not be asked.
    package func listing(of query: Query) throws -> Listing {
        let statement = try statement(of: query)
        let lock = try lock()
        let file = lock == nil && redaction == nil ? nil : UnchangedFile(path)
        // The session, and with it the transaction, lasts as long as the listing.
        return Listing(statement, of: connection) {
            self.explain($0, isRunning: true)
        } finish: {
            defer { lock?.reset() }
            try file?.check()
        }
    }

    /// A statement that stands on its only row: until it is reset, the database stays as it is for all statements.
    ///
    /// Nil where a redaction's transaction does that, and where the question reads no table and so needs no lock.
    private func lock() throws -> Statement? {
        guard redaction == nil, authorizer.readsTables else { return nil }
        do {
            let lock = try connection.prepare("PRAGMA schema_version")
            _ = try lock.step()
            return lock
        } catch {
            throw explain(error, isRunning: true)
        }
    }

    /// The question's statement, its values bound, which this session must outlive.
    func statement(of query: Query) throws -> Statement {
        let sql = query.sql
        guard !sql.utf8.contains(0) else { throw RecruitmentError(.usage, "the SQL contains a NUL") }
        guard SQLWord.hasStatement(sql) else {
            throw RecruitmentError(.usage, "there is no question: the SQL is empty")
        }
        if redaction != nil, SQLWord.first(of: sql) == "EXPLAIN" { try refuse(.explain) }
        let statement = try prepare(sql)
        let rest = statement.tail
        if SQLWord.hasStatement(rest) {
            // A second statement that would write is refused for that, and says so.
            _ = try prepare(rest)
            throw RecruitmentError(
                .usage, "one statement at a time: a second begins at '\(SQLExcerpt.visible(rest.trimmed, limit: 30))'")
        }
        guard statement.columnCount > 0 else { throw RecruitmentError(.usage, "the SQL asks for nothing") }
        do {
            try redaction?.check(statement.sql, on: connection)
        } catch {
            throw explain(error, isRunning: false)
        }
        try QueryBinding(statement).bind(query.parameters)
        return statement
    }

    /// Whether the statement may be asked here, whatever its values.
    func answers(_ sql: String) -> Bool {
        do {
            let statement = try prepare(sql)
            try redaction?.check(statement.sql, on: connection)
            return true
        } catch {
            return false
        }
    }

    private func prepare(_ sql: String) throws -> Statement {
        authorizer.reset()
        redaction?.reset()
        let statement: Statement
        do {
            statement = try connection.prepare(Script(raw: sql))
        } catch {
            throw explain(error, isRunning: false)
        }
        guard statement.isReadOnly || authorizer.asksJournalMode else {
            throw Self.refusal(SQLWord.first(of: sql))
        }
        return statement
    }

    private func explain(_ error: any Error, isRunning: Bool) -> any Error {
        guard let error = error as? SQLiteError else { return error }
        if let redaction, let closed = redaction.closed { return closed.refusal(redaction.schema) }
        if let refused = authorizer.refused { return Self.refusal(refused) }
        // SQLite says "schema" for a wrong name when it had no reason to load the schema before.
        let isWrongSQL = error.code.primary == .error || (error.code.primary == .schema && !isRunning)
        guard isWrongSQL else { return RecruitmentError(error, file: path) }
        if error.message.hasSuffix("may not be modified") { return Self.refusal("a change of the schema") }
        var message = SQLExcerpt.visible(error.message, limit: 300)
        guard let sql = error.sql, let offset = error.byteOffset ?? Self.place(ofTableIn: error.message, sql) else {
            return RecruitmentError(isRunning ? .badData : .usage, message + suggestion(for: error.message))
        }
        let place = SQLExcerpt(sql, at: offset)
        if error.message.hasPrefix("no such column"), sql.utf8.dropFirst(offset).first == UInt8(ascii: "\"") {
            message += " (text stands in single quotes)"
        } else {
            message += suggestion(for: error.message)
        }
        return RecruitmentError(
            .usage, "\(message), at line \(place.line), column \(place.column):\n\(place.drawing)")
    }

    /// Where the table stands that is not there, for which SQLite gives no place.
    private static func place(ofTableIn message: String, _ sql: String) -> Int? {
        guard message.hasPrefix("no such table: ") else { return nil }
        let name = Array(message.utf8.dropFirst(15))
        let bytes = Array(sql.utf8)
        func isWord(_ index: Int) -> Bool {
            guard bytes.indices.contains(index) else { return false }
            return bytes[index] >= 0x80 || bytes[index] == UInt8(ascii: "_")
                || UnicodeScalar(bytes[index]).properties.isAlphabetic
                || (0x30...0x39).contains(bytes[index])
        }
        return bytes.indices.first { start in
            bytes[start...].starts(with: name) && !isWord(start - 1) && !isWord(start + name.count)
        }
    }

    private static func refusal(_ what: String) -> RecruitmentError {
        RecruitmentError(.noPermission, "query only reads, and refuses \(what); nothing was changed")
    }

    /// The open tables with their open columns, where the question is redacted.
    var openRelations: [(name: String, columns: [String])]? {
        redaction.map { redaction in redaction.schema.openTables.values.sorted { $0.name < $1.name } }
    }

    private func refuse(_ thing: ClosedThing) throws {
        if let redaction { throw thing.refusal(redaction.schema) }
    }
}
