import RecruitSQLite

/// A question in SQL to any SQLite file: one statement that reads, and the values of its parameters.
public struct Query: Sendable {
    /// The statement; a final semicolon and comments around it do no harm.
    public let sql: String
    /// The values of its parameters.
    public let parameters: [QueryParameter]

    /// The question `sql`.
    public init(_ sql: String, parameters: [QueryParameter] = []) {
        self.sql = sql
        self.parameters = parameters
    }

    /// The question in `text`, or in standard input when `text` is `-`, or in the file at `file`.
    ///
    /// - Throws: `RecruitmentError` of kind usage when there is none, two, or a word that is no SQL; of other kinds
    ///   when the file cannot be read.
    public init(text: String?, file: String?, parameters: [QueryParameter]) throws {
        switch (text, file) {
        case (nil, nil):
            throw RecruitmentError(.usage, "there is no question: give SQL, -f FILE, or - for standard input")
        case (_?, _?):
            throw RecruitmentError(.usage, "give SQL or -f FILE, not both")
        case (nil, let file?): self.init(try SQLFile.read(file), parameters: parameters)
        case ("-", nil): self.init(try SQLFile.read("-"), parameters: parameters)
        case (let text?, nil):
            if SQLWord.isName(text) {
                throw RecruitmentError(
                    .usage,
                    "'\(SQLExcerpt.visible(text))' is no SQL, and there is no saved question of that name; "
                        + "SQL is one quoted word: recruitdb query 'SELECT ...'")
            }
            self.init(text, parameters: parameters)
        }
    }

    /// Opens the database at `path` for reading and prepares the question; its rows are read as the listing is written.
    ///
    /// - Throws: `RecruitmentError`: usage for wrong SQL or parameters, noPermission for SQL that does not only read,
    ///   noInput, badData, busy, io for the file.
    public func open(_ path: String) throws -> Listing {
        guard !sql.utf8.contains(0) else { throw RecruitmentError(.usage, "the SQL contains a NUL") }
        guard SQLWord.hasStatement(sql) else {
            throw RecruitmentError(.usage, "there is no question: the SQL is empty")
        }
        let connection = try QueryDatabase.open(path)
        let authorizer = QueryAuthorizer()
        connection.authorize(authorizer.decide)
        let statement = try prepare(sql, on: connection, path, authorizer)
        let rest = statement.tail
        if SQLWord.hasStatement(rest) {
            // A second statement that would write is refused for that, and says so.
            _ = try prepare(rest, on: connection, path, authorizer)
            throw RecruitmentError(
                .usage, "one statement at a time: a second begins at '\(SQLExcerpt.visible(rest.trimmed, limit: 30))'")
        }
        guard statement.columnCount > 0 else { throw RecruitmentError(.usage, "the SQL asks for nothing") }
        try QueryBinding(statement).bind(parameters)
        return Listing(statement, of: connection) { explain($0, path, authorizer, isRunning: true) }
    }

    private func prepare(
        _ sql: String, on connection: Connection, _ path: String, _ authorizer: QueryAuthorizer
    ) throws -> Statement {
        authorizer.reset()
        let statement: Statement
        do {
            statement = try connection.prepare(Script(raw: sql))
        } catch {
            throw explain(error, path, authorizer, isRunning: false)
        }
        guard statement.isReadOnly || authorizer.asksJournalMode else {
            throw Self.refusal(SQLWord.first(of: sql))
        }
        return statement
    }

    private func explain(
        _ error: any Error, _ path: String, _ authorizer: QueryAuthorizer, isRunning: Bool
    ) -> any Error {
        guard let error = error as? SQLiteError else { return error }
        if let refused = authorizer.refused { return Self.refusal(refused) }
        // SQLite says "schema" for a wrong name when it had no reason to load the schema before.
        let isWrongSQL = error.code.primary == .error || (error.code.primary == .schema && !isRunning)
        guard isWrongSQL else { return RecruitmentError(error, file: path) }
        if error.message.hasSuffix("may not be modified") { return Self.refusal("a change of the schema") }
        var message = SQLExcerpt.visible(error.message, limit: 300)
        guard let sql = error.sql, let offset = error.byteOffset else {
            return RecruitmentError(isRunning ? .badData : .usage, message)
        }
        let place = SQLExcerpt(sql, at: offset)
        if error.message.hasPrefix("no such column"), sql.utf8.dropFirst(offset).first == UInt8(ascii: "\"") {
            message += " (text stands in single quotes)"
        }
        return RecruitmentError(
            .usage, "\(message), at line \(place.line), column \(place.column):\n\(place.drawing)")
    }

    private static func refusal(_ what: String) -> RecruitmentError {
        RecruitmentError(.noPermission, "query only reads, and refuses \(what); nothing was changed")
    }
}
