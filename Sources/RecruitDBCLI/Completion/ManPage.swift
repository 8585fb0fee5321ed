import RecruitDB

/// The manual page of a command, of the same words as its help (man(7)).
struct ManPage {
    private let command: any Command.Type
    private let path: String

    /// The page of `command`, which a person types as `path`.
    init(_ command: any Command.Type, path: String) {
        self.command = command
        self.path = path
    }

    /// The page's name: `recruitdb-import-mail`.
    private var name: String { path.split(separator: " ").joined(separator: "-") }

    /// The page in roff, with its final line feed.
    var text: String {
        let specification = command.specification
        var lines = [".TH \"\(Self.escaped(name.uppercased()))\" 1 \"\" \"RecruitDB \(Version.current)\" \"RecruitDB\""]
        lines += [".SH NAME", "\(Self.escaped(name)) \\- \(Self.escaped(specification.abstract))"]
        lines += [".SH SYNOPSIS", ".B \(Self.escaped(path))"]
        lines.append(Self.escaped(synopsis))
        if !specification.discussion.isEmpty {
            lines.append(".SH DESCRIPTION")
            for (number, part) in specification.discussion.split(separator: "\n\n").enumerated() {
                if number > 0 { lines.append(".PP") }
                lines.append(Self.escaped(part.split(separator: "\n").joined(separator: " ")))
            }
        }
        lines += list("ARGUMENTS", specification.arguments.map { ("<\($0.name)>", $0.help) })
        lines += list("OPTIONS", options)
        lines += list(
            "COMMANDS", command.subcommands.map { ("\(path) \($0.name)", $0.specification.abstract) })
        if !specification.examples.isEmpty {
            lines += [".SH EXAMPLES", ".nf"] + specification.examples.map(Self.escaped) + [".fi"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var synopsis: String {
        let specification = command.specification
        var words = specification.options.isEmpty && specification.flags.isEmpty ? [] : ["[options]"]
        words += specification.arguments.map { argument in
            let name = "<\(argument.name)>\(argument.isRepeating ? " ..." : "")"
            return argument.isOptional ? "[\(name)]" : name
        }
        if !command.subcommands.isEmpty { words.append("<command>") }
        return words.joined(separator: " ")
    }

    private var options: [(String, String)] {
        func spelling(_ name: String, _ letter: String?) -> String { letter.map { "-\($0), --\(name)" } ?? "--\(name)" }
        let flags = command.specification.flags + (path == Root.name ? [.version] : []) + [.help]
        return (command.specification.options + [.database]).map {
            (spelling($0.name, $0.letter) + " <\($0.value)>", $0.help)
        }
            + flags.map { (spelling($0.name, $0.letter), $0.help) }
    }

    private func list(_ title: String, _ rows: [(left: String, right: String)]) -> [String] {
        rows.isEmpty
            ? []
            : [".SH \(title)"] + rows.flatMap { [".TP", ".B \(Self.escaped($0.left))", Self.escaped($0.right)] }
    }

    /// The text as roff takes it: no escape, no request, and hyphens that can be copied.
    private static func escaped(_ text: String) -> String {
        let plain = text.map { character in
            switch character {
            case "\\": "\\e"
            case "-": "\\-"
            default: String(character)
            }
        }.joined()
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}
