/// A message that stands inside the text of another one, below a header block or the mark of a forward.
struct QuotedMessage: Sendable {
    let name: String?
    /// In lower case; nil when the block shows only a name.
    let address: String?
    let subject: String
    /// What follows, up to the next block.
    let text: String

    /// The blocks of a text, in its order: the outermost message first.
    static func all(in text: String) -> [QuotedMessage] {
        let lines = text.unicodeScalars.prefix(400_000).split(separator: "\n", omittingEmptySubsequences: false)
            .map { Substring($0) }
        var blocks: [HeaderBlock] = []
        var line = 0
        while line < lines.count, blocks.count < 50 {
            if let block = HeaderBlock(at: line, in: lines) {
                blocks.append(block)
                line = block.end
            } else {
                line += 1
            }
        }
        return blocks.enumerated().map { index, block in
            let end = index + 1 < blocks.count ? blocks[index + 1].start : lines.count
            let body = lines[min(block.end, end)..<end].map { unquoted($0, block.depth) }.joined(separator: "\n")
            return QuotedMessage(
                name: MailboxText(block.from).name, address: MailboxText(block.from).address, subject: block.subject,
                text: body)
        }
    }

    /// Apple Mail quotes what it forwards: without as many `>` as the block has.
    private static func unquoted(_ line: Substring, _ depth: Int) -> Substring {
        var line = line
        for _ in 0..<depth {
            let rest = line.drop { $0 == " " }
            guard rest.first == ">" else { return line }
            line = rest.dropFirst()
        }
        return line
    }

    /// The text before the first block.
    static func before(in text: String) -> String {
        let lines = text.unicodeScalars.prefix(400_000).split(separator: "\n", omittingEmptySubsequences: false)
            .map { Substring($0) }
        let start = lines.indices.first { HeaderBlock(at: $0, in: lines) != nil } ?? lines.count
        return lines[..<start].joined(separator: "\n")
    }
}

/// The lines `From:`, `Date:`, `To:`, `Subject:` in a text, in any order and language.
private struct HeaderBlock {
    let start: Int
    let end: Int
    let from: String
    let subject: String
    /// How many `>` stand before its lines.
    let depth: Int

    /// A block has From and two of date, To and Subject; all of them when it shows no address, one below a mark.
    init?(at start: Int, in lines: [Substring]) {
        guard MailHeaderLabel.read(lines[start]) != nil else { return nil }
        var values: [MailHeaderLabel: String] = [:]
        var last: MailHeaderLabel?
        var end = start
        var index = start
        var others = 0
        while index < lines.count, others < 3, index - start < 24 {
            if let (label, value) = MailHeaderLabel.read(lines[index]) {
                if values[label] != nil, label == .from { break }
                values[label] = values[label] ?? value
                last = label
                others = 0
                end = index + 1
            } else if let last, others == 0, Self.isBlank(values[last] ?? ""), !Self.isBlank(String(lines[index])) {
                values[last] = String(lines[index])
                end = index + 1
            } else {
                others += 1
            }
            index += 1
        }
        let known = [MailHeaderLabel.date, .to, .subject].filter { values[$0] != nil }.count
        guard let from = values[.from] else { return nil }
        let needed = Self.isMarked(start, lines) ? 1 : MailboxText(from).address == nil ? 3 : 2
        guard known >= needed else { return nil }
        self.start = start
        self.end = end
        self.from = from
        self.subject = values[.subject] ?? ""
        depth = lines[start].utf8.prefix { $0 == 0x3E || $0 == 0x20 }.count { $0 == 0x3E }
    }

    private static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == ">" }
    }

    private static func isMarked(_ start: Int, _ lines: [Substring]) -> Bool {
        lines[max(0, start - 3)..<start].contains { ForwardMark.isMark($0) }
    }
}

/// The line that mail programs write above a message that they pass on.
enum ForwardMark {
    static func isMark(_ line: Substring) -> Bool {
        guard line.utf8.count < 200, line.utf8.contains(where: { $0 == 0x2D || $0 == 0x3A || $0 >= 0x80 }) else {
            return false
        }
        return marks.matches(WordTokens(String(line), limit: 100))
    }

    private static let marks: PhraseList = """
        forwarded message, begin forwarded message, original message, forwarded by, 原始邮件, 转发的邮件, 转发邮件,
        转发信件, 转寄的邮件, 转寄邮件, 邮件原件, 原邮件, weitergeleitete nachricht
        """
}
