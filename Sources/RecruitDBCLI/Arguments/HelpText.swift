/// The help of a command, laid out as swift-argument-parser does.
struct HelpText {
    private let command: any Command.Type
    private let path: String
    private let isRoot: Bool

    /// The help of `command`, which a person types as `path`, such as `recruitdb import mail`.
    init(_ command: any Command.Type, path: String) {
        self.command = command
        self.path = path
        isRoot = path == Root.name
    }

    /// The whole text, with its final line feed.
    var text: String {
        let specification = command.specification
        var sections = [HelpText.wrap("OVERVIEW: " + specification.abstract, indent: 0)]
        sections += specification.discussion.split(separator: "\n\n").map { HelpText.paragraph(String($0)) }
        sections.append("USAGE: \(usage)")
        if !specification.examples.isEmpty {
            sections.append("EXAMPLES:\n" + specification.examples.map { "  \($0)" }.joined(separator: "\n"))
        }
        sections.append(HelpText.table("ARGUMENTS", specification.arguments.map { ("<\($0.name)>", $0.help) }))
        let options = specification.options + [.database]
        let flags = specification.flags + (isRoot ? [.version] : []) + [.help]
        sections.append(
            HelpText.table(
                "OPTIONS",
                options.map { (spelling($0.name, $0.letter) + " <\($0.value)>", $0.help) }
                    + flags.map { (spelling($0.name, $0.letter), $0.help) }))
        sections.append(
            HelpText.table("SUBCOMMANDS", command.subcommands.map { ($0.name, $0.specification.abstract) }))
        if !command.subcommands.isEmpty {
            sections.append("  See '\(help) <subcommand>' for detailed help.")
        }
        return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var help: String {
        let words = path.split(separator: " ")
        return (words.prefix(1) + ["help"] + words.dropFirst()).joined(separator: " ")
    }

    /// The words of the command in order, what may be missing in brackets.
    private var usage: String {
        let specification = command.specification
        var words = [path]
        words += specification.options.map { option in
            "[--\(option.name) <\(option.value)>\(option.isRepeating ? " ..." : "")]"
        }
        words += specification.flags.map { "[--\($0.name)]" }
        words += specification.arguments.map { argument in
            let name = "<\(argument.name)>\(argument.isRepeating ? " ..." : "")"
            return argument.isOptional ? "[\(name)]" : name
        }
        if !command.subcommands.isEmpty { words.append("<subcommand>") }
        return HelpText.wrap(words, indent: 4)
    }

    private func spelling(_ name: String, _ letter: String?) -> String {
        letter.map { "-\($0), --\(name)" } ?? "--\(name)"
    }

    /// Two columns: what is typed, what it is; a long left column has its text on the next line.
    static func table(_ title: String, _ rows: [(left: String, right: String)]) -> String {
        guard !rows.isEmpty else { return "" }
        let column = 26
        let lines = rows.map { row in
            let text = HelpText.wrap(row.right, indent: column)
            let left = "  " + row.left
            let isLong = left.utf8.count > column - 2
            let gap = isLong ? "\n" + String(repeating: " ", count: column) : pad(column - left.utf8.count)
            return left + gap + text
        }
        return "\(title):\n" + lines.joined(separator: "\n")
    }

    private static func pad(_ count: Int) -> String { String(repeating: " ", count: max(1, count)) }

    /// `text` in lines of at most 80 letters.
    static func paragraph(_ text: String) -> String { wrap(text, indent: 0) }

    /// `words` in lines of at most 80 letters, all but the first indented by `indent`, which the first counts too.
    private static func wrap(_ text: String, indent: Int) -> String {
        wrap(text.split { $0 == " " || $0 == "\n" }.map(String.init), indent: indent)
    }

    private static func wrap(_ words: [String], indent: Int) -> String {
        var text = ""
        var length = indent
        for word in words {
            if !text.isEmpty, length + word.count + 1 > 80 {
                text += "\n" + String(repeating: " ", count: indent) + word
                length = indent + word.count
            } else {
                text += text.isEmpty ? word : " " + word
                length += word.count + 1
            }
        }
        return text
    }
}
