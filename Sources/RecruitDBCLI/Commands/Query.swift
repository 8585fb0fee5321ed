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
    static let with = Option(
        "with", value: "name=file", repeats: true,
        "a table of your own to join: a .csv or .tsv with a header, a .json array of objects, a .db; read, never changed"
    )
    static let list = Flag("list", "list the saved questions; with --redact those that it answers")
    static let redact = Flag(
        "redact", "answer only from what shows nothing personal, and refuse the rest (exit code 77)")
    static let limit = Option("limit", value: "n", "at most n rows; standard error says when there are more")
    static let timeout = Option(
        "timeout", value: "seconds",
        "give up after that time with exit code 75; 0 is never (default: 30 on a terminal, else never)")
    static let stats = Flag("stats", "say on standard error how many rows and bytes there were, and the time")
    static let specification = Specification(
        "Answers a question in SQL, from any SQLite database, and changes nothing",
        discussion: """
            The database is opened for reading; whatever would write, attach another file or load code is refused
            (exit code 77). The views to ask first: application_overview, document_overview, message_overview,
            missing_documents, time_in_stage.

            With --redact nothing personal shows, neither by value nor by a count, an order or an error. Open are
            application_facts, document_facts, message_facts, time_in_stage, missing_documents, and what data_dictionary
            calls none or pseudonymous.

            Questions that come up again are saved: --list shows them, --help NAME what one takes. Your own lie as
            NAME.sql in recruitment.questions beside recruitment.db, or in the folder $RECRUITDB_QUESTIONS; what
            --help NAME shows of a built-in one is the form that they have.
            """,
        arguments: [sql], options: [file, parameter, with, limit, timeout] + Option.listing,
        flags: [list, redact, stats] + Flag.listing,
        examples: [
            "recruitdb query overdue -p position=phd", "recruitdb query --list --format box",
            "recruitdb query 'SELECT stage, count(*) FROM application_overview GROUP BY stage'",
            "recruitdb query 'SELECT ref FROM application_overview WHERE position = :p' -p p=phd --format csv",
            "recruitdb query --redact 'SELECT position, stage, count(*) FROM application_facts GROUP BY 1, 2'",
            "recruitdb query --with cohort=2027.csv 'SELECT * FROM cohort JOIN application_overview USING (ref)'",
            "recruitdb -d other.db query -f question.sql --format json",
        ])

    func run(_ invocation: Invocation) throws {
        var clock = QueryClock(limit: try invocation.seconds(Self.timeout))
        let tables = try invocation.values(Self.with).map(OwnTable.init(written:))
        let style = try invocation.listingStyle(reading: tables.map(\.file) + invocation.values(Self.file))
        if invocation[Self.list] { return try SavedQuestionHelp.list(invocation, style) }
        var query = try RecruitDB.Query(
            text: invocation[Self.sql], file: invocation[Self.file],
            parameters: invocation.values(Self.parameter).map(QueryParameter.init(written:)),
            of: invocation.savedQuestions, database: invocation.databasePath)
        query.tables = tables
        query.isRedacted = invocation[Self.redact]
        let limit = try invocation.number(Self.limit, in: 0...Int.max)
        clock.start()
        let written = try invocation.write(query.open(invocation.databasePath), style, limit: limit)
        // Whoever reads the last rows late, or never, is waited for no longer than for the others.
        try invocation.output.flush()
        clock.stop()
        if written.hasMore {
            StandardError.say("only the first \(written.rows) rows are listed; --limit lists more")
        }
        if invocation[Self.stats] {
            let bytes = invocation.output.byteCount
            let rows = written.rows == 1 ? "1 row" : "\(written.rows) rows"
            StandardError.say("\(rows), \(bytes) bytes, \(clock.elapsed) s")
        }
    }

    func help(_ invocation: Invocation) throws -> String? { try SavedQuestionHelp.text(invocation) }
}
