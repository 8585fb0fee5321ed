/// The words of one command, sorted by what they are.
struct ParsedWords {
    /// The values by the option's name, in the order given.
    var options: [String: [String]] = [:]
    /// The names of the flags that were given.
    var flags: Set<String> = []
    /// The words by the argument's name, in the order given; an argument without words has no entry.
    var arguments: [String: [String]] = [:]
    /// The words that stand on their own, before they are given to arguments.
    var positional: [String] = []
}
