import MailMessage

/// Rule 5: whether a person applies on their own behalf.
enum ApplicationRule {
    enum Outcome: Sendable, Equatable {
        /// The words or the file that show it.
        case applies(String)
        case waits(InboxReason, String?)
    }

    /// Looks at questions and other subjects first: they wait whatever is attached.
    static func outcome(_ reading: MailReading) -> Outcome {
        let phrase = ApplyWords.phrase(in: reading.text)
        let word = reading.subjects.lazy.compactMap { ApplyWords.word(inSubject: $0) }.first
        let isApplying = phrase != nil || word != nil
        for subject in reading.subjectWords {
            if let words = QuestionWords.inSubject(subject) { return .waits(.question, words) }
            if let words = OtherSubjectWords.found(in: subject, sayingThatTheyApply: isApplying) {
                return .waits(.otherSubject, words)
            }
        }
        if let words = QuestionWords.inText(reading.text, sayingThatTheyApply: isApplying) {
            return .waits(.question, words)
        }
        if let words = ThirdPersonWords.found(in: reading.subjectWords + [reading.text]) {
            return .waits(.thirdPerson, words)
        }
        if phrase == nil, let words = SubjectOwner.another(in: reading) { return .waits(.thirdPerson, words) }
        if let paper = reading.papers.first(where: { $0.classification.isEvidence }) {
            return .applies(paper.classification.reason)
        }
        if let phrase { return .applies("the text says \"\(phrase)\"") }
        if !reading.papers.isEmpty, let match = attached.firstMatch(in: reading.text) {
            return .applies("the text says \"\(match.words)\"")
        }
        if let word, !yours.matches(reading.text), !isToMany(reading.message) {
            return .applies("the subject says \"\(word)\"")
        }
        return .waits(.nothingToApplyWith, nil)
    }

    /// Advertising may have an apply word in its subject; without a paper or a first person that is not enough.
    private static func isToMany(_ message: Message) -> Bool {
        if message.header("List-Unsubscribe") != nil { return true }
        let flag = message.header("X-Spam-Flag") ?? message.header("X-Spam-Status") ?? ""
        return NormalizedText.folded(flag).hasPrefix("yes")
    }

    private static let attached: PhraseList = """
        my ~4 cv|resume|transcript|transcripts, my ~4 curriculum vitae,
        attached|enclosed ~5 cv|resume|transcript|transcripts,
        cv|resume|transcript|transcripts ~3 attached|enclosed, 简历, 履历, 成绩单
        """

    /// Whether it asks something, in the subject or in the text.
    static func asks(_ reading: MailReading) -> Bool {
        reading.subjectWords.contains { QuestionWords.inSubject($0) != nil }
            || QuestionWords.inText(reading.text, sayingThatTheyApply: false) != nil
    }

    private static let yours: PhraseList = "your application, your submission, 您的申请, 你的申请"
}
