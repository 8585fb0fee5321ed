/// Words of a person who applies.
enum ApplyWords {
    /// The first apply phrase in the first person ("I apply", "my application", 我想申请, 应聘); nil when there is none.
    static func phrase(in text: WordTokens) -> String? {
        text.sentences().lazy.compactMap { sentence in place(in: sentence).map { sentence.words(in: $0) } }.first
    }

    /// What a sentence applies for: all of it ("I apply for Spring 2028"), or what follows "my application".
    static func object(in sentence: WordTokens) -> WordTokens? {
        guard let place = place(in: sentence) else { return nil }
        guard sentence.tokens[place].last?.text == "application" else { return sentence }
        return WordTokens(tokens: Array(sentence.tokens[place.upperBound...].prefix(6)))
    }

    private static func place(in sentence: WordTokens) -> Range<Int>? {
        guard let match = firstPerson.firstMatch(in: sentence), !isHesitant(sentence, match.range),
            !isAboutSomethingElse(sentence, after: match.range)
        else { return nil }
        return match.range
    }

    /// An apply word in a subject that the sender wrote.
    static func word(inSubject subject: SubjectLine) -> String? {
        guard !subject.prefixes.contains(.reply) else { return nil }
        let words = WordTokens(subject.text, limit: 2_000)
        guard !notOwn.matches(words) else { return nil }
        return inSubject.firstMatch(in: words)?.words
    }

    /// "I plan to apply", "how can I apply", "if I apply" apply for nothing yet.
    private static func isHesitant(_ sentence: WordTokens, _ range: Range<Int>) -> Bool {
        if sentence.tokens.last?.text == "?" { return true }
        let around = max(0, range.lowerBound - 3)..<range.upperBound
        if sentence.tokens[around].contains(where: { hesitations.contains($0.text) }) { return true }
        return asking.matches(sentence)
    }

    /// "I apply deep learning to images", "my application for a visa".
    private static func isAboutSomethingElse(_ sentence: WordTokens, after range: Range<Int>) -> Bool {
        let next = sentence.tokens[range.upperBound...].filter { $0.kind != .mark }
        if otherThings.matches(WordTokens(tokens: Array(next.prefix(5)))) { return true }
        guard let verb = sentence.tokens[range].last?.text, verb == "apply" || verb == "applying",
            let following = next.first, following.kind != .end
        else { return false }
        if following.kind == .han || directions.contains(following.text) { return false }
        return !places.matches(WordTokens(tokens: Array(next.prefix(6))))
    }

    private static let firstPerson: PhraseList = """
        i|i'm|i'd|i've|we ~6 apply|applying,
        hereby|writing|wish|hope|want|like|eager|keen|love|interested to|in apply|applying, my ~2 application,
        please ~3 consider me|my, consider me for, submit|submitting|submitted my|an application,
        我|本人|学生|学生我 ~8 申请|应聘|报考|求职, 我的 ~2 申请, 特|现|拟|诚|欲|想|希望 ~4 申请|应聘, 应聘, 求职,
        申请 ~8 职位|岗位|博士|博后|研究助理|科研助理|实习|访问|访学|联合培养|攻读|加入, 申请贵
        """
    private static let inSubject: PhraseList = """
        apply, applying, application, applicant, 申请, 应聘, 求职, 报考
        """
    /// The word is there, but the sender does not apply by it.
    private static let notOwn: PhraseList = "your ~2 application, application of ~8 to|in, 您的申请, 你的申请"
    private static let hesitations: Set<String> = .words(
        """
        plan planning intend intending thinking considering if when whether how where should before might may could
        can
        """)
    private static let asking: PhraseList = """
        如何, 怎么, 怎样, 是否, 能否, 可否, 吗, how to
        """
    private static let otherThings: PhraseList = """
        visa, grant, funding, leave, extension, reimbursement, permit, loan, 签证, 经费, 报销
        """
    private static let directions: Set<String> = .words(
        """
        for to as at here now hereby herewith again online formally officially directly
        """)
    private static let places: PhraseList = """
        phd, ph, doctoral, postdoc, postdoctoral, post, position|positions, program|programme, internship, intern,
        ra, research assistant, visiting, opportunity, vacancy, job, role, place, studentship
        """
}
