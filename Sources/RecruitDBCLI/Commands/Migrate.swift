import RecruitDB

/// The schema brought up to date.
struct Migrate: Command {
    static let name = "migrate"
    static let status = Flag("status", "list the migrations and whether each is applied")
    static let specification = Specification(
        "Brings the schema up to date, after a copy of the file",
        discussion: "The copy is named in the output; it is the way back.",
        options: Option.listing, flags: [status, .dryRun] + Flag.listing,
        examples: ["recruitdb migrate --status", "recruitdb migrate"])

    func run(_ invocation: Invocation) throws {
        let database = try RecruitmentDatabase.openForMigration(at: invocation.databasePath)
        if invocation[Self.status] {
            try invocation.write(database.migrationListing())
        } else if invocation[.dryRun] {
            let pending = try database.migrationDryRun()
            invocation.print(pending.isEmpty ? "nothing to do" : "would apply \(pending.joined(separator: ", "))")
        } else {
            let (applied, copy) = try database.migrate()
            if let copy { invocation.print("copied to \(copy)") }
            invocation.print(applied.isEmpty ? "nothing to do" : "applied \(applied.joined(separator: ", "))")
        }
    }
}
