import RecruitSQLite

/// A question in SQL to any SQLite file: one statement that reads, and the values of its parameters.
public struct Query: Sendable {
    /// The statement; a final semicolon and comments around it do no harm.
    public let sql: String
    /// The values of its parameters.
    public let parameters: [QueryParameter]
    /// Whether personal data must not show, in no way.
    public var isRedacted: Bool
    /// Files whose rows it may join.
    public var tables: [OwnTable] = []

    /// The question `sql`.
    public init(_ sql: String, parameters: [QueryParameter] = [], isRedacted: Bool = false) {
        self.sql = sql
        self.parameters = parameters
        self.isRedacted = isRedacted
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
    /// - Throws: `RecruitmentError`: usage for wrong SQL or parameters, noPermission for SQL that does not only read, or
    ///   that a redacted question may not ask, noInput, badData, busy, io for the file.
    public func open(_ path: String) throws -> Listing {
        try QuerySession(path, isRedacted: isRedacted, tables: tables).listing(of: self)
    }
}
