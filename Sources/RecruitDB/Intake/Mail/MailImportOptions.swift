/// How mail is imported.
struct MailImportOptions {
    /// A member's handle, or the login name of who runs it.
    var by: String
    /// Whether nothing is written and only the report is wanted.
    var isDryRun = false
    /// Called with how many messages were read.
    var progress: ((Int) -> Void)?
    /// Asked between messages; true ends the run after whole messages.
    var shouldStop: () -> Bool = { false }
    /// Called after each batch is safe.
    var committed: (() throws -> Void)?
    /// The text of a paper that no name tells apart; nil when it cannot be read.
    var text: ((_ bytes: [UInt8]) -> String?)?
}
