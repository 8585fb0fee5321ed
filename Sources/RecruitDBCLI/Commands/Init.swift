import RecruitDB

/// A new database.
struct Init: Command {
    static let name = "init"
    static let journal = Option(
        "journal", value: "mode",
        "wal (the default on a disk of this machine) or delete: on a network share, slower, one writer or readers")
    static let specification = Specification(
        "Makes a new database and the folder for its papers",
        discussion: """
            The file gets mode 0600 and the folder beside it, recruitment.documents for recruitment.db, mode 0700:
            whoever can open them can read them. On a network share it says which journal to choose, and makes nothing.
            """,
        options: [journal],
        examples: ["recruitdb init", "recruitdb -d lab.db init"])

    func run(_ invocation: Invocation) throws {
        let journal = try invocation[Self.journal].map { name in
            guard let journal = Journal(rawValue: name) else {
                throw invocation.usage("--journal takes wal or delete, not '\(Excerpt.of(name))'")
            }
            return journal
        }
        let database = try RecruitmentDatabase.create(at: invocation.databasePath, journal: journal)
        invocation.print("made \(database.path) and \(database.documentStore.path)")
    }
}
