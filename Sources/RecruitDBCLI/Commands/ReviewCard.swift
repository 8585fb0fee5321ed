import RecruitDB

/// One message as a sitting over the inbox shows it.
struct ReviewCard {
    private let item: InboxItem
    private let place: Int
    private let count: Int

    /// The card of `item`, the `place`-th of `count`.
    init(_ item: InboxItem, place: Int, of count: Int) {
        self.item = item
        self.place = place
        self.count = count
    }

    /// Some lines, none wider than the terminal, and the keys.
    func text(for terminal: Terminal) -> String {
        let width = max(terminal.columns - 1, 20)
        var lines = [
            "",
            terminal.styled("message \(item.number) (\(place) of \(count))", .bold) + "  \(item.receivedAt)",
            cut("from     \([item.senderName, item.sender].compactMap { $0 }.joined(separator: " · "))", width),
            cut("subject  \(item.subject)", width), cut("why      \(item.why)", width),
        ]
        if !item.papers.isEmpty { lines.append(cut("papers   \(item.papers.joined(separator: ", "))", width)) }
        if let suggestion { lines.append(cut("a        \(suggestion)", width)) }
        lines.append("keys     a p n · e m x o · t s u q")
        return lines.joined(separator: "\n") + "\n"
    }

    /// What the key a does.
    private var suggestion: String? {
        let person = item.applicant.map { ref in [ref, item.applicantName].compactMap { $0 }.joined(separator: " ") }
        if item.isReferenceLetter, let person { return "a letter of reference about \(person)" }
        return item.position.map { "an application for \($0)\(person.map { " by \($0)" } ?? "")" }
    }

    private func cut(_ line: String, _ width: Int) -> String { Excerpt.of(line, limit: width) }

    /// `text` without characters that would command the terminal; lines and tabs stay.
    static func harmless(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            let isHarmless = !isControl || scalar == "\n" || scalar == "\t"
            shown.unicodeScalars.append(isHarmless ? scalar : "\u{FFFD}")
        }
        return shown
    }
}
