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
    /// Whether the text of papers is wanted now.
    var readsText = true
    /// What makes it; nil where it is not installed, or not wanted.
    var program: ExtractionProgram?
}
