import Testing

@testable import RecruitDB

/// Applications as people write them, with the words in them that might mislead a rule.
struct ClearApplicationTests {
    @Test(arguments: Self.letters)
    func `an application in its writer's own words is one`(subject: String, letter: String, position: String) {
        let mail = MailCase("", "From: Ada Byron <ada@example.org>\nSubject: \(subject)\n[Ada_CV.pdf]\n\n\(letter)", "")
        let decision = mail.decided
        #expect(
            decision.new?.position == position, "\(subject): \(decision.why?.rawValue ?? "") \(decision.detail ?? "")")
    }

    static let letters: [(String, String, String)] = [
        (
            "PhD Application - Fall 2027 - Ada Byron - Example University",
            """
            Dear Prof. Chen,

            My name is Ada Byron, and I will graduate from Example University in June 2027. I am writing to express my
            strong interest in a PhD position in your group. For my bachelor's thesis I worked on CT segmentation; the
            model performs well, and the results were published in Fall 2025. I have read your paper on foundation models
            and wonder how far such models transfer.

            My CV and transcript are attached. I would be grateful for the opportunity to discuss with you. I look forward
            to hearing from you.

            Yours sincerely,
            Ada Byron
            """, "phd"
        ),
        (
            "Application for PhD position in medical image analysis",
            """
            Dear Professor,

            I write to apply for the PhD position that you advertised. During my master's degree I learned how to train
            large networks, and my supervisor Prof. Smith has kindly agreed to recommend me. Reference letters can be sent
            on request. I have taught two courses and supervised my junior students.

            Would it be possible to arrange a short online meeting? Thank you for your time and consideration.
            """, "phd"
        ),
        (
            "Prospective PhD student - trustworthy AI",
            """
            Dear Dr. Chen,

            I hope this email finds you well. I am a final-year student and I am applying for PhD programmes starting in
            2027. Your work on trustworthy AI is exactly what I want to do. I recently visited your website and the call
            for PhD students. Please find my CV attached; I can provide any other document or form that you need.

            Do not hesitate to contact me. May I have the chance of an interview?
            """, "phd"
        ),
        (
            "Postdoctoral application: Dr. Ada Byron",
            """
            Dear Prof. Chen,

            I am about to defend my PhD thesis at Example University and would like to apply for a postdoctoral position. I
            serve on the committee of a MICCAI workshop and review for TMI. My visa status allows me to work in Hong Kong
            from May. I attach my CV, publication list and the names of three referees.

            Best wishes,
            Ada
            """, "postdoc"
        ),
        (
            "Post-doc in AI for healthcare",
            """
            Dear Hao,

            We met at CVPR. As discussed I am sending you my application. Looking forward to your reply!

            Ada
            """, "postdoc"
        ),
        (
            "RA application (remote), Ada Byron",
            """
            Dear Prof. Chen,

            I'd like to apply for the RA position. I am available for six months, 40 hours a week, and can work remotely. My
            friend Bob, who works with you, told me about it.

            Regards, Ada
            """, "research-assistant"
        ),
        (
            "Research Assistant Position - Available from January 2027",
            """
            Dear Professor Chen,

            I am highly interested in joining your lab as a research assistant. I want to gain experience before I apply for
            a PhD. Please let me know if you need further information. Could you kindly confirm that you received this?
            """, "research-assistant"
        ),
        (
            "Summer internship 2027",
            """
            Respected Sir,

            I am a third-year student of computer science, looking for a summer internship of three months under your
            guidance. I hereby submit my application with my resume. I am ready to work hard & learn.

            Thanking you, Ada
            """, "intern"
        ),
        (
            "Application for Internship",
            """
            Hi, I apply for the internship in your lab. I've attached my CV. On behalf of the student union I organised a
            hackathon last year, and I transformed its website.
            """, "intern"
        ),
        (
            "Application for Visiting Scholar (CSC-funded)",
            """
            Dear Prof. Chen,

            I am an associate professor at Example University and wish to apply for a one-year visit as a visiting scholar,
            funded by the China Scholarship Council. An invitation letter from you will be needed later. My students and I
            work on pathology.
            """, "visiting-scholar"
        ),
        (
            "【博士申请】张三-清华大学-2027秋季入学",
            """
            尊敬的陈老师：

            您好！我是清华大学自动化系大四学生张三，GPA 3.9，专业排名前5%。我对医学影像分析有浓厚兴趣，拜读过您的论文，希望能在您的指导下攻读博士学位。
            附件是我的简历和成绩单，请您查收。如果方便的话，希望能有机会与您线上交流。

            祝您工作顺利！
            学生 张三
            """, "phd"
        ),
        (
            "申请2027年秋季博士生——李四",
            """
            陈教授您好：

            冒昧打扰。我叫李四，硕士毕业于北京大学，毕业论文研究病理图像。我的导师王教授愿意为我写推荐信。我想申请您课题组的博士生，不知您是否方便看一下我的材料。
            期待您的回复，谢谢老师！
            """, "phd"
        ),
        (
            "博士后应聘-王五",
            """
            陈老师：

            您好！本人将于2027年6月博士毕业，现应聘贵课题组博士后职位。签证和合同事宜可以再商量。随信附上个人简历、代表性论文。

            此致 敬礼
            """, "postdoc"
        ),
        (
            "应聘研究助理",
            """
            老师您好，我的同学在贵组实习，向我介绍了您的课题组。我有两年的工作经验，熟悉PyTorch，希望应聘研究助理，可以全职工作六个月以上。简历见附件。
            """, "research-assistant"
        ),
        (
            "暑期科研实习申请_赵六_浙江大学",
            """
            陈老师好！我是浙江大学大三的学生，想申请暑期科研实习，时间为6月至9月，可远程。现代医学影像申请专利的经历也写在简历里。谢谢老师！
            """, "intern"
        ),
        (
            "訪問學者申請",
            """
            陳教授鈞鑒：

            本人現為臺灣大學助理教授，擬申請於貴實驗室擔任訪問學者一年，隨函檢附履歷表。敬祝 教安
            """, "visiting-scholar"
        ),
        (
            "申請博士班",
            """
            教授您好，我是台大資工所的碩士生，對醫學影像很有興趣，想跟隨您攻讀博士學位，附件為履歷與成績單，感謝您撥冗閱讀！
            """, "phd"
        ),
    ]
}
