/// The block of fields that a mail program puts above a forwarded text.
enum ForwardBlock {
    case gmail, outlook, outlookRule, apple, qq, foxmail, netease, gmailTraditional

    /// The programs that a member may forward with.
    static func all(chinese: Bool, _ script: Script) -> [ForwardBlock] {
        if chinese, script == .traditional { return [.gmailTraditional, .gmail, .outlook] }
        return chinese ? [.qq, .foxmail, .netease, .gmail, .outlook] : [.gmail, .outlook, .outlookRule, .apple]
    }

    /// The prefix of the subject in that program.
    var prefix: String {
        switch self {
        case .gmail, .apple: "Fwd: "
        case .outlook, .outlookRule: "FW: "
        case .qq, .netease: "转发:"
        case .foxmail: "转发： "
        case .gmailTraditional: "轉寄: "
        }
    }

    /// Returns the block with the text below it.
    func text(_ original: Mail, body: String) -> String {
        let sender = original.from.name.map { "\($0) <\(original.from.address)>" } ?? original.from.address
        let quoted = (original.from.name.map { "\"\($0)\" " } ?? "") + "<\(original.from.address)>"
        let to = original.to.first?.address ?? ""
        let parts = MailDate.parts(original.time, zone: 480)
        let written = MailDate.header(original.time, zone: 480)
        let lines: [String] =
            switch self {
            case .gmail:
                [
                    "---------- Forwarded message ---------", "From: \(sender)", "Date: \(written)",
                    "Subject: \(original.subject)", "To: <\(to)>", "",
                ]
            case .outlook:
                [
                    "-----Original Message-----", "From: \(sender)", "Sent: \(written)", "To: \(to)",
                    "Subject: \(original.subject)",
                ]
            case .outlookRule:
                [
                    "________________________________", "From: \(sender)", "Sent: \(written)", "To: Hao Chen <\(to)>",
                    "Subject: \(original.subject)",
                ]
            case .apple:
                [
                    "Begin forwarded message:", "", "From: \(sender)", "Subject: \(original.subject)",
                    "Date: \(written)", "To: \(to)",
                ]
            case .qq:
                [
                    "------------------ 原始邮件 ------------------", "发件人: \(quoted);",
                    "发送时间: \(parts.year)年\(parts.month)月\(parts.day)日 \(parts.clock)", "收件人: \"Hao Chen\" <\(to)>;",
                    "主题: \(original.subject)",
                ]
            case .foxmail:
                [
                    "发件人： \(sender)", "发送时间： \(parts.isoDay) \(parts.clock)", "收件人： \(to)", "主题： \(original.subject)",
                ]
            case .netease:
                [
                    "-------- 转发邮件信息 --------", "发件人：\(quoted)",
                    "发送日期：\(parts.isoDay) \(parts.clock)", "收件人：\(to)", "主题：\(original.subject)",
                ]
            case .gmailTraditional:
                [
                    "---------- 轉寄郵件 ----------", "寄件者： \(sender)", "日期： \(parts.isoDay) \(parts.clock)",
                    "主旨： \(original.subject)", "收件者： <\(to)>",
                ]
            }
        return lines.joined(separator: "\n") + "\n\n" + body
    }
}
