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
    /// Messages that could be stored but not read like others.
    public var troubles: [Trouble] = []
    /// Whether the run was stopped before its end.
    public var isInterrupted = false

    /// What became of the text of the papers; nil where it was left for later.
    public var text: TextReport?

    /// How many messages were read.
    public var messages: Int { known + added.values.reduce(0, +) }
}

extension MailImportReport {
    /// The report for people: a line for each kind that came in, and what to do next.
    public var lines: [String] {
        guard messages > known else { return ["\(known) messages read, nothing is new"] + textLines }
        let words = [
            "application": "applications", "supplement": "mails that bring more papers", "reply": "replies",
            "sent": "mails of the lab's own", "reference_letter": "letters of reference", "enquiry": "enquiries",
            "automatic": "automatic mails", "spam": "spam", "other": "others", "undecided": "undecided",
        ]
        let order = [
            "application", "supplement", "reply", "sent", "reference_letter", "enquiry", "automatic", "spam", "other",
            "undecided",
        ]
        var lines = ["\(messages) messages read, \(messages - known) new, \(known) known, \(papers) papers"]
        for triage in order {
            if let count = added[triage] { lines.append("\(Self.padded(count)) \(words[triage] ?? triage)") }
        }
        if inInbox > 0 { lines.append("\(inInbox) wait for a person: recruitdb inbox") }
        return lines + textLines
    }

    private var textLines: [String] {
        guard let text, text.count > 0 else { return [] }
        var lines = ["text of \(text.extracted) papers read"]
        if text.withoutText > 0 { lines.append("\(Self.padded(text.withoutText)) have none: scans, perhaps") }
        if text.unsupported > 0 { lines.append("\(Self.padded(text.unsupported)) are of a kind that is not read") }
        if text.failed > 0 { lines.append("\(Self.padded(text.failed)) are damaged or locked") }
        if text.pending > 0 {
            lines.append("\(Self.padded(text.pending)) wait: \(text.missing.joined(separator: "; "))")
        }
        return lines
    }

    private static func padded(_ count: Int) -> String {
        let digits = String(count)
        return String(repeating: " ", count: max(0, 6 - digits.utf8.count)) + digits
    }
}
