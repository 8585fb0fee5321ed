import RecruitDB

/// One call of a command: its words, and where its results go.
struct Invocation {
    /// What a person typed for the command, such as `recruitdb import mail`.
    let command: String
    private let words: ParsedWords
    /// Where its results go.
    let output: ResultOutput

    init(command: String, words: ParsedWords, output: ResultOutput) {
        self.command = command
        self.words = words
        self.output = output
    }

    /// Whether the flag is given.
    subscript(_ flag: Flag) -> Bool { words.flags.contains(flag.name) }

    /// The value of the option, nil when it is not given.
    subscript(_ option: Option) -> String? { ParsedWords.word(of: option.name, in: words.options) }

    /// The word of the argument, nil when it is not given.
    subscript(_ argument: Argument) -> String? { ParsedWords.word(of: argument.name, in: words.arguments) }

    /// The values of an option that may be repeated, in order.
    func values(_ option: Option) -> [String] { ParsedWords.words(of: option.name, in: words.options) }

    /// The words of an argument that takes several, in order.
    func words(_ argument: Argument) -> [String] { ParsedWords.words(of: argument.name, in: words.arguments) }

    /// The word of an argument that the parser has asked for.
    func word(_ argument: Argument) throws -> String {
        guard let word = self[argument] else { throw usage("<\(argument.name)> is missing") }
        return word
    }

    /// The value of the option as a number in `range`, nil when it is not given.
    func number(_ option: Option, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = self[option] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw usage(
                "--\(option.name) takes a number from \(range.lowerBound) to \(range.upperBound), "
                    + "not '\(Excerpt.of(text))'")
        }
        return number
    }

    /// The value of the option as a time from 0 to a million seconds, nil when it is not given.
    func seconds(_ option: Option) throws -> Double? {
        guard let text = self[option] else { return nil }
        let isDecimal = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        guard isDecimal, let seconds = Double(text), seconds <= 1_000_000 else {
            throw usage("--\(option.name) takes seconds such as 5 or 0.5, not '\(Excerpt.of(text))'")
        }
        return seconds
    }

    /// The call of another command, with the options of this one; words that fit no argument are left out.
    func call(_ call: CommandCall) -> Invocation {
        var words = words
        words.arguments =
            (try? call.command.specification.assign(Array(call.words), command: call.path)) ?? []
        return Invocation(command: call.path, words: words, output: output)
    }

    /// An error about the words of this command.
    func usage(_ problem: String) -> RecruitmentError { .usage(problem, command: command) }

    /// The path of the database: `-d`, else `$RECRUITDB_DATABASE`, else `recruitment.db` here.
    var databasePath: String {
        self[.database] ?? Environment.value("RECRUITDB_DATABASE") ?? "recruitment.db"
    }

    /// Who does this: `--by`, else the login name.
    var handle: String { self[.by] ?? LoginName.current }

    /// Writes `line` and a line feed to standard output.
    func print(_ line: String) { output.append(line + "\n") }

    /// Writes `text` to standard output as it is.
    func print(raw text: String) { output.append(text) }

    /// Writes `bytes` to standard output as they are.
    func print(bytes: [UInt8]) { output.append(bytes) }
}
