/// The text of a curriculum vitae, in English or in Chinese.
enum CurriculumVitae {
    /// Returns the sections: education, research, publications, skills, awards and test scores.
    static func text(_ paper: Paper, _ person: Person, _ random: inout RandomSource) -> PaperText {
        let words = paper.chinese ? (person.script == .traditional ? traditional : simplified) : english
        var text = PaperText()
        text.title("\(words.title) - \(paper.chinese ? person.signature : person.latinName)")
        text.paragraph("\(person.paperAddress), +852 5550 \(random.within(1000, 9999))")
        text.heading(words.education)
        education(paper, person, words, &text, &random)
        text.heading(words.research)
        for year in [2025, 2024, 2023, 2022].prefix(random.within(2, 4)) {
            text.item("\(year)-\(year + 1): \(random.pick(Research.titles))")
            let sentences = random.pick(4, of: Research.sentences(paper, person))
            text.paragraph(sentences.joined(separator: paper.chinese ? "" : " "))
        }
        text.heading(words.publications)
        for title in random.pick(random.within(1, 7), of: Research.titles) {
            let venue = "\(random.pick(Research.venues)) \(random.within(2021, 2026))"
            text.item("\(person.latinName), \(random.pick(coauthors)). \(title). \(venue).")
        }
        text.heading(words.skills)
        text.item("\(random.pick(frameworks)), \(random.pick(4, of: Research.skills).joined(separator: ", "))")
        text.heading(words.awards)
        text.item("\(random.pick(words.prizes)), \(random.within(2021, 2025))")
        text.heading(words.scores)
        text.item("TOEFL \(random.within(88, 117)), GRE \(random.within(310, 336)), CET-6 \(random.within(480, 640))")
        return text
    }

    private static func education(
        _ paper: Paper, _ person: Person, _ words: Words, _ text: inout PaperText, _ random: inout RandomSource
    ) {
        let school = paper.chinese ? person.institution.nativeName ?? person.institution.name : person.institution.name
        let levels =
            switch paper.position {
            case .postdoc: [(2021, words.doctor), (2018, words.master), (2014, words.bachelor)]
            case .phd, .visitingScholar: [(2024, words.master), (2020, words.bachelor)]
            case .researchAssistant, .intern: [(2023, words.bachelor)]
            }
        for (year, degree) in levels {
            let grade = "GPA \(random.within(31, 40) / 10).\(random.within(0, 9))\(random.within(0, 9))/4.3"
            text.item("\(year)-\(year + 3): \(school), \(degree), \(random.pick(words.majors)), \(grade)")
        }
    }

    private static let frameworks = ["PyTorch", "PyTorch", "PyTorch and TensorFlow", "TensorFlow", "JAX"]
    private static let coauthors = ["A. Example", "B. Sample and C. Model", "D. Placeholder et al.", "E. Instance"]

    private struct Words {
        let title, education, research, publications, skills, awards, scores: String
        let doctor, master, bachelor: String
        let majors, prizes: [String]
    }

    private static let english = Words(
        title: "Curriculum Vitae", education: "Education", research: "Research Experience",
        publications: "Publications", skills: "Skills", awards: "Awards", scores: "Test Scores", doctor: "PhD",
        master: "MSc", bachelor: "BEng",
        majors: ["Computer Science", "Biomedical Engineering", "Electronic Engineering", "Applied Mathematics"],
        prizes: ["National Scholarship", "Best Student Paper", "Dean's List", "First Prize, Mathematical Modelling"])
    private static let simplified = Words(
        title: "个人简历", education: "教育背景", research: "科研经历", publications: "发表论文", skills: "专业技能", awards: "获奖情况",
        scores: "英语水平", doctor: "博士", master: "硕士", bachelor: "学士",
        majors: ["计算机科学与技术", "生物医学工程", "电子信息工程", "应用数学", "医学影像分析"],
        prizes: ["国家奖学金", "校级优秀毕业生", "数学建模竞赛一等奖"])
    private static let traditional = Words(
        title: "個人簡歷", education: "教育背景", research: "研究經歷", publications: "發表論文", skills: "專業技能", awards: "獲獎情況",
        scores: "英語水平", doctor: "博士", master: "碩士", bachelor: "學士",
        majors: ["計算機科學", "生物醫學工程", "電子工程", "應用數學"], prizes: ["院長獎學金", "優秀畢業生"])
}
