/// Writes what comes after an application: answers, missing papers, withdrawals.
struct FollowUps {
    let plan: ApplicationPlan
    let setting: Setting
    let time: Int64
    let stream: Int
    /// The message that a threaded mail answers, and those before it.
    let thread: [String]

    private var person: Person { plan.person }
    private var sender: MailAddress { MailAddress(name: person.displayName, address: plan.applicantAddress) }
    private var quotedName: String { person.displayName ?? person.address }
    private var chinese: Bool { person.writesChinese }

    /// Returns the lab's answer to the applicant.
    func sent() -> Outgoing {
        var random = source()
        let member = random.chance(perMille: 500) ? Lab.professor : Lab.member(&random)
        let greeting = chinese ? "\(person.signature)同学：\n\n" : "Dear \(person.latinName),\n\n"
        let text = random.pick([
            "Thank you for your application. We shall read it within two weeks.\n",
            "Your application has arrived. Please send the transcript of your last degree as well.\n",
            "Thank you for writing. We would like to talk with you next week; Lin Wei will propose a time.\n",
        ])
        let quoted =
            random.chance(perMille: 400)
            ? "\n-----Original Message-----\nFrom: \(quotedName) <\(plan.applicantAddress)>\nSent: "
                + "\(MailDate.header(plan.time, zone: 480))\nTo: Hao Chen <jhc@ust.hk>\nSubject: \(plan.subject)\n\n\(plan.body)"
            : "\nOn \(MailDate.header(plan.time, zone: 480)), \(quotedName) wrote:\n"
                + plan.body.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)\n" }.joined()
        var mail = Mail(
            from: member.mailbox, to: [sender], cc: member.address == Lab.professor.address ? [] : [Lab.list],
            subject: random.pick(["Re: ", "RE: ", chinese ? "回复: " : "Re: "]) + plan.subject, time: time,
            date: MailDate.header(time, zone: 480), messageID: "\(random.hex(20))@\(member.mailbox.domain)",
            content: .text(greeting + text + "\n" + member.signature + "\n" + quoted, subtype: "plain"),
            style: MailStyle(charset: .utf8, header: .base64, body: .quotedPrintable, filename: .extended))
        inThread(&mail)
        return Outgoing(mail: mail, truth: truth(.sent, "sent_answer", "sent"), stream: stream)
    }

    /// Returns the applicant's answer, without papers.
    func reply() -> Outgoing {
        var random = source()
        let text =
            chinese
            ? random.pick(["陈老师您好：\n\n邮件已收到，非常感谢。\n\n", "老师好，\n\n周四下午我有空，谢谢老师。\n\n"]) + person.signature
            : random.pick([
                "Dear Prof. Chen,\n\nThank you very much for your kind answer. Thursday suits me well.\n\n",
                "Dear all,\n\nthank you, I shall be there.\n\n",
            ]) + person.latinName
        var mail = letter(subject: (chinese ? "回复：" : "Re: ") + plan.subject, text + "\n", [], &random)
        inThread(&mail)
        return Outgoing(mail: mail, truth: truth(.reply, "reply", "reply"), stream: stream)
    }

    /// Returns a mail with a missing paper, in the thread or on its own.
    func supplement(threaded: Bool, filler: Int) -> Outgoing {
        var random = source()
        var paper = PaperPlans.supplement(plan.position, person, stream: stream, &random)
        paper.filler = filler
        let attached = setting.attach([paper], of: person)
        let text =
            chinese
            ? "老师您好：\n\n附件是补充材料，请查收。\n\n\(person.signature)\n"
            : "Dear Prof. Chen,\n\nhere is the document that was missing from my application.\n\n\(person.latinName)\n"
        let fresh =
            chinese
            ? random.pick(["补充材料", "补交成绩单", "\(person.signature)补充材料"])
            : random.pick(["Missing document", "Additional document", "Transcript as promised", "One more paper"])
        let subject = threaded ? (chinese ? "回复：" : "Re: ") + plan.subject : fresh
        var mail = letter(subject: subject, text, attached.parts, &random)
        if threaded { inThread(&mail) }
        var truth = truth(.supplement, threaded ? "supplement_in_thread" : "supplement_on_its_own", "supplement")
        truth.papers = attached.truth
        return Outgoing(mail: mail, truth: truth, stream: stream)
    }

    /// Returns the same application once more, as a new mail with the same papers.
    func again() -> Outgoing {
        var random = source()
        let attached = setting.attach(plan.papers, of: person)
        let mail = letter(subject: plan.subject, plan.body, attached.parts, &random)
        var truth = truth(.supplement, "same_papers_again", "supplement")
        truth.papers = attached.truth
        return Outgoing(mail: mail, truth: truth, stream: stream)
    }

    /// Returns a member's forward of an application that has already come in.
    func forwardedLater() -> Outgoing {
        var random = source()
        let attached = setting.attach(plan.papers, of: person)
        var original = RandomSource(seed: setting.seed, topic: 4, number: plan.stream)
        let first = ApplicationMail.direct(plan, parts: attached.parts, &original)
        var mail = Forwards.inline(
            first, plan.body, random.pick(ForwardBlock.all(chinese: chinese, person.script)), parts: attached.parts,
            &random)
        mail.time = time
        mail.date = MailDate.header(time, zone: 480)
        mail.trace = [Setting.received(time + 2, from: mail.from.domain)]
        var truth = truth(.supplement, "known_application_forwarded", "supplement")
        truth.papers = attached.truth
        return Outgoing(mail: mail, truth: truth, stream: stream)
    }

    /// Returns the applicant's withdrawal, which joins the application and is shown to a person.
    func withdrawal() -> Outgoing {
        var random = source()
        let text =
            chinese
            ? "陈老师您好：\n\n因个人原因，我决定撤回申请，非常抱歉。\n\n\(person.signature)\n"
            : "Dear Prof. Chen,\n\nI have accepted another offer and would like to withdraw my application.\n\n"
                + person.latinName + "\n"
        var mail = letter(subject: (chinese ? "回复：" : "Re: ") + plan.subject, text, [], &random)
        inThread(&mail)
        var truth = truth(.withdrawal, "withdrawal", "undecided")
        truth.clear = false
        return Outgoing(mail: mail, truth: truth, stream: stream)
    }

    /// Returns papers of a person with two open applications that say nothing of either.
    func unplaced() -> Outgoing {
        var random = source()
        let paper = PaperPlans.supplement(plan.position, person, stream: stream, &random)
        let attached = setting.attach([paper], of: person)
        let mail = letter(
            subject: chinese ? "补充材料" : "Additional document",
            chinese
                ? "老师您好：\n\n附件请查收。\n\n\(person.signature)\n" : "Please see the attachment.\n\n\(person.latinName)\n",
            attached.parts, &random)
        return waiting(.undecided, "papers_for_one_of_two_applications", mail, attached.truth)
    }

    /// Returns the applicant's question how things stand, in a mail of its own.
    func statusQuestion() -> Outgoing {
        var random = source()
        let mail = letter(
            subject: chinese ? "申请进展" : "Status of my application",
            chinese
                ? "陈老师您好：\n\n请问我的申请现在进展如何？\n\n\(person.signature)\n"
                : "Dear Prof. Chen,\n\nis there any news about my application?\n\n\(person.latinName)\n",
            [], &random)
        return waiting(.enquiry, "question_of_an_applicant", mail, [])
    }

    /// Returns an application from the same address under another person's name.
    func otherName(_ other: Person) -> Outgoing {
        var random = source()
        let position = plan.position
        let papers = PaperPlans.application(position, other, mayBeNeutral: false, stream: stream, &random)
        let attached = setting.attach(papers, of: other)
        let body = Bodies.letter(position, other, intake: nil, &random)
        let subject = Subjects.application(position, other, intake: nil, &random).text
        var mail = letter(subject: subject, body, attached.parts, &random)
        mail.from.name = other.displayName ?? other.latinName
        return waiting(.undecided, "known_address_other_name", mail, attached.truth)
    }

    private func waiting(
        _ kind: Truth.Kind, _ scenario: String, _ mail: Mail, _ papers: [PaperTruth]
    ) -> Outgoing {
        var truth = Truth.waits(kind, scenario)
        truth.applicantAddress = mail.from.address
        truth.applicantName = mail.from.name
        truth.papers = papers
        return Outgoing(mail: mail, truth: truth, stream: stream)
    }

    private func source() -> RandomSource { RandomSource(seed: setting.seed, topic: 5, number: stream) }

    private func letter(subject: String, _ text: String, _ parts: [Entity], _ random: inout RandomSource) -> Mail {
        let style = MailStyle.drawn(person.script, &random)
        return Mail(
            from: sender, to: [Lab.professor.mailbox], subject: subject, time: time,
            date: MailDate.header(time, zone: style.zone), messageID: "\(random.hex(18)).\(stream)@\(sender.domain)",
            trace: [Setting.received(time + 4, from: sender.domain)],
            content: Setting.mixed(.text(text, subtype: "plain"), parts), style: style)
    }

    private func inThread(_ mail: inout Mail) {
        mail.inReplyTo = thread.last
        mail.references = thread
    }

    private func truth(_ kind: Truth.Kind, _ scenario: String, _ triage: String) -> Truth {
        Truth(
            kind: kind, scenario: scenario, clear: true, triage: triage, position: plan.position.slug,
            intake: plan.intake?.code, statesIntake: plan.statesIntake, applicantAddress: plan.applicantAddress,
            applicantName: person.displayName, application: plan.number)
    }
}
