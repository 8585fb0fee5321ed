import RecruitDB

/// A stage change.
struct Move: Command {
    static let name = "move"
    static let words = Argument("ref", "the applications, and last the stage to move them to", .oneOrMore)
    static let reason = Option("reason", value: "code", "why, where the stage needs a reason")
    static let specification = Specification(
        "Moves applications to another stage: all of them, or none when one is refused",
        discussion: "The schema checks each change and keeps its history, also when it is made by SQL.",
        arguments: [words], options: [reason, .by], flags: [.dryRun],
        examples: [
            "recruitdb move A-2026-0041 screening", "recruitdb move A-2026-0041 A-2026-0042 rejected --reason no_fit",
        ])

    func run(_ invocation: Invocation) throws {
        let words = invocation.words(Self.words)
        guard words.count >= 2, let stage = words.last else {
            throw invocation.usage("which applications, and to which stage? For example: move A-2026-0041 screening")
        }
        let moves = try RecruitmentDatabase(path: invocation.databasePath).move(
            Array(words.dropLast()), to: stage, reason: invocation[Self.reason], by: invocation.handle,
            isDryRun: invocation[.dryRun])
        for move in moves {
            invocation.print("\(move.ref): \(move.from) -> \(stage)\(invocation[.dryRun] ? " would be allowed" : "")")
        }
    }
}
