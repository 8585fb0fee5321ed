import RecruitDB

/// What may stand where the cursor is, whichever shell asks.
struct Completions {
    /// A word, and what it is.
    struct Candidate {
        let word: String
        var help = ""
    }

    private(set) var candidates: [Candidate] = []
    /// Whether the name of a file may stand there.
    private(set) var wantsFile = false

    private let names: DatabaseNames?
    private let questions: [SavedQuestion]

    /// The completions of the last of `words`, which may be empty, after the others; `path` is the database without `-d`.
    init(_ words: [String], database path: String) {
        let current = words.last ?? ""
        var command: any Command.Type = Root.self
        var (path, awaited, positionals, isLiteral) = (path, Option?.none, 0, false)
        for word in words.dropLast() {
            if let option = awaited {
                if option.name == Option.database.name { path = word }
                awaited = nil
            } else if word == "--" {
                isLiteral = true
            } else if !isLiteral, word.hasPrefix("-"), word.count > 1 {
                awaited = Self.option(word, of: command)
            } else if positionals == 0, let next = command.subcommands.first(where: { $0.name == word }) {
                command = next
            } else {
                positionals += 1
            }
        }
        names = DatabaseNames(path: path)
        questions =
            command is Query.Type
            ? (try? SavedQuestions(beside: path, folder: Environment.value("RECRUITDB_QUESTIONS")).all().questions)
                ?? [] : []
        if let option = awaited {
            add(Self.kind(of: option), option.name)
        } else if current.hasPrefix("-"), !isLiteral {
            add(switches: command)
        } else if !command.subcommands.isEmpty, positionals == 0 {
            candidates = command.subcommands.map { Candidate(word: $0.name, help: $0.specification.abstract) }
        } else {
            add(arguments: command)
        }
        candidates = candidates.filter { $0.word.hasPrefix(current) }
    }

    /// The option that a word names and whose value comes next.
    private static func option(_ word: String, of command: any Command.Type) -> Option? {
        let options = command.specification.options + [.database]
        if word.hasPrefix("--") { return word.contains("=") ? nil : options.first { "--\($0.name)" == word } }
        return options.first { $0.letter.map { "-\($0)" == word } ?? false }
    }

    private mutating func add(switches command: any Command.Type) {
        let specification = command.specification
        candidates += (specification.options + [.database]).map { Candidate(word: "--\($0.name)", help: $0.help) }
        candidates += (specification.flags + [.help]).map { Candidate(word: "--\($0.name)", help: $0.help) }
    }

    private mutating func add(arguments command: any Command.Type) {
        if command is Help.Type {
            candidates = Root.subcommands.map { Candidate(word: $0.name, help: $0.specification.abstract) }
        }
        for argument in command.specification.arguments { add(argument.name, argument.name) }
        if command is Move.Type { add("stage", "stage") }
        if command is Completion.Type { candidates = CompletionScript.shells.map { Candidate(word: $0) } }
    }

    /// What the value of an option is: two are called a code.
    private static func kind(of option: Option) -> String {
        option.value == "code" ? option.name : option.value
    }

    private mutating func add(_ kind: String, _ name: String) {
        switch kind {
        case "file", "path", "folder": wantsFile = true
        case "format": candidates += ListingFormat.allCases.map { Candidate(word: $0.rawValue) }
        case "slug": add(.positions)
        case "stage": add(.stages)
        case "reason": add(.reasons)
        case "intake": add(.intakes)
        case "sql":
            candidates += questions.map { Candidate(word: $0.name, help: $0.question) }
            add(.relations)
        default: break
        }
    }

    private mutating func add(_ kind: DatabaseNames.Kind) {
        candidates += (names?.all(kind) ?? []).map { Candidate(word: $0) }
    }
}
