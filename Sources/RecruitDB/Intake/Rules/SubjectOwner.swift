/// Whose application a subject speaks of.
enum SubjectOwner {
    /// The words that name another person than the sender: "application of Bob", "Bob's application".
    static func another(in reading: MailReading) -> String? {
        let names = Set(WordTokens(reading.applicant?.name ?? "", limit: 300).tokens.map(\.text))
        for subject in reading.subjectWords {
            if let match = papersOf.firstMatch(in: subject), let owner = owner(after: match.range, in: subject),
                !names.contains(owner)
            {
                return "\(match.words) \(owner)"
            }
            if let words = possessive(in: subject, besides: names) { return words }
        }
        return nil
    }

    /// The word after "of", unless it is a position: "Application of PhD position" is the writer's own.
    private static func owner(after range: Range<Int>, in subject: WordTokens) -> String? {
        guard let next = subject.tokens[range.upperBound...].first(where: { $0.kind != .mark }) else { return nil }
        return next.kind == .word && !positionWords.contains(next.text) ? next.text : nil
    }

    private static func possessive(in subject: WordTokens, besides names: Set<String>) -> String? {
        for (index, token) in subject.tokens.enumerated() where token.text.hasSuffix("'s") {
            let owner = String(token.text.dropLast(2))
            let after = WordTokens(tokens: Array(subject.tokens[(index + 1)...].prefix(4)))
            guard !names.contains(owner), !degrees.contains(owner), let paper = papers.firstMatch(in: after) else {
                continue
            }
            return "\(token.text) \(paper.words)"
        }
        return nil
    }

    private static let papers: PhraseList = "application, cv, resume, candidacy, transcript"
    private static let papersOf: PhraseList = "application|applicant|candidate|candidacy|cv|resume|transcript of"
    private static let degrees: Set<String> = .words(
        """
        phd master bachelor intern postdoc doctor ra student scholar
        """)
    private static let positionWords: Set<String> = .words(
        """
        phd ph doctoral doctor postdoc post postdoctoral ra research intern internship visiting the a an your my
        full position summer fall spring autumn interest remote graduate
        """)
}
