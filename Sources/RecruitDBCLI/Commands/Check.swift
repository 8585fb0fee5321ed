import RecruitDB

/// What is wrong.
struct Check: Command {
    static let name = "check"
    static let quick = Flag("quick", "do not read the papers to compare their hashes")
    static let specification = Specification(
        "Looks for what is wrong with the file, the schema, the papers and the programs that read them",
        discussion: "Exit code 0: nothing is wrong, notes apart. 1: something is, and the rows say what to do.",
        options: Option.listing, flags: [quick] + Flag.listing,
        examples: ["recruitdb check", "recruitdb check --quick"])

    func run(_ invocation: Invocation) throws {
        let style = try invocation.listingStyle()
        let database = try RecruitmentDatabase.openForCheck(at: invocation.databasePath)
        let findings = try database.check(readsFiles: !invocation[Self.quick])
        if !findings.isEmpty { try invocation.write(Listing(findings), style) }
        let wrong = findings.filter { $0.severity > .note }.count
        if wrong > 0 { throw RecruitmentError(.no, "\(wrong) things are wrong with \(database.path)") }
        StandardError.say("\(database.path): nothing is wrong")
    }
}
