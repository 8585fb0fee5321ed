/// The letters of applicants, paragraph by paragraph; none asks a question.
enum Bodies {
    /// Returns an English letter; `intake` is the intake as written, where the body states it.
    static func english(
        _ position: Position, _ person: Person, intake: String?, _ random: inout RandomSource
    ) -> [String] {
        let name = position.englishName
        var letter = [
            random.pick(["Dear Prof. Chen,", "Dear Professor Hao Chen,", "Dear Dr. Chen,", "Dear Sir or Madam,"])
        ]
        letter.append(
            random.pick([
                "My name is \(person.latinName). Please consider my application for the \(name) position in your group.",
                "I am \(person.latinName) of \(person.institution.name), and I apply for the \(name) position.",
                "Please accept my application for the position of \(name) in the Smart Lab.",
                "I saw the call on your page. With this mail I apply for the opening as \(name).",
            ]))
        if let intake { letter.append("I wish to start in \(intake).") }
        letter.append(
            random.pick([
                "From September 2024 I have worked on medical image analysis at \(person.institution.name).",
                "At \(person.institution.name) I worked on segmentation of cardiac MRI and on report generation.",
                ">From the abstract of my last paper: the model reads three modalities at once.",
                "My work so far is on trustworthy machine learning for healthcare; I write most code in PyTorch.",
                "I have published at MICCAI and in TMI & MIA, and I know TensorFlow <2.x> as well as PyTorch.",
                "For two years I have built models for pathology slides, and two papers came of it.",
            ]))
        if random.chance(perMille: 600) { letter.append(random.pick(2, of: Research.sentences).joined(separator: " ")) }
        letter.append(
            random.pick([
                "My papers are attached. I would be glad to hear from you.",
                "Please find the documents enclosed. Thank you for your time.",
                "Thank you very much for your consideration.",
                "I look forward to your reply and can be reached at any time.",
            ]))
        letter.append(
            random.pick(["Best regards,", "Kind regards,", "Sincerely,", "Yours sincerely,"]) + "\n\(person.latinName)")
        return letter
    }

    /// Returns a Chinese letter in the person's script.
    static func chinese(
        _ position: Position, _ person: Person, intake: String?, _ random: inout RandomSource
    ) -> [String] {
        let school = person.institution.nativeName ?? person.institution.name
        let word = position.chineseName(person.script)
        let name = person.signature
        if person.script == .traditional {
            return [
                "陳教授您好：",
                "我是\(school)的\(name)，" + random.pick(["希望申請貴實驗室的\(word)職位。", "現申請\(word)一職。"]),
                intake.map { "我希望於\($0)入學。" },
                random.pick(["我的研究方向是醫學影像分析，熟悉 PyTorch。", "我在深度學習與電腦視覺方面有兩年經驗。"]),
                "附件是我的個人資料，感謝您抽空閱讀。",
                "敬祝 教安\n\(name)",
            ].compactMap { $0 }
        }
        return [
            random.pick(["陈老师您好：", "尊敬的陈教授：", "陈教授，您好！"]),
            "我是\(school)的学生\(name)，" + random.pick(["我想申请您课题组的\(word)职位。", "现应聘\(word)岗位，我想申请加入贵实验室。"]),
            intake.map { "希望能够在\($0)入学。" },
            random.pick([
                "本人主要研究方向为医学图像分割与多模态学习，熟练使用 PyTorch 和 TensorFlow。",
                "在校期间发表 MICCAI 论文一篇，参与国家级科研项目两项，专业排名前百分之五。",
                "我对可信人工智能在医疗中的应用非常感兴趣，有较好的编程基础。",
            ]),
            random.chance(perMille: 500) ? "目前已有两篇论文被接收，另有一篇在审，代码均已开源。" : nil,
            random.pick(["附件是我的个人材料，感谢您在百忙之中阅读。", "相关材料见附件，期待您的回复。"]),
            "此致\n敬礼\n\(name)",
        ].compactMap { $0 }
    }

    /// Returns the person's letter as text, paragraphs apart by a blank line.
    static func letter(_ position: Position, _ person: Person, intake: String?, _ random: inout RandomSource) -> String
    {
        let paragraphs =
            person.writesChinese
            ? chinese(position, person, intake: intake, &random) : english(position, person, intake: intake, &random)
        return paragraphs.joined(separator: "\n\n") + "\n"
    }

    /// Returns the text as a small HTML page.
    static func html(_ text: String) -> String {
        let paragraphs = text.split(separator: "\n").map {
            "<p style=\"margin:0 0 8px\">\(Markup.escaped(String($0)))</p>"
        }
        return "<html><head><style>p { font-family: Arial; }</style></head><body>\n"
            + paragraphs.joined(separator: "\n") + "\n</body></html>\n"
    }
}
