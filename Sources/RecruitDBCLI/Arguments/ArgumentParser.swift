import RecruitDB

/// Sorts the words of a command by the conventions of swift-argument-parser.
///
/// `--name value`, `--name=value`, `-l value`, `-lvalue`, `-l=value`; flags of one letter may stand together (`-ab`);
/// after `--` every word stands on its own, as do `-` and words with a space in what would be their name (SQL that
/// begins with a comment). Options and arguments may be mixed.
struct ArgumentParser {
    private let command: String
    private let options: [Option]
    private let flags: [Flag]
    private var parsed = ParsedWords()

    /// A parser for `specification`; `command` is what a person types for it, such as `recruitdb import mail`.
    init(_ specification: Specification, command: String, isRoot: Bool = false) {
        self.command = command
        options = specification.options + [.database]
        flags = specification.flags + [.help] + (isRoot ? [.version] : [])
    }

    /// Sorts `words`; where `stopsAtWord`, ends before the first that stands on its own and returns how many it read.
    mutating func read(_ words: ArraySlice<String>, stopsAtWord: Bool = false) throws -> (ParsedWords, Int) {
        var index = words.startIndex
        while index < words.endIndex {
            let word = words[index]
            if word == "--" {
                parsed.positional += words[(index + 1)...]
                index = words.endIndex
                break
            }
            guard isSwitch(word) else {
                if stopsAtWord { break }
                parsed.positional.append(word)
                index += 1
                continue
            }
            index += 1
            let next = index < words.endIndex ? words[index] : nil
            if try readSwitch(word, next: next) { index += 1 }
        }
        return (parsed, index - words.startIndex)
    }

    /// Whether `word` is meant as an option or a flag.
    private func isSwitch(_ word: String) -> Bool {
        guard word.utf8.first == UInt8(ascii: "-"), word.utf8.count > 1 else { return false }
        return !word.utf8.prefix { $0 != UInt8(ascii: "=") }.contains { $0 <= 0x20 }
    }

    /// Reads `word`; returns whether it took the word after it.
    private mutating func readSwitch(_ word: String, next: String?) throws -> Bool {
        guard word.hasPrefix("--") else { return try readLetters(word, next: next) }
        let bare = word.dropFirst(2)
        let equals = bare.utf8.firstIndex(of: UInt8(ascii: "="))
        let name = String(equals.map { bare[..<$0] } ?? bare)
        let value = equals.map { String(bare[bare.utf8.index(after: $0)...]) }
        if let flag = flags.first(where: { $0.name == name }) {
            if value != nil { throw usage("--\(name) takes no value") }
            parsed.flags.append(flag.name)
            return false
        }
        guard let option = options.first(where: { $0.name == name }) else {
            let known = options.map { "--" + $0.name } + flags.map { "--" + $0.name }
            throw usage("unknown option '--\(name)'" + Suggestion.among(known, for: "--" + name))
        }
        return try set(option, "--\(name)", value, next: next)
    }

    /// Reads `-d FILE`, `-dFILE`, `-d=FILE` or `-ab`; returns whether it took the word after it.
    private mutating func readLetters(_ word: String, next: String?) throws -> Bool {
        var rest = word.dropFirst()
        while let letter = rest.popFirst().map(String.init) {
            if let flag = flags.first(where: { $0.letter == letter }) {
                parsed.flags.append(flag.name)
            } else if let option = options.first(where: { $0.letter == letter }) {
                if rest.isEmpty { return try set(option, "-\(letter)", nil, next: next) }
                return try set(option, "-\(letter)", String(rest.first == "=" ? rest.dropFirst() : rest), next: nil)
            } else {
                throw usage("unknown option '-\(letter)'")
            }
        }
        return false
    }

    private mutating func set(_ option: Option, _ written: String, _ value: String?, next: String?) throws -> Bool {
        if let value {
            try add(value, to: option)
            return false
        }
        guard let next, next != "--", !isSwitch(next) else {
            throw usage("\(written) needs a value: \(written) <\(option.value)>")
        }
        try add(next, to: option)
        return true
    }

    private mutating func add(_ value: String, to option: Option) throws {
        if !option.isRepeating, ParsedWords.word(of: option.name, in: parsed.options) != nil {
            throw usage("--\(option.name) is given twice")
        }
        parsed.options.append(ParsedWords.Given(name: option.name, word: value))
    }

    private func usage(_ problem: String) -> RecruitmentError { .usage(problem, command: command) }
}

extension RecruitmentError {
    /// Words that are wrong, with where to read on.
    static func usage(_ problem: String, command: String) -> RecruitmentError {
        RecruitmentError(.usage, "\(problem) (see '\(command) --help')")
    }
}
