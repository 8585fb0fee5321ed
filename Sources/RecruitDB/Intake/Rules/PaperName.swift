/// The types of paper that a file's name speaks of, in the order of the words.
struct PaperName: Sendable {
    private(set) var types: [(type: PaperType, words: String)] = []

    init(_ filename: String) {
        let text = WordTokens(Self.spelledOut(Self.withoutEnding(filename)), limit: 512)
        var found: [(type: PaperType, range: Range<Int>)] = []
        for (type, phrases) in Self.phrases {
            var start = 0
            while let range = phrases.match(in: text, from: start) {
                found.append((type, range))
                start = range.upperBound
            }
        }
        found.sort { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
        var end = 0
        for (type, range) in found where range.lowerBound >= end {
            end = range.upperBound
            if type == .cv, Self.isComputerVision(text, range) { continue }
            types.append((type, text.words(in: range)))
        }
    }

    /// `CV paper`, `CV课程`: computer vision, not a curriculum vitae.
    private static func isComputerVision(_ text: WordTokens, _ range: Range<Int>) -> Bool {
        guard text.tokens[range.lowerBound].text == "cv", range.upperBound < text.tokens.count else { return false }
        return ["paper", "papers", "project", "course", "lab", "论", "课"].contains(text.tokens[range.upperBound].text)
    }

    private static func withoutEnding(_ name: String) -> String {
        guard let point = name.utf8.lastIndex(of: 0x2E), point > name.utf8.startIndex else { return name }
        let ending = name.utf8[name.utf8.index(after: point)...]
        return ending.count <= 5 && !ending.contains(0x20) ? String(name[..<point]) : name
    }

    /// `AdaByronCV_v2` as `Ada Byron CV v2`.
    private static func spelledOut(_ name: String) -> String {
        var spelled = String.UnicodeScalarView()
        let scalars = Array(NormalizedText.nfkc(name).unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if index > 0, scalar.properties.isUppercase {
                let startsWord = index + 1 < scalars.count && scalars[index + 1].properties.isLowercase
                if scalars[index - 1].properties.isLowercase || scalars[index - 1].properties.isUppercase && startsWord
                {
                    spelled.append(" ")
                }
            }
            spelled.append("_.+&,()[]".unicodeScalars.contains(scalar) ? " " : scalar)
        }
        return String(spelled)
    }

    private static let phrases: [(PaperType, PhraseList)] = [
        (
            .cv,
            """
            cv, cvs, c v, resume, resumes, curriculum vitae, vitae, vita, lebenslauf, 简历, 履历, 个人介绍
            """
        ),
        (
            .transcript,
            """
            transcript|transcripts, academic record|records, grade report|sheet|card, grades, mark sheet,
            marksheet, marks, grade transcript, 成绩, 成绩单
            """
        ),
        (
            .coverLetter,
            """
            cover letter, coverletter, covering letter, motivation letter, letter of motivation|intent|interest,
            motivation, application letter, letter of application, 求职信, 自荐信, 自荐书, 申请信, 动机信, 套磁信,
            求职意向
            """
        ),
        (
            .researchStatement,
            """
            research statement|proposal|plan|interest|interests|summary, statement of purpose|research|interest,
            sop, personal statement, study plan, proposal, statement, 研究计划, 研究计画, 研究方案, 研究陈述,
            个人陈述, 学习计划, 读博计划, 开题报告, 研究兴趣
            """
        ),
        (
            .publication,
            """
            paper|papers, publication|publications, publication list, manuscript|manuscripts, preprint, arxiv,
            article, thesis, dissertation, 论文, 发表, 著作
            """
        ),
        (
            .recommendation,
            """
            recommendation, recommendation letter|letters, letter|letters of recommendation|reference|support,
            reference letter|letters, referee, referees, referee report|letter, rec letter, lor, 推荐信, 推荐函,
            推荐书, 推荐表, 专家推荐
            """
        ),
        (
            .certificate,
            """
            certificate|certificates, certification, diploma, degree, toefl, ielts, gre, gmat, cet4, cet6, cet 4,
            cet 6, award|awards, score report, english score, 证书, 证明, 学位证, 毕业证, 奖状, 获奖, 托福, 雅思,
            托福成绩单, 托福成绩, 雅思成绩单, 雅思成绩, 英语成绩, 英语成绩单, 六级, 四级, 六级成绩单, 四级成绩单,
            六级成绩, 四级成绩, 英语六级成绩单
            """
        ),
    ]
}
