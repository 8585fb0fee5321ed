/// Mail that machines send: bounces, absences, newsletters.
enum Automatic {
    /// Draws one of the recipes; none of them waits for a person.
    static func outgoing(_ stranger: Stranger) -> Outgoing {
        var stranger = stranger
        let recipes: [(inout Stranger) -> Mail] = [
            bounce, absence, absence, newsletter, newsletter, list, received, alert,
        ]
        let names = ["bounce", "absence", "absence", "newsletter", "newsletter", "list_mail", "receipt", "alert"]
        let index = stranger.random.below(recipes.count)
        let mail = recipes[index](&stranger)
        let truth = Truth(kind: .automatic, scenario: names[index], clear: true, triage: "automatic")
        let envelope = names[index] == "bounce" ? "MAILER-DAEMON" : nil
        return Outgoing(mail: mail, truth: truth, stream: stranger.stream, envelopeSender: envelope)
    }

    private static func bounce(_ stranger: inout Stranger) -> Mail {
        let address = stranger.person.address
        var mail = stranger.mail(
            subject: "Undelivered Mail Returned to Sender", "",
            from: MailAddress(name: "Mail Delivery System", address: "mailer-daemon@mail.smartlab.example.edu"))
        mail.trace.insert(("Return-Path", "<>"), at: 0)
        mail.fields.append(("Auto-Submitted", "auto-replied"))
        let status =
            "Reporting-MTA: dns; mail.smartlab.example.edu\n\nFinal-Recipient: rfc822; \(address)\nAction: failed\nStatus: 5.1.1\n"
        let header =
            "From: jhc@ust.hk\nTo: \(address)\nSubject: Re: PhD application\nMessage-ID: <\(stranger.random.hex(16))@ust.hk>\n"
        mail.content = .multipart(
            subtype: "report", parameters: "; report-type=delivery-status",
            parts: [
                .text(
                    "I'm sorry to have to inform you that your message could not be delivered to \(address).\n",
                    subtype: "plain"),
                .fixed(type: "message/delivery-status", body: status),
                .fixed(type: "text/rfc822-headers", body: header),
            ])
        return mail
    }

    private static func absence(_ stranger: inout Stranger) -> Mail {
        let chinese = stranger.person.writesChinese && stranger.person.script == .simplified
        let subject =
            chinese
            ? "自动回复: 博士申请"
            : stranger.random.pick([
                "Automatic reply: PhD application", "Out of Office: interview", "Automatic reply: your message",
            ])
        var mail = stranger.mail(
            subject: subject,
            chinese
                ? "您好，我正在休假，回来后会尽快回复您的邮件。\n"
                : "I am away until Monday and will answer then.\n\(stranger.person.latinName)\n")
        switch stranger.random.below(3) {
        case 0: mail.fields.append(("Auto-Submitted", "auto-replied"))
        case 1: mail.fields.append(("X-Autoreply", "yes"))
        default: break
        }
        return mail
    }

    private static func newsletter(_ stranger: inout Stranger) -> Mail {
        let titles = [
            "AI in Medicine Weekly", "New positions for PhD students this month",
            "Conference news: registration is open",
        ]
        let title = stranger.random.pick(titles)
        var mail = stranger.mail(
            subject: title, "", from: MailAddress(name: "AI in Medicine", address: "news@letters.example.org"))
        let text =
            "\(title)\n\n" + stranger.random.pick(6, of: Research.titles).joined(separator: "\n")
            + "\n\nUnsubscribe below.\n"
        mail.content = .multipart(
            subtype: "alternative", parameters: "",
            parts: [.text(text, subtype: "plain"), .text(Bodies.html(text), subtype: "html")])
        mail.fields.append(("List-Id", "AI in Medicine <weekly.letters.example.org>"))
        mail.fields.append(("List-Unsubscribe", "<https://letters.example.org/stop>"))
        if stranger.random.chance(perMille: 500) { mail.fields.append(("Precedence", "bulk")) }
        return mail
    }

    private static func list(_ stranger: inout Stranger) -> Mail {
        var mail = stranger.mail(
            subject: "[imaging] Open postdoc position in Westmarch",
            "Dear all,\n\nour group looks for a postdoc in MR reconstruction. Please pass it on.\n\n\(stranger.person.latinName)\n",
            to: MailAddress(name: "Imaging list", address: "imaging@lists.example.org"))
        mail.fields.append(("List-Id", "Medical imaging <imaging.lists.example.org>"))
        mail.fields.append(("Precedence", "list"))
        return mail
    }

    private static func received(_ stranger: inout Stranger) -> Mail {
        var mail = stranger.mail(
            subject: "Your submission has been received",
            "Thank you for submitting paper \(stranger.random.within(100, 999)).\n",
            from: MailAddress(name: "Conference System", address: "noreply@conference.example.org"))
        mail.fields.append(("Auto-Submitted", "auto-generated"))
        return mail
    }

    private static func alert(_ stranger: inout Stranger) -> Mail {
        var mail = stranger.mail(
            subject: "New citations to your articles", "Three new citations this week.\n",
            from: MailAddress(name: "Scholar Alerts", address: "alerts@citations.example.com"))
        mail.fields.append(("Precedence", stranger.random.pick(["bulk", "auto_reply"])))
        return mail
    }
}
