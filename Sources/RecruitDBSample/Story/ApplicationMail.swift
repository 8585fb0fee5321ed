/// Writes the mail of an application.
enum ApplicationMail {
    /// Returns the application's mail as it reaches the lab, by whichever route.
    static func outgoing(_ plan: ApplicationPlan, _ setting: Setting) -> Outgoing {
        var random = RandomSource(seed: setting.seed, topic: 4, number: plan.stream)
        let attached = setting.attach(plan.papers, of: plan.person)
        var original = direct(plan, parts: attached.parts, &random)
        var truth = Truth(
            kind: .application, scenario: "application", clear: true, triage: "application",
            position: plan.position.slug, intake: plan.intake?.code, statesIntake: plan.statesIntake,
            applicantAddress: plan.applicantAddress, applicantName: plan.person.displayName, application: plan.number,
            papers: attached.truth)
        let person = MailAddress(name: plan.person.displayName, address: plan.person.address)
        switch plan.route {
        case .direct: break
        case .forwardedInline(let block):
            truth.scenario = "application_forwarded_inline"
            original = Forwards.inline(original, plan.body, block, parts: attached.parts, &random)
        case .forwardedUnmarked(let block):
            truth.scenario = "application_forwarded_without_prefix"
            let subject = original.subject
            original = Forwards.inline(original, plan.body, block, parts: attached.parts, &random)
            original.subject = subject
        case .forwardedTwice(let block):
            truth.scenario = "application_forwarded_twice"
            original = Forwards.twice(original, plan.body, block, parts: attached.parts, &random)
        case .forwardedAttached:
            truth.scenario = "application_forwarded_attached"
            original = Forwards.attached(original, &random)
        case .viaList:
            truth.scenario = "application_via_list"
            original.from = MailAddress(
                name: "\(plan.person.displayName ?? plan.person.latinName) via Smart Lab", address: Lab.list.address)
            original.replyTo = person
            original.to = [Lab.list]
            original.fields.append(("List-Id", Lab.listIdentifier))
            original.fields.append(("Precedence", "list"))
            original.fields.append(("X-Original-From", "<\(plan.person.address)>"))
        case .portal:
            truth.scenario = "application_portal"
            original.from = MailAddress(name: "Campus Careers", address: "noreply@careers.example.com")
            original.replyTo = person
        case .otherReplyTo:
            truth.scenario = "application_other_reply_to"
            original.replyTo = MailAddress(name: plan.person.displayName, address: plan.person.secondAddress)
        }
        return Outgoing(mail: original, truth: truth, stream: plan.stream)
    }

    /// Returns the mail that the applicant wrote.
    static func direct(_ plan: ApplicationPlan, parts: [Entity], _ random: inout RandomSource) -> Mail {
        let person = plan.person
        let style = MailStyle.drawn(person.script, &random)
        let from = MailAddress(name: person.displayName, address: person.address)
        var mail = Mail(
            from: from, to: [Lab.professor.mailbox], subject: plan.subject, time: plan.time,
            date: date(plan, zone: style.zone), messageID: plan.messageID,
            content: content(plan, parts: parts, &random), style: style)
        if random.chance(perMille: 150) { mail.cc = [Lab.list] }
        if random.chance(perMille: 300) { mail.trace.append(("Return-Path", "<\(person.address)>")) }
        mail.trace.append(Setting.received(plan.time + 3, from: from.domain))
        if random.chance(perMille: 40) { mail.fields.append(("List-Unsubscribe", "<mailto:stop@\(from.domain)>")) }
        return mail
    }

    private static func date(_ plan: ApplicationPlan, zone: Int) -> String? {
        let written = MailDate.header(plan.time, zone: zone)
        switch plan.dateFault {
        case .none: return written
        case .absent: return nil
        case .impossible: return "Thu, 31 Feb 2026 25:61:00 +0800"
        case .noZone: return String(MailDate.header(plan.time, zone: 0).dropLast(6))
        }
    }

    private static func content(
        _ plan: ApplicationPlan, parts: [Entity], _ random: inout RandomSource
    ) -> Entity {
        let text = plan.body
        let html = Bodies.html(text)
        switch random.weighted([54, 20, 12, 5, 3, 3, 3]) {
        case 1:
            let both: [Entity] = [.text(text, subtype: "plain"), .text(html, subtype: "html")]
            return Setting.mixed(.multipart(subtype: "alternative", parameters: "", parts: both), parts)
        case 2: return Setting.mixed(.text(html, subtype: "html"), parts)
        case 3:
            let page = html.replacingEnd("</body></html>\n", with: "<img src=\"cid:logo@mail\"></body></html>\n")
            let related: [Entity] = [.text(page, subtype: "html"), .file(SmallImage.part(&random))]
            return Setting.mixed(
                .multipart(subtype: "related", parameters: ";\n type=\"text/html\"", parts: related), parts)
        case 4: return Setting.mixed(.text(text, subtype: "plain"), parts + [businessCard(plan.person)])
        case 5:
            return .multipart(
                subtype: "signed", parameters: ";\n protocol=\"application/pkcs7-signature\"; micalg=sha-256",
                parts: [Setting.mixed(.text(text, subtype: "plain"), parts), signature(&random)])
        case 6: return Setting.mixed(.text(text, subtype: "plain"), parts + parts.prefix(1))
        default: return Setting.mixed(.text(text, subtype: "plain"), parts)
        }
    }

    private static func signature(_ random: inout RandomSource) -> Entity {
        var bytes: [UInt8] = [0x30, 0x82, 0x02, 0x00]
        random.fill(&bytes, count: 512)
        return .file(FilePart(filename: "smime.p7s", mediaType: "application/pkcs7-signature", bytes: bytes))
    }

    private static func businessCard(_ person: Person) -> Entity {
        let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\(person.latinName)\r\nEMAIL:\(person.address)\r\nEND:VCARD\r\n"
        return .file(FilePart(filename: "contact.vcf", mediaType: "text/vcard", bytes: Array(card.utf8)))
    }
}

/// A picture of a few hundred bytes, as signatures carry it.
enum SmallImage {
    /// Returns a GIF with invented pixels.
    static func part(_ random: inout RandomSource) -> FilePart {
        var bytes: [UInt8] = Array("GIF89a".utf8) + [16, 0, 16, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
        bytes += [0x2C, 0, 0, 0, 0, 16, 0, 16, 0, 0, 2, 200]
        random.fill(&bytes, count: 200)
        return FilePart(
            filename: "image001.gif", mediaType: "image/gif", bytes: bytes + [0, 0x3B], disposition: "inline",
            contentID: "logo@mail")
    }
}

extension String {
    /// Returns the string with its end exchanged; unchanged when it ends otherwise.
    func replacingEnd(_ end: String, with other: String) -> String {
        hasSuffix(end) ? String(dropLast(end.count)) + other : self
    }
}
