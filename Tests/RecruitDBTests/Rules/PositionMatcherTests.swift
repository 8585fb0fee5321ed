import Testing

@testable import RecruitDB

struct PositionMatcherTests {
    @Test(arguments: PositionTable.english + PositionTable.chinese + PositionTable.traps)
    func `a subject names the positions that a reader sees`(subject: String, positions: String) {
        let found = CallOfTests.matcher.positions(in: subject)
        #expect(found.joined(separator: " ") == (positions == "-" ? "" : positions), "\(subject)")
    }

    @Test(arguments: table(PositionTable.doubts))
    func `a title or a degree held is a doubt`(subject: String, doubt: String) {
        #expect(CallOfTests.matcher.result(for: subject).doubt == (doubt == "-" ? nil : doubt), "\(subject)")
    }

    @Test func `the keywords are those of the call`() {
        let matcher = PositionMatcher(positions: [
            ("ta", ["teaching assistant", "TA"]), ("engineer", ["Research Engineer", "研究工程師"]),
            ("fellow", ["Ph.D. fellow"]),
            ("phd", ["Ph.D."]),
        ])
        #expect(matcher.positions(in: "TA or research-engineers") == ["ta", "engineer"])
        #expect(matcher.positions(in: "研究工程师") == ["engineer"])
        #expect(matcher.positions(in: "PhD fellow") == ["fellow"])
        #expect(matcher.positions(in: "Ph. D. fellows, and a phd") == ["fellow", "phd"])
        #expect(matcher.positions(in: "ta da, postdoc") == [])
        let shared = PositionMatcher(positions: [("ra", ["research staff"]), ("engineer", ["Research Staff"])])
        #expect(shared.positions(in: "research-staff application") == ["ra", "engineer"])
    }

    @Test func `a subject of a million characters is read in time`() {
        let subject = String(repeating: "Re: ", count: 250_000) + "PhD"
        #expect(CallOfTests.matcher.positions(in: subject) == ["phd"])
        #expect(CallOfTests.matcher.positions(in: String(repeating: "博士", count: 500_000)) == ["phd"])
    }
}

enum PositionTable {
    static let english = table(
        """
        PhD application | phd
        Application for Ph.D. position | phd
        Application for Ph. D. position, Ada Byron | phd
        Ph D application | phd
        P.h.D. application | phd
        PHD APPLICATION FALL 2027 | phd
        phd-application-ada-byron | phd
        PhD_Application_Ada | phd
        [PhD] Ada Byron | phd
        PhDs in medical imaging | phd
        Ph.D.s wanted? I am one to be | phd
        PhD's application | phd
        Doctoral student position | phd
        Doctoral studentship, medical AI | phd
        27Fall PhD Application - Zhang San | phd
        2027Fall-PhD-Li Si-Tsinghua University | phd
        PhD2027 application | phd
        Prospective PhD student: Ada Byron | phd
        Application (PhD): Ada Byron | phd
        Application for PhD: visiting your lab in May | phd
        PhD in Radiology AI | phd
        PhD position, interested in the internal structure of nets | phd
        Raw data and PhD application | phd
        PhD for an international student | phd
        MPhil/PhD application | phd
        Fwd: PhD application | phd
        FW: Re: Fwd: Ph.D application | phd
        Fwd:PhD | phd
        Re[2]: PhD application | phd
        AW: WG: PhD application | phd
        SV: PhD | phd
        [External] Re: PhD application | phd
        Postdoc application | postdoc
        Post-doc application | postdoc
        Post doc application | postdoc
        Post - doc application | postdoc
        POSTDOC | postdoc
        Postdoctoral fellow application | postdoc
        Post-doctoral position | postdoc
        Post doctoral researcher | postdoc
        Post\u{2010}doctoral position | postdoc
        Post\u{2011}doctoral position | postdoc
        Post\u{2013}doctoral position | postdoc
        Postdocs in medical AI | postdoc
        Post-Docs | postdoc
        Postdoctoral Research Fellow in AI for Healthcare | postdoc
        Research Assistant application | research-assistant
        research assistants wanted: application | research-assistant
        Research-Assistant | research-assistant
        Application for Research  Assistant position | research-assistant
        RESEARCH ASSISTANT | research-assistant
        Application for RA | research-assistant
        Application for RA position | research-assistant
        Application for R.A. position | research-assistant
        Application for R.A position | research-assistant
        RAs: application of Ada Byron | research-assistant
        RA, Ada Byron | research-assistant
        (RA) Ada Byron | research-assistant
        RA: Ada Byron | research-assistant
        Full-time RA application | research-assistant
        Summer intern application | intern
        Internship application | intern
        Interns 2027: Ada Byron | intern
        Internships | intern
        INTERN - Ada | intern
        Research intern (remote), 3 months | intern
        Intern's application | intern
        Visiting scholar application | visiting-scholar
        Visiting scholars programme | visiting-scholar
        Visiting-Scholar application | visiting-scholar
        Visiting student application | visiting-scholar
        Visiting students 2027 | visiting-scholar
        Application as visiting researcher | visiting-scholar
        Visiting Fellow | visiting-scholar
        visiting scientist, six months | visiting-scholar
        Visiting research student application | visiting-scholar
        Visiting research scholar, CSC funded | visiting-scholar
        """)

