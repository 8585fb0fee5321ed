import MailMessage

/// Rule 1: mail that a machine sent to many, or back.
enum AutomaticRule {
    /// Whether the mail is automatic; the lab's own list marks its mail as a list does, and that decides nothing.
    static func matches(_ message: Message, _ laboratory: Laboratory) -> Bool {
        if startsAsAnswer(message.subject) { return true }
        guard message.automatic != nil else { return false }
        let isOwnList = message.header("List-Id").map(laboratory.isOwnList) ?? false
        guard isOwnList else { return true }
        return message.automaticField != "list-id" && message.automaticField != "precedence"
    }

    private static func startsAsAnswer(_ subject: String) -> Bool {
        let words = WordTokens(subject, limit: 200)
        return answers.match(in: words, from: 0)?.lowerBound == 0
    }

    private static let answers: PhraseList = "automatic reply, out of office, 自动回复, 自动答复"
}
