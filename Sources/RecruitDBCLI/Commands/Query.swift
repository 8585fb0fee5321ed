import RecruitDB

/// Read-only SQL.
struct Query: Command {
    static let name = "query"
    static let sql = Argument("sql", "one statement that reads, or - for standard input", .optional)
    static let file = Option("file", letter: "f", value: "file", "read the statement from a file")
    static let parameter = Option(
        "parameter", letter: "p", value: "name=value", repeats: true,
        "bind :name to the number or text that the value looks like; name:text=007 says which")
    static let redact = Flag(
        "redact", "answer only from what shows nothing personal, and refuse the rest (exit code 77)")
    static let crlf = Flag("crlf", "end the lines of csv in CR LF, as RFC 4180 wants")
    static let specification = Specification(
        "Answers a question in SQL, from any SQLite database, and changes nothing",
        discussion: """
            The database is opened for reading; whatever would write, attach another file or load code is refused
            (exit code 77). The views to ask first: application_overview, document_overview, message_overview,
            missing_documents, time_in_stage.

            With --redact nothing personal shows, neither by value nor by a count, an order or an error. Open are
            application_facts, document_facts, message_facts, time_in_stage, missing_documents, and what data_dictionary
            calls none or pseudonymous.
            """,
        arguments: [sql], options: [file, parameter] + Option.listing, flags: [redact, crlf] + Flag.listing,
        examples: [
            "recruitdb query 'SELECT stage, count(*) FROM application_overview GROUP BY stage'",
            "recruitdb query 'SELECT ref FROM application_overview WHERE position = :p' -p p=phd --format csv",
            "recruitdb query --redact 'SELECT position, stage, count(*) FROM application_facts GROUP BY 1, 2'",
            "recruitdb -d other.db query -f question.sql --format json",
        ])

    func run(_ invocation: Invocation) throws {
        var style = try invocation.listingStyle()
        style.usesCRLF = invocation[Self.crlf]
        var query = try RecruitDB.Query(
            text: invocation[Self.sql], file: invocation[Self.file],
            parameters: invocation.values(Self.parameter).map(QueryParameter.init(written:)))
        query.isRedacted = invocation[Self.redact]
        try invocation.write(query.open(invocation.databasePath), style)
    }
}
