import RecruitDB

/// The list of applications.
struct Applications: Command {
    static let name = "applications"
    static let position = Option("position", value: "slug", "only those for this position")
    static let stage = Option("stage", value: "code", "only those in this stage")
    static let specification = Specification(
        "Lists applications with their stage and what is missing, oldest first",
        options: [position, stage] + Option.listing, flags: Flag.listing,
        examples: ["recruitdb applications --position phd --stage received", "recruitdb applications --format json"])

    func run(_ invocation: Invocation) throws {
        let style = try invocation.listingStyle()
        let database = try RecruitmentDatabase.openForReading(at: invocation.databasePath)
        try invocation.write(
            database.applicationListing(position: invocation[Self.position], stage: invocation[Self.stage]), style)
    }
}