    static let chinese = table(
        """
        博士申请 | phd
        申請博士 | phd
        【PhD申请】张三 清华大学 | phd
        【ＰＨＤ】张三 | phd
        ［ＰｈＤ　申请］李四 | phd
        申请2027年秋季博士生 | phd
        27秋 博士申请-王五 | phd
        直博生申请 | phd
        应聘博士研究生 | phd
        博士研究生申请—北京大学—赵六 | phd
        申请PhD职位 | phd
        PhD申请 | phd
        回复：博士申请 | phd
        转发: 博士申请 | phd
        轉寄：博士申請 | phd
        答复: 回复: 博士申请 | phd
        回覆：博士申請 | phd
        Fw:回复：【博士申请】 | phd
        博士后申请 | postdoc
        博士後申請 | postdoc
        应聘博后 | postdoc
        應聘博後 | postdoc
        申请博士后职位 | postdoc
        【博士后应聘】李雷 | postdoc
        博士后研究员应聘 | postdoc
        申请做Postdoc | postdoc
        研究助理申请 | research-assistant
        研究助理申請 | research-assistant
        科研助理应聘 | research-assistant
        RA申请 | research-assistant
        申请RA | research-assistant
        申请贵组ＲＡ职位 | research-assistant
        【RA】韩梅梅 | research-assistant
        实习申请 | intern
        實習申請 | intern
        暑期实习生申请 | intern
        申请科研实习 | intern
        申请intern | intern
        访问学者申请 | visiting-scholar
        訪問學者申請 | visiting-scholar
        访学申请 | visiting-scholar
        訪學申請 | visiting-scholar
        联合培养申请 | visiting-scholar
        聯合培養申請 | visiting-scholar
        申请访问学生 | visiting-scholar
        联合培养博士申请 | visiting-scholar phd
        访问博士生申请 | visiting-scholar phd
        博士后/博士申请 | postdoc phd
        申请博士或研究助理 | phd research-assistant
        研究助理转博士 | research-assistant phd
        科研助理/实习生 | research-assistant intern
        申请加入课题组 | -
        硕士申请 | -
        硕博连读申请 | -
        推荐信 | -
        访谈邀请 | -
        """)

    static let traps = table(
        """
        VISA application | -
        raw data | -
        Radiology seminar | -
        internal meeting | -
        international students | -
        Internet access | -
        Internal Medicine, paediatric | -
        RA's duties | -
        RA’s duties | -
        RA`s duties | -
        RA-2027-004 invoice | -
        RA\u{2011}x | -
        R.A.'s office | -
        Ra application | -
        ra application | -
        r.a. application | -
        RAS oncogene | -
        RAM upgrade | -
        ERA grant | -
        Application-RA | research-assistant
        PhD-RA | phd research-assistant
        RA2027 | -
        RA / PhD | research-assistant phd
        RA/PhD application | research-assistant phd
        PhD/RA | phd research-assistant
        PhD or postdoc | phd postdoc
        PhD student applying for postdoc | phd postdoc
        Postdoctoral research assistant | postdoc research-assistant
        Visiting PhD student | visiting-scholar phd
        Visiting Ph.D. students | visiting-scholar phd
        Visiting doctoral researcher | visiting-scholar phd
        Intern to PhD | intern phd
        visiting your lab | -
        Visiting your lab as a student | -
        Visiting professor | -
        Visiting | -
        visiting scholarship | -
        Call for papers | -
        Recommendation letter for Ada Byron | -
        Pre-doctoral fellowship | -
        predoctoral programme | -
        pre doctoral | -
        Post-PhD career | -
        non-PhD staff | -
        postdoctorate | -
        PhDone software | -
        myPhD app | -
        autointernship | -
        waterdoctoral | -
        research assistance | -
        research assistantship | -
        researchassistant | research-assistant
        Assistant for research | -
        P\u{200B}hD application | phd
        Ph\u{200D}D appli\u{00AD}cation | phd
        \u{FEFF}PhD | phd
        post\u{200B}doc | postdoc
        R\u{2060}A application | research-assistant
        RA\u{200B}'s duties | -
        博\u{200B}士后申请 | postdoc
        实\u{200C}习 | intern
        in\u{00AD}ternal | -
        Phd@example.org wrote | -
        ask@phd | -
        P h D | -
        РhD with a Cyrillic letter | -
        PhD PhD PhD | phd
        博士博士后 | phd postdoc
        Tenured: no. Open position: yes | -
        Re: | -
        Re: Re: Fwd: | -
        hello | -
        """)

    static let doubts = """
        陈博士您好，申请研究助理 | 博士您好
        陳博士您好 | 博士您好
        博士毕业求职 | 博士毕业
        在读：博士在读 | 博士在读
        PhD holder seeking a position | PhD holder
        PhD holders | PhD holders
        PhD application | -
        博士生申请 | -
        """
}
