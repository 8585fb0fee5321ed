/// What was broken and mended, as words, in the order found and each once.
struct Defects: Sendable {
    private(set) var words: [String] = []
    private var seen: Set<String> = []

    /// A message's list stays readable whatever a hostile message brings.
    private static let most = 100

    /// Adds a word, once.
    mutating func add(_ word: String) {
        guard words.count < Self.most, seen.insert(word).inserted else { return }
        words.append(word)
    }

    /// Adds a word with the value that it is about, shortened and without control characters.
    mutating func add(_ word: String, _ value: String) {
        let shown = value.unicodeScalars.prefix(60).filter { $0.value > 31 && $0.value != 127 }
        add(word + ": " + String(String.UnicodeScalarView(shown)))
    }
}
