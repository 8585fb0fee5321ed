/// The words of one command, sorted by what they are.
///
/// Lists, not dictionaries: they hold a handful, and a program that starts for one question should not pay for the
/// metadata of a hash table.
struct ParsedWords {
    /// A word and the name of the option or argument that it belongs to.
    struct Given {
        let name: String
        let word: String
    }

    /// The values of options, in the order given.
    var options: [Given] = []
    /// The names of the flags that were given.
    var flags: [String] = []
    /// The words of arguments, in the order given.
    var arguments: [Given] = []
    /// The words that stand on their own, before they are given to arguments.
    var positional: [String] = []

    /// The words of `list` that belong to `name`, in order.
    static func words(of name: String, in list: [Given]) -> [String] {
        var words: [String] = []
        for given in list where given.name == name { words.append(given.word) }
        return words
    }

    /// The first word of `list` that belongs to `name`.
    static func word(of name: String, in list: [Given]) -> String? {
        for given in list where given.name == name { return given.word }
        return nil
    }
}
