/// Which positions a subject names, by the keywords of the call.
struct PositionMatcher: Sendable {
    /// What a subject names.
    struct Result: Sendable, Equatable {
        /// Slugs, each once, in the order of their first place.
        var slugs: [String] = []
        /// A word for a position that is a title or a degree here ("陈博士您好", "PhD holder").
        var doubt: String?
    }

    private let keywords: [PositionKeyword]

    /// - Parameter positions: those that mail may apply for; a position without keywords is never found.
    init(positions: [(slug: String, keywords: [String])]) {
        keywords =
            positions
            .flatMap { position in position.keywords.compactMap { PositionKeyword($0, slug: position.slug) } }
            .sorted { $0.letters.count > $1.letters.count }
    }

    /// The slugs of the positions that the subject names.
    func positions(in subject: String) -> [String] {
        result(for: subject).slugs
    }

    /// The positions, the longest keyword first: its place is consumed and names nothing else.
    func result(for subject: String) -> Result {
        let text = SubjectScalars(String(SubjectLine(subject).text.unicodeScalars.prefix(2_000)))
        var result = Result()
        var found: [(place: Int, slug: String)] = []
        var isConsumed = [Bool](repeating: false, count: text.count)
        for keyword in keywords {
            for start in text.folded.indices where !isConsumed[start] && text.folded[start] == keyword.letters[0] {
                guard let end = keyword.end(from: start, in: text), !isConsumed[start..<end].contains(true) else {
                    continue
                }
                for index in start..<end { isConsumed[index] = true }
                if let doubt = DegreeWord.doubt(at: start..<end, in: text) {
                    result.doubt = result.doubt ?? doubt
                } else {
                    // A keyword that two positions share names both.
                    for shared in keywords where shared.letters == keyword.letters {
                        found.append((start, shared.slug))
                    }
                }
            }
        }
        for (_, slug) in found.sorted(by: { $0.place < $1.place }) where !result.slugs.contains(slug) {
            result.slugs.append(slug)
        }
        return result
    }
}
