/// The labels of the header block that mail programs write above a quoted or forwarded message.
enum MailHeaderLabel: Sendable {
    case from, date, to, copy, subject, replyTo

    /// The label and value of a line such as `发件人: Ada <ada@example.org>` or `| 主题 | PhD |`; nil for other lines.
    static func read(_ line: Substring) -> (label: MailHeaderLabel, value: String)? {
        guard line.utf8.prefix(80).contains(where: { $0 == 0x3A || $0 == 0x7C || $0 == 0xEF }) else { return nil }
        var rest = Array(line.unicodeScalars.prefix(2_000))[...]
        while let first = rest.first, first.properties.isWhitespace || quoteMarks.contains(first) { rest.removeFirst() }
        guard let colon = rest.prefix(24).firstIndex(where: { colons.contains($0) }) else { return nil }
        var word = String.UnicodeScalarView()
        for scalar in rest[..<colon] where scalar != "*" && !scalar.properties.isWhitespace {
            word.append(ChineseScript.simplified(scalar))
        }
        guard let label = labels[NormalizedText.folded(String(word))] else { return nil }
        var value = rest[(colon + 1)...]
        while let first = value.first, first.properties.isWhitespace || first == "*" { value.removeFirst() }
        while let last = value.last, last.properties.isWhitespace || last == "|" || last == ";" { value.removeLast() }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: value)
        return (label, String(text))
    }

    private static let quoteMarks: Set<Unicode.Scalar> = [">", "|", "*", "\u{FEFF}", "\u{200B}"]
    private static let colons: Set<Unicode.Scalar> = [":", "\u{FF1A}", "|"]
    private static let labels: [String: MailHeaderLabel] = {
        let words: [(MailHeaderLabel, String)] = [
            (.from, "from 发件人 寄件者 寄件人 发信人 寄信人 发件者 von de"),
            (.date, "date sent 发送时间 发件时间 发送日期 日期 时间 寄件日期 传送时间 传送日期 已发送 发送 寄件时间 datum gesendet envoyé"),
            (.to, "to 收件人 收件者 收信人 an à"),
            (.copy, "cc bcc 抄送 副本 抄送人 密送"),
            (.subject, "subject 主题 主旨 标题 题目 betreff objet"),
            (.replyTo, "replyto reply-to 回复至 答复至"),
        ]
        var labels: [String: MailHeaderLabel] = [:]
        for (label, list) in words {
            for word in list.split(separator: " ") { labels[String(word)] = label }
        }
        return labels
    }()
}
