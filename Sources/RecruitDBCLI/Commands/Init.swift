import RecruitDB

/// A new database.
struct Init: Command {
    static let name = "init"
    static let specification = Specification(
        "Makes a new database and the folder for its papers",
        discussion: """
            The file gets mode 0600 and the folder beside it, recruitment.documents for recruitment.db, mode 0700:
            whoever can open them can read them.
            """,
        examples: ["recruitdb init", "recruitdb -d lab.db init"])

    func run(_ invocation: Invocation) throws {
        let database = try RecruitmentDatabase.create(at: invocation.databasePath)
        invocation.print("made \(database.path) and \(database.documentStore.path)")
    }
}
