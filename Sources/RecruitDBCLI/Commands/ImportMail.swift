import RecruitDB

/// Mail in.
struct ImportMail: Command {
    static let name = "mail"
    static let paths = Argument(
        "path", "a message, an mbox, a Maildir, a folder of them, or - for standard input", .oneOrMore)
    static let noText = Flag("no-text", "leave the text of the papers for later")
    static let specification = Specification(
        "Imports mail: applications, papers, replies; what is unsure waits in the inbox",
        discussion: """
            The same mailbox again changes nothing. Ctrl-C leaves whole messages only; the next run goes on.
            """,
        arguments: [paths], options: [.by], flags: [noText, .dryRun],
        examples: ["recruitdb import mail inbox.mbox", "recruitdb import mail ~/Maildir sent.mbox --by lwei"])

    func run(_ invocation: Invocation) throws {
        Interruption.defer()
        var progress = Progress("messages")
        let report = try RecruitmentDatabase(path: invocation.databasePath).importMail(
            from: invocation.words(Self.paths), by: invocation.handle, isDryRun: invocation[.dryRun],
            readsText: !invocation[Self.noText], progress: { progress.update($0) },
            shouldStop: { Interruption.isRequested })
        progress.finish()
        for trouble in report.troubles { StandardError.say("\(trouble.place): \(trouble.reason)") }
        for line in report.lines { invocation.print(line) }
        if report.isInterrupted {
            throw RecruitmentError(.interrupted, "stopped after \(report.messages) messages; run it again to go on")
        }
    }
}
