/// Subjects that name a position and are about something else than applying for it.
enum OtherSubjectWords {
    /// The words in a subject that speak of something else; nil when there are none.
    static func found(in subject: WordTokens, sayingThatTheyApply isApplying: Bool) -> String? {
        if let match = always.firstMatch(in: subject) { return match.words }
        if let first = subject.tokens.first?.text, answers.contains(first),
            subject.tokens.dropFirst().first?.text == ":"
        {
            return first
        }
        for (index, token) in subject.tokens.enumerated() where token.text == "推" {
            let next = subject.tokens[index...].dropFirst().prefix(3).map(\.text)
            if next.first == "荐", next.dropFirst() != ["免", "试"] { return "推荐" }
        }
        return isApplying ? nil : otherwise.firstMatch(in: subject)?.words
    }

    /// What calendars and mail programs write before a subject that they answer.
    private static let answers: Set<String> = .words(
        "accepted declined tentative invitation canceled cancelled updated read recall delivered")
    private static let always: PhraseList = """
        committee|committees, thesis|theses, visa|visas, contract|contracts, recommendation|recommendations,
        invitation|invitations|invite|invited, form|forms, call for, reference letter|letters,
        letter|letters of reference, your ~2 application,
        application ~1 status|update|received|confirmation|fee|fees|portal|process|procedure|guideline|guidelines,
        application ~1 deadline|requirement|requirements|system|review|reviews|result|results, status of, update on,
        follow up, following up, followup, reminder, 委员会, 学位论文, 毕业论文, 答辩, 签证, 合同, 邀请, 表格,
        申请表, 登记表, 审批表, 征稿, 征文, 您的申请
        """
    private static let otherwise: PhraseList = """
        seminar|seminars, workshop|workshops, conference, webinar, symposium, lecture, interview|interviews,
        offer|offers, acceptance, defence|defense, viva, dissertation, examination, examiner, registration,
        enrolment|enrollment, reimbursement, payment, invoice, salary, payroll, timesheet, insurance, leave,
        extension, accommodation, housing, newsletter, announcement, hiring, job alert, report|reports,
        review|reviews, survey|surveys, questionnaire, feedback, minutes, agenda, schedule, meeting|meetings,
        status, received, confirmation, applications, award|awards, nomination, evaluation, allocation, induction,
        orientation, 面试, 讲座, 通知, 报销, 续签, 入职, 离职, 缴费, 请假, 周报, 招聘, 会议, 评审, 考核
        """
}
