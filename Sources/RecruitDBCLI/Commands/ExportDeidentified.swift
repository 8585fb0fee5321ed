import RecruitDB

/// A database for analysts.
struct ExportDeidentified: Command {
    static let name = "deidentified"
    static let file = Argument("file", "the new database; nothing may be there")
    static let key = Option(
        "key", value: "file", "pseudonyms of this key, to link exports with it; made where there is none")
    static let specification = Specification(
        "Writes a new database without personal data: applications, stages, papers and mails by pseudonym",
        discussion: """
            Nothing comes along that query --redact would refuse. Pseudonyms are new in each export, times are days, sizes
            are rounded up; the table notes says so, and how many small groups there are. Who knows when somebody applied
            and for what may still find that row: do not publish it row by row.
            """,
        arguments: [file], options: [key] + Option.listing, flags: Flag.listing,
        examples: [
            "recruitdb export deidentified analysis.db", "recruitdb export deidentified 2027.db --key ~/analysis.key",
        ])

    func run(_ invocation: Invocation) throws {
        let style = try invocation.listingStyle()
        let key = try invocation[Self.key].map { try DeidentifiedExport.key(at: $0) }
        let export = try DeidentifiedExport(of: invocation.databasePath, key: key)
        try invocation.write(export.write(to: invocation.word(Self.file)), style)
    }
}
