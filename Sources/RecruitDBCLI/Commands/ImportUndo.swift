import RecruitDB

/// An import taken back.
struct ImportUndo: Command {
    static let name = "undo"
    static let batch = Argument("batch", "the import's number, as import list shows it")
    static let force = Flag("force", "take it back although someone has worked on it since")
    static let specification = Specification(
        "Takes back exactly what an import added",
        discussion: """
            It refuses, with the reasons, where someone has worked on what was added: moved an application, decided a
            mail, written a note, imported mail that belongs to it. With --force that goes too; mail of other imports
            returns to the inbox. The same file may be imported again afterwards.
            """,
        arguments: [batch], options: [.by], flags: [force, .dryRun],
        examples: ["recruitdb import undo 4 --dry-run", "recruitdb import undo 4 --by lwei"])

    func run(_ invocation: Invocation) throws {
        let batch = try invocation.batchNumber(Self.batch)
        let report = try RecruitmentDatabase(path: invocation.databasePath).undoImport(
            batch, by: invocation.handle, isForced: invocation[Self.force], isDryRun: invocation[.dryRun])
        for line in report.lines { invocation.print(invocation[.dryRun] ? "would be \(line)" : line) }
    }
}
