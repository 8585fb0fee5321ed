/// Mail that is no application: questions, letters of reference, invitations, advertisements, the lab's own mail.
enum Others {
    /// Returns a question of someone who may apply later.
    static func enquiry(_ stranger: Stranger) -> Outgoing {
        var stranger = stranger
        let name = stranger.person.signature
        let english = [
            (
                "Question about the PhD programme",
                "Dear Prof. Chen,\n\nis there still a place for a PhD student next year?\n\n"
            ),
            ("PhD vacancy", "Dear Prof. Chen,\n\nmay I ask whether you take students without a master's degree?\n\n"),
            ("Enquiry: internship", "Hello,\n\nI would like to know how to apply and what the deadline is.\n\n"),
            ("Postdoc positions in your lab?", "Dear Dr. Chen,\n\ndo you have funding for postdocs this year?\n\n"),
        ]
        let chinese = [
            ("咨询博士招生", "陈老师您好：\n\n请问您明年还招收博士生吗？\n\n"), ("请问实习名额", "老师好，\n\n请问实验室还招实习生吗？\n\n"),
            ("关于研究助理", "老师您好，想咨询一下科研助理的具体要求。\n\n"),
        ]
        let (subject, text) = stranger.random.pick(stranger.person.writesChinese ? chinese : english)
        let mail = stranger.mail(subject: subject, text + name + "\n")
        return stranger.waiting(.enquiry, "enquiry", mail)
    }

    /// Returns a referee's letter about someone who may have applied.
    static func referenceLetter(_ stranger: Stranger, about applicant: Person) -> Outgoing {
        var stranger = stranger
        let name = applicant.latinName
        let paper = Paper(
            type: .recommendation, format: .pdf,
            filename: stranger.random.pick([
                "Recommendation_\(applicant.fileName).pdf", "reference_letter.pdf", "推荐信.pdf",
            ]),
            position: .phd, chinese: false, stream: stranger.stream &* 16)
        let attached = stranger.setting.attach([paper], of: applicant)
        let subject = stranger.random.pick([
            "Letter of recommendation for \(name)", "Reference letter: \(name) (PhD applicant)",
            "推荐信：\(applicant.nativeName ?? name)",
            "Recommendation for \(name), PhD application",
        ])
        var mail = stranger.mail(
            subject: subject,
            "Dear Prof. Chen,\n\nplease find attached my letter of recommendation for \(name).\n\n\(stranger.person.latinName)\n",
            parts: attached.parts)
        mail.from.address = "prof.\(stranger.stream)@\(stranger.person.institution.domain)"
        var outgoing = stranger.waiting(.referenceLetter, "letter_of_reference", mail, attached.truth)
        outgoing.truth.applicantAddress = applicant.address
        outgoing.truth.applicantName = applicant.displayName
        return outgoing
    }

    /// Returns an advertisement that carries no sign of a machine.
    static func spam(_ stranger: Stranger) -> Outgoing {
        var stranger = stranger
        let (subject, text) = stranger.random.pick([
            ("Dear Author, publish with us", "We publish your paper in seven days.\n"),
            ("Invitation to submit to the Journal of Everything", "Your expertise is welcome. Fees are reduced.\n"),
            ("发票代开", "量大优惠，欢迎联系。\n"), ("GPU servers, best price", "New servers in stock. Write back for a quote.\n"),
            ("You have won", "Send your bank details to receive the prize.\n"),
        ])
        let mail = stranger.mail(
            subject: subject, text,
            from: MailAddress(name: "Offers", address: "offers\(stranger.stream)@shop.example.net"))
        return stranger.waiting(.spam, "advertisement", mail)
    }

    /// Returns an invitation with a calendar part.
    static func invitation(_ stranger: Stranger) -> Outgoing {
        var stranger = stranger
        var mail = stranger.mail(subject: "Invitation: joint seminar on medical imaging", "")
        let calendar =
            "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:\(stranger.stream)@calendar.example.com\n"
            + "DTSTAMP:20260901T000000Z\nDTSTART:20261001T020000Z\nSUMMARY:Joint seminar\nEND:VEVENT\nEND:VCALENDAR\n"
        mail.content = .multipart(
            subtype: "alternative", parameters: "",
            parts: [
                .text("You are invited to the joint seminar.\n", subtype: "plain"),
                .fixed(type: "text/calendar; charset=utf-8; method=REQUEST", body: calendar),
            ])
        return stranger.waiting(.undecided, "calendar_invitation", mail)
    }

    /// Returns mail between members, or from a member to someone who has not applied.
    static func internalMail(_ stranger: Stranger) -> Outgoing {
        var stranger = stranger
        let member = Lab.member(&stranger.random)
        let (subject, text) = stranger.random.pick([
            ("Group meeting on Thursday", "Hi all,\n\nplease bring your slides.\n\n"),
            (
                "PhD admission: who reads what",
                "Dear all,\n\nthe list is in the shared folder. Could you each take ten?\n\n"
            ),
            (
                "My application for the travel grant",
                "Hi,\n\nmy CV is in the folder. My application for PhD travel money is due.\n\n"
            ),
            ("RA contract", "Hi,\n\nthe contract of our research assistant is ready to be signed.\n\n"),
            ("会议时间", "各位好，本周组会改到周五下午三点。\n\n"),
        ])
        let receiver = stranger.random.chance(perMille: 700) ? Lab.list : stranger.sender
        let mail = stranger.mail(
            subject: subject, text + member.signature + "\n", from: member.mailbox, to: receiver)
        let truth = Truth(kind: .sent, scenario: "own_mail", clear: true, triage: "sent")
        return Outgoing(mail: mail, truth: truth, stream: stranger.stream)
    }
}
