/// Applications that the rules must not decide: each waits for a person.
enum Undecided {
    /// Draws one of the recipes.
    static func outgoing(_ stranger: Stranger) -> Outgoing {
        var stranger = stranger
        let recipes: [(inout Stranger) -> Outgoing] = [
            question, question, twoPositions, twoPositions, noPosition, noPosition, misspelt, somethingElse, machine,
            outsiderForward, thirdPerson, ownForward, forwardWithoutAddress, forwardOfOffice, forwardOfSeveral,
            forwardOfTwoPositions, otherPosition,
        ]
        let recipe = stranger.random.pick(recipes)
        return recipe(&stranger)
    }

    private static func letter(_ position: Position, _ stranger: inout Stranger) -> String {
        Bodies.letter(position, stranger.person, intake: nil, &stranger.random)
    }

    private static func subject(_ position: Position, _ stranger: inout Stranger) -> String {
        Subjects.application(position, stranger.person, intake: nil, &stranger.random).text
    }

    private static func question(_ stranger: inout Stranger) -> Outgoing {
        let position = Position.drawn(&stranger.random)
        let english = [
            "Is the position still open?", "Could you tell me the deadline?", "I also wonder how to send my scores.",
        ]
        let chinese = ["请问今年还有名额吗？", "想咨询一下招生名额。", "请问还招人吗"]
        let line = stranger.random.pick(stranger.person.writesChinese ? chinese : english)
        let papers = stranger.papers(position)
        let mail = stranger.mail(
            subject: subject(position, &stranger), letter(position, &stranger) + "\n" + line + "\n", parts: papers.parts
        )
        return stranger.waiting(.undecided, "application_with_question", mail, papers.truth)
    }

    private static func twoPositions(_ stranger: inout Stranger) -> Outgoing {
        let subjects = [
            "Application for PhD or Research Assistant position", "Postdoc application - PhD in Computer Science",
            "RA/Intern application", "Application: internship, later PhD", "Visiting Scholar or Postdoc position",
            "【博士后申请】博士毕业生自荐", "申请博士或科研助理", "联合培养博士生申请", "实习或RA申请",
        ]
        let papers = stranger.papers(.researchAssistant)
        let name = stranger.person.latinName
        let mail = stranger.mail(
            subject: stranger.random.pick(subjects) + stranger.random.pick(["", " - \(name)"]),
            letter(.researchAssistant, &stranger), parts: papers.parts)
        return stranger.waiting(.undecided, "two_positions", mail, papers.truth)
    }

    private static func noPosition(_ stranger: inout Stranger) -> Outgoing {
        let subjects = [
            "Application", "My CV", "Joining your lab", "Seeking an opportunity in your group", "自荐信", "申请加入课题组",
            "Curriculum vitae of \(stranger.person.latinName)", "", "Hello Professor",
        ]
        let papers = stranger.papers(.phd)
        let mail = stranger.mail(
            subject: stranger.random.pick(subjects), letter(.phd, &stranger), parts: papers.parts)
        return stranger.waiting(.undecided, "no_position", mail, papers.truth)
    }

    private static func misspelt(_ stranger: inout Stranger) -> Outgoing {
        let subjects = [
            "Application for Posdoc", "Phb application", "Aplication for reserch asistant", "Internshp application",
        ]
        let papers = stranger.papers(.postdoc)
        let mail = stranger.mail(
            subject: stranger.random.pick(subjects), letter(.postdoc, &stranger), parts: papers.parts)
        return stranger.waiting(.undecided, "misspelt_position", mail, papers.truth)
    }

    private static func somethingElse(_ stranger: inout Stranger) -> Outgoing {
        let subjects = [
            "PhD thesis committee", "Visa form for the visiting scholar", "RA contract renewal",
            "Invitation to a PhD seminar",
            "Call for PhD symposium papers", "Postdoc contract - please sign", "PhD thesis examination form",
        ]
        let mail = stranger.mail(
            subject: stranger.random.pick(subjects),
            "Dear colleague,\n\nplease see the details below and sign by Friday.\n\n\(stranger.person.latinName)\n")
        return stranger.waiting(.undecided, "subject_about_something_else", mail)
    }

    private static func machine(_ stranger: inout Stranger) -> Outgoing {
        let position = Position.drawn(&stranger.random)
        let papers = stranger.papers(position)
        let mail = stranger.mail(
            subject: "\(position.englishKeywords[0]) application received for \(stranger.person.latinName)",
            letter(position, &stranger), parts: papers.parts,
            from: MailAddress(name: "Campus Careers", address: "noreply@careers.example.com"))
        return stranger.waiting(.undecided, "machine_address_only", mail, papers.truth)
    }

