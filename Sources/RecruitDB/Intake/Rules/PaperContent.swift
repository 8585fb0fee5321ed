/// The type of paper that a text shows by its title and headings.
struct PaperContent: Sendable {
    let type: (type: PaperType, words: String)?

    /// Reads the first page or so.
    init(_ text: String) {
        let text = WordTokens(text, limit: 6_000)
        for (type, phrases) in Self.titles {
            if let match = phrases.firstMatch(in: text), match.range.lowerBound < Self.titleDepth[type] ?? 40 {
                self.type = (type, match.words)
                return
            }
        }
        let headings = Self.cvHeadings.filter { $0.matches(text) }
        if headings.count >= 3 {
            type = (.cv, "education, experience and other headings of a CV")
        } else if Self.abstract.matches(text), Self.paperHeadings.matches(text) {
            type = (.publication, "abstract, introduction")
        } else {
            type = nil
        }
    }

    /// How far from the beginning a title may stand, in words.
    private static let titleDepth: [PaperType: Int] = [.recommendation: 400, .coverLetter: 200, .certificate: 120]

    private static let titles: [(PaperType, PhraseList)] = [
        (.cv, "curriculum vitae, resume, 个人简历, 简历, 履历"),
        (
            .transcript,
            """
            academic transcript, official transcript, transcript of, transcript, academic record, 成绩单, 学业成绩
            """
        ),
        (
            .recommendation,
            """
            letter of recommendation|reference, recommendation letter, 推荐信, 推荐函, 推荐人, 推荐该生,
            recommend him|her|them|mr|ms|miss, pleasure to recommend, pleased|happy|delighted|honored to recommend
            """
        ),
        (
            .researchStatement,
            """
            research statement|proposal|plan, statement of purpose, personal statement, 研究计划, 个人陈述
            """
        ),
        (
            .certificate,
            """
            this is to certify, certificate of, 兹证明, 荣誉证书, 学位证书, 毕业证书, test taker
            """
        ),
        (
            .coverLetter,
            """
            dear ~8 i ~6 apply|applying, writing to apply, writing to express my interest, 求职信, 自荐信
            """
        ),
    ]
    private static let cvHeadings: [PhraseList] = [
        "education, educational background, 教育背景, 教育经历",
        """
        experience, experiences, employment, internship, internships, 工作经历, 实习经历, 科研经历, 研究经历
        """,
        "publications, selected publications, 论文发表, 发表论文, 学术成果",
        "skills, programming, 技能, 专业技能",
        "honors, awards, scholarships, 获奖, 荣誉",
        "projects, 项目经历, 项目经验",
        "references, referees, languages, hobbies, 自我评价",
    ]
    private static let abstract: PhraseList = "abstract, 摘要"
    private static let paperHeadings: PhraseList = "introduction, keywords, 关键词, 引言"
}
