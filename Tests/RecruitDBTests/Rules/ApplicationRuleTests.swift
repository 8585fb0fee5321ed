import Testing

@testable import RecruitDB

struct ApplicationRuleTests {
    @Test(arguments: Self.applies)
    func `who applies on their own behalf has an application`(mail: MailCase) {
        let decision = mail.decided
        #expect(decision.triage == .application && decision.new?.position == mail.expected, "\(decision)")
    }

    @Test(arguments: Self.waits)
    func `what may be anything else waits for a person`(mail: MailCase) {
        let decision = mail.decided
        #expect(decision.triage == .undecided && decision.why?.rawValue == mail.expected, "\(decision)")
    }

    @Test func `an undecided mail has a reason and a suggestion, an application has neither`() {
        for mail in Self.applies + Self.waits {
            let decision = mail.decided
            #expect((decision.triage == .undecided) == (decision.why != nil))
            #expect((decision.triage == .application) == (decision.new != nil))
            guard let why = decision.why else { continue }
            #expect(decision.suggestion?.applicant?.address == (why == .referenceLetter ? nil : "ada@example.org"))
        }
    }

    /// Subject, files, text, position.
    static let applies = mails(
        """
        PhD application | cv.pdf, transcript.pdf | Dear Prof. Chen, please find my papers attached. | phd
        PhD application | | Dear Prof. Chen, I would like to apply. My CV will follow. | phd
        PhD | cv.pdf | | phd
        PhD - Ada Byron | | I am writing to apply for the position. | phd
        PhD - Ada Byron | | I want to apply PhD in your group. | phd
        PhD - Ada Byron | | Please consider my application. | phd
        PhD - Ada Byron | | I'm applying to your group with great interest. | phd
        Postdoc: Ada Byron | Ada_Byron_CV.pdf | Hello! Papers attached. | postdoc
        Research assistant | resume.docx | See attached. | research-assistant
        RA | transcripts.pdf | See attached. | research-assistant
        Internship | AdaByron.pdf | I hereby apply for the internship. | intern
        Visiting scholar | material.zip | My application for a visit of six months is attached. | visiting-scholar
        Application for PhD position | | | phd
        Applying for PhD | photo.jpg | Best regards, Ada | phd
        PhD applicant Ada Byron | | Best regards, Ada | phd
        博士申请 | 简历.pdf, 成绩单.pdf | 老师您好，附件是我的简历和成绩单，谢谢！ | phd
        博士后 | | 陈老师您好，我想申请贵课题组的职位。 | postdoc
        应聘研究助理 | | 您好，随信附上材料。 | research-assistant
        實習 | 履歷.pdf | 老師您好，我是王小明。 | intern
        實習申請 | | 老師您好 | intern
        访问学者 | | 本人希望申请访问学者职位。 | visiting-scholar
        【ＰＨＤ申请】张三 | 张三简历.pdf | 尊敬的陈教授，您好！ | phd
        Fall 2027 PhD Application: Ada | cv.pdf | I am applying for PhD. Could we have a short call next week? | phd
        PhD application | cv.pdf | I apply for a place. Would you have time for a chat? Thank you! | phd
        PhD application | cv.pdf | My page: https://example.org/?id=3&x=y | phd
        PhD application | cv.pdf | I built platforms that transform information and perform well. | phd
        PhD application | cv.pdf, recommendation_smith.pdf | I apply. Two letters of recommendation are attached. | phd
        PhD application | cv.pdf | I apply. Prof. Smith would be glad to write a recommendation letter for me. | phd
        PhD application | cv.pdf | I learned how to design nets, and I know the deadline of HKPFS. | phd
        PhD application | cv.pdf | I worked for my professors, supervised students and wrote a thesis on visas. | phd
        PhD application in information theory | cv.pdf | Hello. | phd
        PhD application | cv.pdf, logo.png inline | Hello. | phd
        Post-doc application | cv.txt:Curriculum Vitae | Hello. | postdoc
        Post-doc | a.txt:Curriculum Vitae of Ada | Hello. | postdoc
        PhD application - Ada, recommended by Prof. Smith | cv.pdf | Hello. | phd
        Re: PhD application | cv.pdf | Hello, my CV once more. | phd
        Re: PhD application | | Hello, I would like to apply again. | phd
        推免直博申请 | 简历.pdf | 老师好 | phd
        博士申请（推荐免试） | 简历.pdf | 老师好 | phd
        Application for RA position / Tsinghua / Li Lei | CV.pdf | I am happy to work remotely for 3 months. | research-assistant
        PhD application | cv.pdf | I apply. Please let me know if you need more papers. | phd
        PhD - Ada Byron | AdaByron.pdf | Please find attached my CV. | phd
        博士-张三 | 张三.pdf | 老师您好，附件是我的简历。 | phd
        Application of Ada Byron, PhD | | Hello. | phd
        Application of PhD position | | Hello. | phd
        Ada Byron's PhD application | cv.pdf | Hello. | phd
        Master's student: PhD application | cv.pdf | Hello. | phd
        PhD position | CV.pdf | I was looking for a place like yours. | phd
        PhD position | CV.pdf | I am very interested. My visa allows me to start in May. | phd
        """)

