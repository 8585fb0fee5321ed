import Testing

@testable import RecruitDB

struct PaperTypeTests {
    @Test(arguments: table(PaperTable.names))
    func `a file's name says what it is`(filename: String, expected: String) {
        let paper = PaperClassification(filename: filename)
        #expect(paper.type.rawValue + (paper.isEvidence ? " *" : "") == expected, "\(filename): \(paper.reason)")
    }

    @Test(arguments: table(PaperTable.contents))
    func `a text says what a nameless paper is`(text: String, expected: String) {
        #expect(PaperClassification(filename: "scan001.pdf", text: text).type.rawValue == expected, "\(text)")
    }

    @Test(arguments: table(PaperTable.parts))
    func `the machinery of mail is no paper`(part: String, expected: String) {
        let words = part.split(separator: " ", omittingEmptySubsequences: true).map { $0 == "-" ? nil : String($0) }
        guard words.count == 5, let media = words[0] else {
            Issue.record("a line of five words: \(part)")
            return
        }
        let bytes: [UInt8] =
            switch words[4] {
            case "MZ": [0x4D, 0x5A, 0x90, 0x00, 0x03]
            case "ELF": [0x7F, 0x45, 0x4C, 0x46, 2]
            case "none": []
            default: Array("%PDF-1.4 some bytes".utf8)
            }
        let reason = PaperPart.reasonAgainst(
            filename: words[1], mediaType: media, disposition: words[2], contentID: words[3], beginning: bytes)
        #expect((reason ?? "paper") == expected, "\(part)")
    }

    @Test func `the reason names the words`() {
        #expect(PaperClassification(filename: "张三-个人简历.pdf").reason == "the file's name says \"简历\"")
        #expect(
            PaperClassification(filename: "Ada_Byron_Curriculum_Vitae.pdf").reason
                == "the file's name says \"curriculum vitae\"")
    }
}

enum PaperTable {
    /// A star marks evidence of an application: a CV or a transcript is in it.
    static let names = """
        cv.pdf | cv *
        CV.PDF | cv *
        Ada_Byron_CV.pdf | cv *
        AdaByronCV.pdf | cv *
        AdaByronCV2027.pdf | cv *
        CV-Ada-2027-v2.docx | cv *
        Résumé Ada.pdf | cv *
        resume_en.pdf | cv *
        Curriculum Vitae.pdf | cv *
        curriculum-vitae.pdf | cv *
        ＣＶ.pdf | cv *
        张三简历.pdf | cv *
        個人簡歷-李四.docx | cv *
        履歷.pdf | cv *
        C.V. Ada.pdf | cv *
        Ada Byron - CV and cover letter.pdf | cv *
        Cover letter and CV.pdf | cover_letter *
        CVPR2025_paper.pdf | publication
        CV paper.pdf | publication
        discover.pdf | other
        Recovery.pdf | other
        transcript.pdf | transcript *
        Official_Transcripts.pdf | transcript *
        academic record.pdf | transcript *
        GradeReport.pdf | transcript *
        成绩单.pdf | transcript *
        本科成績單.jpg | transcript *
        张三_硕士成绩单_2026.pdf | transcript *
        雅思成绩单.pdf | certificate
        IELTS.pdf | certificate
        TOEFL_score_report.pdf | certificate
        学位证书.pdf | certificate
        在读证明.pdf | certificate
        Degree Certificate.pdf | certificate
        六级证书.jpg | certificate
        cover_letter.pdf | cover_letter
        CoverLetter.docx | cover_letter
        Motivation Letter.pdf | cover_letter
        求职信.docx | cover_letter
        自荐信.pdf | cover_letter
        Research Statement.pdf | research_statement
        research-proposal.pdf | research_statement
        SOP.pdf | research_statement
        Statement of Purpose.docx | research_statement
        Personal_Statement.pdf | research_statement
        研究计划.pdf | research_statement
        研究計畫.pdf | research_statement
        paper1.pdf | publication
        Publications.pdf | publication
        arxiv_2401.pdf | publication
        毕业论文.pdf | publication
        论文列表.docx | publication
        Recommendation letter.pdf | recommendation
        recommendation_letter_prof_smith.pdf | recommendation
        Letter of Recommendation - Ada.pdf | recommendation
        Reference letter for Ada Byron.pdf | recommendation
        referee_report.pdf | recommendation
        推荐信-王教授.pdf | recommendation
        推薦信.pdf | recommendation
        recommendation for cv lab.pdf | recommendation
        IMG_0001.jpg | other
        document.pdf | other
        application.zip | other
        CV.zip | cv *
        cv | cv *
        .pdf | other
        """

    static let contents = """
        Ada Byron. Curriculum Vitae. Born to count | cv
        Ada Byron ada@example.org Education BSc Experience Analyst Skills PyTorch | cv
        教育背景 清华大学 科研经历 医学影像 获奖 国家奖学金 | cv
        Official Transcript. Course Credit Grade | transcript
        清华大学学生成绩单 | transcript
        To whom it may concern: it is my pleasure to recommend Ada Byron | recommendation
        Research Proposal: trustworthy nets | research_statement
        This is to certify that Ada Byron studies here | certificate
        Dear Prof. Chen, I am writing to apply for a place | cover_letter
        A net. Abstract We learn. 1 Introduction Nets are old | publication
        Nothing of note | other
        """

    /// Media type, file name, disposition, Content-ID, bytes.
    static let parts = """
        application/pdf cv.pdf attachment - pdf | paper
        application/pdf cv.pdf inline - pdf | paper
        application/octet-stream cv.pdf attachment - pdf | paper
        image/jpeg transcript.jpg attachment - pdf | paper
        image/jpeg transcript.jpg attachment f_1 pdf | paper
        image/png logo.png inline ii_1 pdf | image inside the text
        image/png cv.png inline ii_1 pdf | image inside the text
        image/png image001.png - ii_1 pdf | image inside the text
        image/png - attachment ii_1 pdf | image inside the text
        text/calendar invite.ics attachment - pdf | calendar
        application/octet-stream invite.ICS attachment - pdf | calendar
        text/vcard ada.vcf attachment - pdf | business card
        application/pkcs7-signature smime.p7s attachment - pdf | signature
        application/pgp-signature signature.asc - - pdf | signature
        application/octet-stream cv.exe attachment - pdf | program
        application/octet-stream cv.pdf.exe attachment - pdf | program
        application/pdf cv.pdf attachment - MZ | program
        application/octet-stream cv attachment - ELF | program
        application/x-msdownload cv attachment - pdf | program
        application/zip cv.zip attachment - pdf | paper
        application/ms-tnef winmail.dat attachment - pdf | Outlook's wrapping
        message/rfc822 cv.eml attachment - pdf | attached message
        text/plain cv.txt attachment - pdf | paper
        text/plain - - - pdf | part of the text
        application/pdf cv.pdf attachment - none | empty file
        application/pdf - attachment - pdf | paper
        """
}
