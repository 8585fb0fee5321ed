/// What goes out.
struct Export: Command {
    static let name = "export"
    static let specification = Specification(
        "Writes a new database for people who may not see personal data",
        examples: ["recruitdb export deidentified analysis.db"])
    static var subcommands: [any Command.Type] { [ExportDeidentified.self] }
}
