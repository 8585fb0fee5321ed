/// Words of a person who asks.
enum QuestionWords {
    /// The question in a subject; nil when it asks nothing.
    static func inSubject(_ subject: WordTokens) -> String? {
        if subject.tokens.contains(where: { $0.text == "?" }) { return "?" }
        return subjectPhrases.firstMatch(in: subject)?.words
    }

    /// The question in a text that must be answered first; nil when it asks nothing.
    ///
    /// Who says that they apply may close with a question ("could we meet?"); who asks about openings, deadlines or
    /// the way to apply has a question whatever is attached.
    static func inText(_ text: WordTokens, sayingThatTheyApply isApplying: Bool) -> String? {
        if let match = always.firstMatch(in: text) { return match.words }
        if !isApplying, let match = indirect.firstMatch(in: text) { return match.words }
        for sentence in text.sentences() where isQuestion(sentence) {
            if aboutTheCall.matches(sentence) || !isApplying && !polite.matches(sentence) {
                return String(sentence.words(in: 0..<sentence.tokens.count).prefix(80))
            }
        }
        return nil
    }

    /// A question mark that ends words, not one inside a link or for a letter that was lost.
    private static func isQuestion(_ sentence: WordTokens) -> Bool {
        guard let last = sentence.tokens.last, last.text == "?" else { return false }
        return sentence.tokens.contains { $0.kind == .word || $0.kind == .han }
    }

    private static let subjectPhrases: PhraseList = """
        how to, deadline|deadlines, question|questions, inquiry|inquiries|enquiry|enquiries, inquire|enquire,
        inquiring|enquiring, asking about|for|if|whether, 请问, 咨询, 询问, 请教, 想问, 问一下, 截止
        """
    private static let always: PhraseList = """
        请问, 咨询, 想问一下, 请教一下, 是否还有, 还有名额, 是否还招, i ~3 have a|some|two|few ~2 question|questions,
        wonder|wondering|unsure|sure|ask|know|asking ~2 how to, wonder|wondering if|whether ~8 position|positions|opening|openings,
        wonder|wondering if|whether ~8 student|students|funding|take|taking|accept|accepting|recruit|recruiting,
        like|want|wish|need to know|ask ~4 how|deadline|whether|when|what|which, tell me ~3 how|deadline|whether|when|what|which,
        let me know ~3 how|deadline|whether|when|what|which, ask|inquire|enquire about ~5 deadline|opening|openings
        """
    /// How letters close: no answer is needed to know that the writer applies.
    private static let polite: PhraseList = """
        could|can|would|may|might you|we|i ~5 confirm|meet|talk|chat|call|discuss|speak|interview|look|acknowledge|consider,
        could|can|would|may|might you|we|i ~5 arrange|schedule|review|join|conversation|meeting|opportunity|chance,
        possible to ~3 meet|talk|chat|call|discuss|speak|arrange|schedule|have|join|work, 机会, 面谈, 交流
        """
    private static let indirect: PhraseList = """
        wonder|wondering if|whether, like|want|wish|hope to know|ask|inquire|enquire,
        inquire|enquire about|whether|if, inquiring|enquiring, curious if|whether, 想了解, 想知道, 想问, 想咨询
        """
    private static let aboutTheCall: PhraseList = """
        how to, how ~3 apply, deadline|deadlines, due date, opening|openings, vacancy|vacancies,
        any|available|open|vacant ~3 position|positions|slot|slots|place|places|spot|spots|phd|postdoc,
        position|positions|slot|slots|place|places|spot|spots|call|vacancy ~4 open|available|vacant|free|filled, still,
        accept|accepting|recruit|recruiting|hire|hiring|admit|admitting, eligible|eligibility,
        requirement|requirements|required|require, fee|fees, looking for, taking|take ~3 student|students,
        when ~2 is|are|will|does|should|do, what|which, whether, can|could|may|should|do i ~2 apply, is|are there,
        qualify|qualified, 招, 名额, 是否, 什么时候, 什么材料, 什么条件, 怎么, 如何, 截止, 多少, 有没有, 要求, 条件,
        奖学金
        """
}