    private static func outsiderForward(_ stranger: inout Stranger) -> Outgoing {
        let position = Position.drawn(&stranger.random)
        let papers = stranger.papers(position)
        let body = letter(position, &stranger)
        let original = stranger.mail(subject: subject(position, &stranger), body)
        let mail = stranger.mail(
            subject: "Fwd: \(original.subject)",
            "Dear Hao,\n\nthis may be for you.\n\n" + ForwardBlock.gmail.text(original, body: body),
            parts: papers.parts, from: MailAddress(name: "Prof. Ada Example", address: "ada@colleague.example.org"))
        return stranger.waiting(.undecided, "forward_by_outsider", mail, papers.truth)
    }

    private static func thirdPerson(_ stranger: inout Stranger) -> Outgoing {
        let position = Position.drawn(&stranger.random)
        let name = stranger.person.latinName
        let mail = stranger.mail(
            subject: "\(position.englishKeywords[0]) candidate \(name)",
            "Dear Hao,\n\nI write for my student \(name), who is looking for a place. The address is "
                + "\(stranger.person.address).\n\nAda\n",
            from: MailAddress(name: "Prof. Ada Example", address: "ada@colleague.example.org"))
        return stranger.waiting(.undecided, "mail_for_a_third_person", mail)
    }

    private static func ownForward(_ stranger: inout Stranger) -> Outgoing {
        let position = Position.drawn(&stranger.random)
        let papers = stranger.papers(position)
        let body = letter(position, &stranger)
        let original = stranger.mail(subject: subject(position, &stranger), body)
        let mail = stranger.mail(
            subject: "Fwd: \(original.subject)", ForwardBlock.gmail.text(original, body: body), parts: papers.parts)
        return stranger.waiting(.undecided, "forward_by_the_applicant", mail, papers.truth)
    }

    private static func forwardWithoutAddress(_ stranger: inout Stranger) -> Outgoing {
        let position = Position.drawn(&stranger.random)
        let papers = stranger.papers(position)
        let body = letter(position, &stranger)
        let subject = subject(position, &stranger)
        let block = "From: \(stranger.person.latinName)\nSent: Monday\nTo: Hao Chen\nSubject: \(subject)\n\n"
        let mail = stranger.mail(
            subject: "FW: \(subject)", "-----Original Message-----\n" + block + body, parts: papers.parts,
            from: Lab.professor.mailbox, to: Lab.members[1].mailbox)
        return stranger.waiting(.undecided, "forward_without_address", mail, papers.truth)
    }

    private static func forwardOfOffice(_ stranger: inout Stranger) -> Outgoing {
        let papers = stranger.papers(.phd)
        var original = stranger.mail(subject: "PhD applicants of this week", "")
        original.from = MailAddress(name: "Graduate Office", address: "office@graduate.example.edu")
        let mail = stranger.mail(
            subject: "Fwd: \(original.subject)",
            ForwardBlock.outlook.text(original, body: "Dear all,\n\nplease see the attached papers.\n"),
            parts: papers.parts, from: Lab.professor.mailbox, to: Lab.list)
        return stranger.waiting(.undecided, "forward_of_an_office", mail, papers.truth)
    }

    private static func forwardOfSeveral(_ stranger: inout Stranger) -> Outgoing {
        let bodies = [letter(.phd, &stranger), letter(.phd, &stranger)]
        var messages: [Entity] = []
        for (index, body) in bodies.enumerated() {
            var inner = stranger.mail(subject: "PhD application \(index + 1)", body)
            if index == 1 {
                inner.from = MailAddress(name: "Second Applicant", address: "second\(stranger.stream)@mail.example.com")
            }
            messages.append(.message(MIMEBuilder.bytes(inner, &stranger.random)))
        }
        var mail = stranger.mail(
            subject: "Fwd: two PhD applications", "", from: Lab.professor.mailbox, to: Lab.members[1].mailbox)
        mail.content = Setting.mixed(.text("Both attached.\n", subtype: "plain"), messages)
        return stranger.waiting(.undecided, "forward_of_several", mail)
    }

    private static func forwardOfTwoPositions(_ stranger: inout Stranger) -> Outgoing {
        let papers = stranger.papers(.postdoc)
        let body = letter(.postdoc, &stranger)
        let original = stranger.mail(subject: "Postdoc or visiting scholar application", body)
        let mail = stranger.mail(
            subject: "FW: \(original.subject)", ForwardBlock.outlook.text(original, body: body), parts: papers.parts,
            from: Lab.professor.mailbox, to: Lab.members[1].mailbox)
        return stranger.waiting(.undecided, "forward_of_two_positions", mail, papers.truth)
    }

    private static func otherPosition(_ stranger: inout Stranger) -> Outgoing {
        let papers = stranger.papers(.researchAssistant)
        let mail = stranger.mail(
            subject: stranger.random.pick([
                "Application for research engineer", "Application: software developer", "应聘科研工程师",
            ]),
            letter(.researchAssistant, &stranger), parts: papers.parts)
        return stranger.waiting(.undecided, "position_other", mail, papers.truth)
    }
}
