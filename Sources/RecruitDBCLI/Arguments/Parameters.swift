/// A word that stands on its own: `SQL`, `REF...`.
struct Argument: Sendable {
    /// How many words it takes.
    enum Count: Sendable {
        case one
        case optional
        case oneOrMore
        case any
    }

    /// What help calls it, in lower case: `<ref>`.
    let name: String
    /// One line for help.
    let help: String
    /// How many words it takes.
    let count: Count

    /// An argument called `name`; at most one of a command takes more than one word.
    init(_ name: String, _ help: String, _ count: Count = .one) {
        self.name = name
        self.help = help
        self.count = count
    }

    /// Whether it takes more than one word.
    var isRepeating: Bool { count == .oneOrMore || count == .any }
    /// Whether it may be missing.
    var isOptional: Bool { count == .optional || count == .any }
}

/// A switch without a value: `--dry-run`.
struct Flag: Sendable {
    /// The word after `--`.
    let name: String
    /// The letter after `-`, if there is one.
    let letter: String?
    /// One line for help.
    let help: String

    /// The flag `--name`, or `-letter`.
    init(_ name: String, letter: String? = nil, _ help: String) {
        self.name = name
        self.letter = letter
        self.help = help
    }
}

/// A switch with a value: `--format csv`.
struct Option: Sendable {
    /// The word after `--`.
    let name: String
    /// The letter after `-`, if there is one.
    let letter: String?
    /// What help calls its value: `<file>`.
    let value: String
    /// One line for help.
    let help: String
    /// Whether it may be given several times.
    let isRepeating: Bool

    /// The option `--name <value>`, or `-letter <value>`.
    init(_ name: String, letter: String? = nil, value: String, repeats isRepeating: Bool = false, _ help: String) {
        self.name = name
        self.letter = letter
        self.value = value
        self.isRepeating = isRepeating
        self.help = help
    }
}