    /// Subject, files, text, reason.
    static let waits = mails(
        """
        Hello | cv.pdf | I want to apply. | no_position
        Application | cv.pdf | I want to apply for a PhD. | no_position
        Radiology, raw VISA data | cv.pdf | I apply. | no_position
        PhD or postdoc application | cv.pdf | I apply. | two_positions
        RA/PhD application | cv.pdf | I apply. | two_positions
        联合培养博士申请 | 简历.pdf | 我想申请。 | two_positions
        PhD student applying for postdoc | cv.pdf | I apply. | two_positions
        陈博士您好，求职 | 简历.pdf | 我想申请。 | position_unclear
        PhD position? | cv.pdf | I want to apply. | question
        PhD application？ | cv.pdf | I apply. | question
        How to apply for PhD | cv.pdf | I apply. | question
        PhD application deadline | cv.pdf | I apply. | question
        请问还招博士吗 | 简历.pdf | 我想申请。 | question
        咨询博士申请 | 简历.pdf | 我想申请。 | question
        諮詢博士申請 | 简历.pdf | 我想申请。 | question
        Inquiry about PhD position | cv.pdf | I am interested. | question
        Question about PhD application | | Hello. | question
        PhD application | cv.pdf | I want to apply. When is the deadline? | question
        PhD application | cv.pdf | I want to apply. Do you have any open positions? | question
        PhD application | | How can I apply? | question
        PhD | cv.pdf | Is a place free? | question
        博士申请 | 简历.pdf | 老师您好，请问截止日期是哪天。 | question
        博士申请 | 简历.pdf | 老师您好，今年还招生吗？ | question
        PhD committee | cv.pdf | I apply. | other_subject
        PhD thesis of Ada | cv.pdf | I apply. | other_subject
        PhD visa application | cv.pdf | I apply. | other_subject
        RA contract | cv.pdf | Hello. | other_subject
        PhD invitation letter | cv.pdf | Hello. | other_subject
        PhD application form | cv.pdf | Hello. | other_subject
        PhD: call for applications | cv.pdf | Hello. | other_subject
        Call for papers: PhD forum | paper.pdf | We invite you. | other_subject
        博士论文答辩 | 简历.pdf | 您好 | other_subject
        博士生签证 | 简历.pdf | 您好 | other_subject
        博士申请表 | 简历.pdf | 您好 | other_subject
        邀请您参加博士论坛 | 简历.pdf | 您好 | other_subject
        PhD seminar on Friday | slides.pdf | Please come. | other_subject
        Your application for PhD | | Thank you for your application. | other_subject
        PhD application status | | Hello. | other_subject
        Following up on my PhD application | cv.pdf | Hello. | other_subject
        PhD | | Hello, nice lab. | nothing_to_apply_with
        PhD | logo.png inline | Hello. | nothing_to_apply_with
        PhD | cv.png inline | Hello. | nothing_to_apply_with
        PhD | cv.exe | Hello. | nothing_to_apply_with
        PhD | cv.ics | Hello. | nothing_to_apply_with
        PhD | cover_letter.pdf | Hello. | nothing_to_apply_with
        PhD | | I plan to apply next year. | nothing_to_apply_with
        PhD | | I do not apply for anything. | nothing_to_apply_with
        PhD | | In my group I apply deep learning to images. | nothing_to_apply_with
        PhD | | If I apply, I will tell you. | nothing_to_apply_with
        PhD students in applied mathematics | | Hello. | nothing_to_apply_with
        Re: PhD application | | Thanks for the news. | nothing_to_apply_with
        PhD application | | We have received your application. | nothing_to_apply_with
        PhD application of Bob Boole | bob_cv.pdf | For your information. | third_person
        Bob's PhD application | bob_cv.pdf | For your information. | third_person
        Accepted: PhD application talk | | See you. | other_subject
        Boost your PhD application | | We edit it for you. | other_subject
        PhD application | cv.pdf | I apply. Is the position still open? | question
        PhD application | cv.pdf | I apply. I also wonder how to send my scores. | question
        PhD application | cv.pdf | I apply. I would like to know the deadline. | question
        PhD application | cv.pdf | I apply. Please let me know whether there are places. | question
        博士申请 | 简历.pdf | 我想申请。不知道是否还有名额。 | question
        PhD position | CV.pdf | I was wondering if you take students. | question
        PhD application | cv.pdf | Our student Bob is good. | third_person
        PhD application | cv.pdf | I am writing on behalf of my student. | third_person
        PhD application for my son | cv.pdf | He is good. | third_person
        PhD application | cv.pdf | My friend Bob would like to apply, his CV is attached. | third_person
        博士申请 | 简历.pdf | 我的学生想申请您的博士。 | third_person
        Recommendation letter for Bob, PhD | letter.pdf | Hello. | reference_letter
        Reference letter: PhD applicant Bob | letter.pdf | Hello. | reference_letter
        PhD applicant Bob | Recommendation letter.pdf | Hello. | reference_letter
        PhD application of Bob | letter.pdf | It is my pleasure to recommend Bob. | reference_letter
        PhD application | recommendation.pdf | I apply. | reference_letter
        博士申请推荐信 | 推荐信.pdf | 您好 | reference_letter
        PhD | bob_cv.pdf, recommendation_bob.pdf | Hello. | reference_letter
        王同学博士申请 | 材料.pdf | 我郑重推荐王同学。 | reference_letter
        Withdraw my PhD application | | Sorry. | withdrawal
        PhD application | | I withdraw my application. | withdrawal
        撤回博士申请 | | 抱歉 | withdrawal
        """)
}
