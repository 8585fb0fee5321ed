import RecruitDB

/// SQL by hand.
struct Shell: Command {
    static let name = "shell"
    static let sql = Argument("sql", "one statement or several; without, sqlite3 asks", .optional)
    static let write = Flag("write", "let statements change the database, after a copy of it")
    static let noCopy = Flag("no-copy", "with --write: make no copy")
    static let specification = Specification(
        "Opens the sqlite3 program on the database, to read it; with --write, to change it",
        discussion: """
            Foreign keys are on, tables are drawn. sqlite3 is in its safe mode: no ATTACH, no extension, no other database, no
            program; where Linux has Landlock, it makes and changes no other file. What is typed is kept in ~/.local/state/recruitdb/history, never beside the database. Scripts rather
            use query, whose output is for programs.
            """,
        arguments: [sql], flags: [write, noCopy],
        examples: [
            "recruitdb shell", "recruitdb shell --write < changes.sql",
        ])

    func run(_ invocation: Invocation) throws {
        let mayWrite = invocation[Self.write]
        let shell = try ShellProgram(path: invocation.databasePath, mayWrite: mayWrite)
        if mayWrite, !invocation[Self.noCopy], let copy = try shell.copy() {
            StandardError.say("a copy from before is \(copy)")
        }
        let sql = invocation[Self.sql]
        if sql == nil, Terminal.input.isInteractive {
            StandardError.say(
                mayWrite ? "statements can change the database" : "read-only; --write lets statements change it")
            for view in shell.views {
                // A name may hold a line end, behind which anything could be said.
                let columns = view.columns.map { Excerpt.of($0) }.joined(separator: ", ")
                StandardError.say("  \(Excerpt.of(view.name)) (\(columns))")
            }
        }
        let status = try shell.run(sql)
        if status != 0 { throw RecruitmentError(.no, "sqlite3 ended with \(status)") }
    }
}
