import RecruitDB

/// A rule taught.
struct InboxRuleAdd: Command {
    static let name = "add"
    static let from = Option("from", value: "pattern", "whose mail: an address, or with * and ? for others' letters")
    static let kind = Option("as", value: "kind", "what it is: automatic, enquiry, spam or other")
    static let now = Flag("now", "dismiss what waits in the inbox from there, too")
    static let force = Flag("force", "even where mail from there made or joined an application")
    static let specification = Specification(
        "Teaches a rule, after trying it on the mail that is here",
        discussion: "It counts for mail that comes from now on. With --dry-run it says what it would have done.",
        options: [from, kind, .by], flags: [now, force, .dryRun],
        examples: ["recruitdb inbox rule add --from '*@lists.example.org' --as automatic --now"])

    func run(_ invocation: Invocation) throws {
        guard let sender = invocation[Self.from] else {
            throw invocation.usage("whose mail? Add --from with an address or a pattern such as '*@lists.example.org'")
        }
        guard let kind = invocation[Self.kind] else {
            throw invocation.usage("as what? Add --as with automatic, enquiry, spam or other")
        }
        let trial = try RecruitmentDatabase(path: invocation.databasePath).teach(
            sender: sender, as: kind, by: invocation.handle, decidesWaiting: invocation[Self.now],
            isForced: invocation[Self.force], isDryRun: invocation[.dryRun])
        let isNone = trial.fits.isEmpty
        invocation.print(
            isNone
                ? "no mail that is here is from there"
                : "of the mail that is here it fits "
                    + trial.fits.map { "\($0.messages) \($0.triage)" }.joined(separator: ", "))
        if !trial.applications.isEmpty {
            let shown = trial.applications.prefix(5).map(String.init).joined(separator: ", ")
            invocation.print("\(trial.applications.count) of them belong to applications, such as \(shown)")
        }
        guard !trial.waiting.isEmpty else { return }
        let verb = invocation[.dryRun] ? "would be dismissed" : "are dismissed"
        invocation.print(
            invocation[Self.now]
                ? "\(trial.waiting.count) that waited \(verb) as \(kind)"
                : "\(trial.waiting.count) wait in the inbox: add --now to dismiss them")
    }
}
