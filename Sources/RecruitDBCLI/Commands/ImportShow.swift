import RecruitDB

/// What an import added.
struct ImportShow: Command {
    static let name = "show"
    static let batch = Argument("batch", "the import's number, as import list shows it")
    static let specification = Specification(
        "Lists what an import added, and what was done with it since",
        arguments: [batch], options: Option.listing, flags: Flag.listing, examples: ["recruitdb import show 4"])

    func run(_ invocation: Invocation) throws {
        let style = try invocation.listingStyle()
        let batch = try invocation.batchNumber(Self.batch)
        let database = try RecruitmentDatabase.openForReading(at: invocation.databasePath)
        try invocation.write(database.importContent(of: batch), style)
    }
}

extension Invocation {
    /// The number of an import that `argument` holds.
    func batchNumber(_ argument: Argument) throws -> Int64 {
        let word = try word(argument)
        guard let number = Int64(word), number > 0 else {
            throw usage("an import is named by its number, such as 4, not '\(Excerpt.of(word))'")
        }
        return number
    }
}
