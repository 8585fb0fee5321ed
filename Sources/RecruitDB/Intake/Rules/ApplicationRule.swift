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
        if let paper = reading.papers.first(where: { $0.classification.isEvidence }) {
            return .applies(paper.classification.reason)
        }
        if let phrase { return .applies("the text says \"\(phrase)\"") }
        if let word, !yours.matches(reading.text) { return .applies("the subject says \"\(word)\"") }
        return .waits(.nothingToApplyWith, nil)
    }

    /// Whether it asks something, in the subject or in the text.
    static func asks(_ reading: MailReading) -> Bool {
        reading.subjectWords.contains { QuestionWords.inSubject($0) != nil }
            || QuestionWords.inText(reading.text, sayingThatTheyApply: false) != nil
    }

    private static let yours: PhraseList = ["your application", "your submission", "您的申请", "你的申请"]
}
