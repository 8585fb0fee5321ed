/// A subcommand: what it takes, and the one call that it makes.
///
/// A command is one file in `Commands/` and one line in `Root.subcommands` (or in its group's). It parses, calls the
/// library once, and prints; it holds no SQL and no rule.
///
///     struct Move: Command {
///         static let name = "move"
///         static let references = Argument("ref", "the applications, such as A-2027-0041", .oneOrMore)
///         static let stage = Argument("stage", "the code of the new stage")
///         static let reason = Option("reason", value: "code", "why, where the stage needs a reason")
///         static let specification = Specification(
///             "Moves applications to another stage",
///             arguments: [references, stage], options: [reason, .by], flags: [.dryRun],
///             examples: ["recruitdb move A-2027-0041 screening"])
///
///         func run(_ invocation: Invocation) throws {
///             let moved = try invocation.openDatabase().applications.move(
///                 invocation.words(Self.references), to: invocation.word(Self.stage), reason: invocation[Self.reason])
///             invocation.print("\(moved) moved")
///         }
///     }
///
/// - Results go to `invocation.print`, a listing to `invocation.write`; everything else to `StandardError`.
/// - Errors are thrown: `RecruitmentError` of the library becomes one line on standard error and an exit code,
///   see `ExitCode`. Words that are wrong are `RecruitmentError(.usage, ...)`.
/// - A command that lists takes `Option.listing` and `Flag.listing`; one that writes takes `Option.by` and, where a
///   person would want to look first, `Flag.dryRun`.
protocol Command {
    /// The word that a person types.
    static var name: String { get }
    /// What it takes, and its help.
    static var specification: Specification { get }
    /// The commands below it, such as `mail` of `import`; a group without `run` of its own asks for one of them.
    static var subcommands: [any Command.Type] { get }

    init()

    /// Does it.
    func run(_ invocation: Invocation) throws
    /// The help of what the words beside `--help` name, nil for the help of the command.
    func help(_ invocation: Invocation) throws -> String?
}

extension Command {
    /// None.
    static var subcommands: [any Command.Type] { [] }

    /// Its own.
    func help(_ invocation: Invocation) throws -> String? { nil }

    /// Asks for a subcommand.
    func run(_ invocation: Invocation) throws {
        let names = Self.subcommands.map { $0.name }.joined(separator: ", ")
        throw invocation.usage("what to \(Self.name)? One of: \(names)")
    }
}
