import MailMessage

/// Rule 7: a letter about an applicant is no application by its sender.
enum ReferenceLetterRule {
    /// The words that make the mail a letter of reference; nil when it is none.
    ///
    /// A file that is named so makes it one unless the sender applies with a CV or transcript of their own beside it.
    static func words(in reading: MailReading) -> String? {
        for subject in reading.subjectWords {
            if let match = subjects.firstMatch(in: subject) { return match.words }
        }
        if let words = aboutAnother(in: reading) { return words }
        guard let letter = reading.papers.first(where: { $0.classification.type == .recommendation }) else {
            return nil
        }
        let isOwn = reading.papers.contains { $0.classification.isEvidence } && appliesThemselves(reading)
        return isOwn ? nil : letter.attachment.filename ?? letter.classification.reason
    }

    /// The words by which the sender recommends somebody else; a letter that an applicant hands in has none.
    static func aboutAnother(in reading: MailReading) -> String? {
        for subject in reading.subjectWords {
            if let match = subjectsAboutAnother.firstMatch(in: subject), !isOwn(subject, after: match.range) {
                return match.words
            }
        }
        guard let match = texts.firstMatch(in: reading.text), !isOwn(reading.text, after: match.range) else {
            return nil
        }
        return match.words
    }

    private static func appliesThemselves(_ reading: MailReading) -> Bool {
        ApplyWords.phrase(in: reading.text) != nil
            || reading.subjects.contains { ApplyWords.word(inSubject: $0) != nil }
    }

    /// "Recommendation letter for my application", "recommend me".
    private static func isOwn(_ text: WordTokens, after range: Range<Int>) -> Bool {
        let following = text.tokens[range.upperBound...].lazy.filter { $0.kind != .mark }.prefix(4).map(\.text)
        guard let next = following.first else { return true }
        if next == "my" {
            return following.contains { $0 == "application" || $0 == "admission" || $0 == "position" }
                || !persons.contains(following.dropFirst().first ?? "")
        }
        if next == "我" { return following.dropFirst().first != "的" }
        return ownWords.contains(next)
    }

    private static let ownWords: Set<String> = [
        "me", "myself", "the", "your", "this", "phd", "ph", "postdoc", "postdoctoral", "doctoral", "application", "ra",
        "research", "internship", "intern", "visiting", "position", "admission", "our", "that", "it", "\n", ".", "?",
        "!",
    ]
    private static let persons: Set<String> = .words(
        """
        student friend son daughter colleague classmate former phd master's postdoc intern undergraduate graduate
        advisee mentee brother sister assistant research
        """)
    private static let subjects: PhraseList = """
        recommendation|recommendations, reference letter|letters,
        letter|letters of reference|recommendation|support, referee|referees, reference for|request, referee report,
        推荐信, 推荐函, 推荐人, 推荐书
        """
    private static let subjectsAboutAnother: PhraseList = """
        recommendation|reference|support ~2 for|of, letter|letters of recommendation|reference|support ~1 for|of,
        recommendation|reference letter|letters for|of|about|on, recommending
        """
    private static let texts: PhraseList = """
        i|i'm ~6 recommend|recommending,
        pleasure|pleased|happy|delighted|honored|honoured|glad|writing to recommend,
        my recommendation letter|letters for|of|on, my letter of recommendation|reference|support ~1 for|of|on,
        my reference letter for|of|on, my recommendation|reference for|of,
        recommendation|reference letter|letters for mr|ms|mrs|miss|dr|him|her|them,
        in support of mr|ms|miss|him|her|his, i|i've ~2 known|supervised|taught|advised|mentored mr|ms|miss|him|her,
        letter of recommendation|reference|support for mr|ms|miss|him|her|them, 特此推荐, 郑重推荐, 推荐该生,
        推荐该同学, 我推荐|我想推荐|我谨推荐|我强烈推荐|我愿意推荐|我愿推荐|我很高兴推荐, 谨推荐, 向您推荐,
        我为 ~6 写 ~4 推荐信, 推荐 ~4 同学
        """
}
