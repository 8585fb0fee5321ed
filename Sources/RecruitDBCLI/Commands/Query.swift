import RecruitDB

/// Read-only SQL, and saved questions.
struct Query: Command {
    static let name = "query"
    static let sql = Argument(
        "sql", "one statement that reads, the name of a saved question, or - for standard input", .optional)
    static let file = Option("file", letter: "f", value: "file", "read the statement from a file")
    static let parameter = Option(
        "parameter", letter: "p", value: "name=value", repeats: true,
        "bind :name to the number or text that the value looks like; name:text=007 says which")
    static let list = Flag("list", "list the saved questions")
    static let crlf = Flag("crlf", "end the lines of csv in CR LF, as RFC 4180 wants")
    static let specification = Specification(
        "Answers a question in SQL, from any SQLite database, and changes nothing",
        discussion: """
            The database is opened for reading; whatever would write, attach another file or load code is refused
            (exit code 77). The views to ask first: application_overview, document_overview, message_overview,
            missing_documents, time_in_stage.

            Questions that come up again are saved: --list shows them, --help NAME what one takes. Your own lie as
            NAME.sql in recruitment.questions beside recruitment.db, or in the folder $RECRUITDB_QUESTIONS; what
            --help NAME shows of a built-in one is the form that they have.
            """,
        arguments: [sql], options: [file, parameter] + Option.listing, flags: [list, crlf] + Flag.listing,
        examples: [
            "recruitdb query overdue -p position=phd", "recruitdb query --list --format box",
            "recruitdb query 'SELECT stage, count(*) FROM application_overview GROUP BY stage'",
            "recruitdb query 'SELECT ref FROM application_overview WHERE position = :p' -p p=phd --format csv",
            "recruitdb -d other.db query -f question.sql --format json",
        ])

    func run(_ invocation: Invocation) throws {
        var style = try invocation.listingStyle()
        style.usesCRLF = invocation[Self.crlf]
        if invocation[Self.list] { return try SavedQuestionHelp.list(invocation, style) }
        let query = try RecruitDB.Query(
            text: invocation[Self.sql], file: invocation[Self.file],
            parameters: invocation.values(Self.parameter).map(QueryParameter.init(written:)),
            of: invocation.savedQuestions, database: invocation.databasePath)
        try invocation.write(query.open(invocation.databasePath), style)
    }

    func help(_ invocation: Invocation) throws -> String? { try SavedQuestionHelp.text(invocation) }
}
