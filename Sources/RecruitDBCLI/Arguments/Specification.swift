/// What a command takes and what its help says: the parser and the help text read the same list.
struct Specification: Sendable {
    /// One sentence for the list of commands, without a final stop.
    let abstract: String
    /// Paragraphs for the command's own help.
    let discussion: String
    /// The words that stand on their own, in order.
    let arguments: [Argument]
    /// The switches with a value, in the order of help.
    let options: [Option]
    /// The switches without a value, in the order of help.
    let flags: [Flag]
    /// Whole commands that work, for help.
    let examples: [String]

    /// A specification; `-d/--database` and `-h/--help` belong to every command and are not listed.
    init(
        _ abstract: String, discussion: String = "", arguments: [Argument] = [], options: [Option] = [],
        flags: [Flag] = [], examples: [String] = []
    ) {
        self.abstract = abstract
        self.discussion = discussion
        self.arguments = arguments
        self.options = options
        self.flags = flags
        self.examples = examples
    }
}
