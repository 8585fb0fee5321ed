import RecruitDB

/// The imports.
struct ImportList: Command {
    static let name = "list"
    static let specification = Specification(
        "Lists the imports: what came in, when, and whether it was taken back",
        discussion: "A run that added nothing is no import.",
        options: Option.listing, flags: Flag.listing, examples: ["recruitdb import list"])

    func run(_ invocation: Invocation) throws {
        let style = try invocation.listingStyle()
        try invocation.write(RecruitmentDatabase.openForReading(at: invocation.databasePath).importListing(), style)
    }
}
