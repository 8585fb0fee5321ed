/// Writes the mail with which a member passes an application on.
enum Forwards {
    /// Returns a forward with the applicant's mail as text and the papers beside it.
    static func inline(
        _ original: Mail, _ body: String, _ block: ForwardBlock, parts: [Entity], _ random: inout RandomSource
    ) -> Mail {
        var mail = envelope(original, prefix: block.prefix, &random)
        let note = random.pick(["", "FYI\n\n", "Please file this one.\n\n", "Looks interesting.\nHao\n\n"])
        mail.content = Setting.mixed(.text(note + block.text(original, body: body), subtype: "plain"), parts)
        return mail
    }

    /// Returns a member's forward of the professor's forward.
    static func twice(
        _ original: Mail, _ body: String, _ block: ForwardBlock, parts: [Entity], _ random: inout RandomSource
    ) -> Mail {
        var first = envelope(original, prefix: block.prefix, &random)
        first.from = Lab.professor.mailbox
        first.to = [Lab.members[1].mailbox]
        var second = envelope(first, prefix: random.pick(["Fwd: ", "FW: "]), &random)
        second.from = Lab.members[1].mailbox
        second.to = [Lab.list]
        let inner = "Please file this one.\n\n" + block.text(original, body: body)
        second.content = Setting.mixed(
            .text("See below.\n\n" + ForwardBlock.gmail.text(first, body: inner), subtype: "plain"), parts)
        return second
    }

    /// Returns a forward with the applicant's mail attached whole.
    static func attached(_ original: Mail, _ random: inout RandomSource) -> Mail {
        var mail = envelope(original, prefix: random.pick(["Fwd: ", "FW: ", "转发: "]), &random)
        if random.chance(perMille: 200) { mail.subject = random.pick(["Fwd: candidate", "FW: please look at this"]) }
        let note = random.pick(["Please file.", "See the attached mail.", "FYI"])
        mail.content = Setting.mixed(
            .text(note + "\n", subtype: "plain"), [.message(MIMEBuilder.bytes(original, &random))])
        return mail
    }

    private static func envelope(_ original: Mail, prefix: String, _ random: inout RandomSource) -> Mail {
        let member = random.chance(perMille: 800) ? Lab.professor : Lab.member(&random)
        let receiver = member.address == Lab.professor.address ? Lab.members[1].mailbox : Lab.list
        var style = MailStyle(charset: .utf8, header: .base64, body: .quotedPrintable, filename: .extended)
        style.filename = random.pick([.extended, .encodedWord])
        let time = original.time + Int64(random.within(60, 900))
        return Mail(
            from: member.mailbox, to: [receiver], subject: prefix + original.subject, time: time,
            date: MailDate.header(time, zone: 480), messageID: "\(random.hex(20))@\(member.mailbox.domain)",
            trace: [Setting.received(time + 2, from: member.mailbox.domain)], content: original.content, style: style)
    }
}
