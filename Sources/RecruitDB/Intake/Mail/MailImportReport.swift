/// What an import of mail brought.
public struct MailImportReport: Sendable, Hashable {
    /// A message that could be stored but not read like others.
    public struct Trouble: Sendable, Hashable {
        /// The mailbox or file, and where in it.
        public let place: String
        /// What is wrong.
        public let reason: String
    }

    /// New messages by triage: application, supplement, ..., undecided.
    public var added: [String: Int] = [:]
    /// Messages that were there already.
    public var known = 0
    /// Papers that were new.
    public var papers = 0
    /// New messages that wait in the inbox.
    public var inInbox = 0
    public var troubles: [Trouble] = []
    /// Whether the run was stopped before its end.
    public var isInterrupted = false
    /// What became of the text of the papers; nil where it was not asked for.
    public var text: TextReport?

    /// How many messages were read.
    public var messages: Int { known + added.values.reduce(0, +) }
}
