import RecruitDB

/// Words in papers.
struct Search: Command {
    static let name = "search"
    static let words = Argument("word", "what must stand on one page of a paper, all of it", .oneOrMore)
    static let position = Option("position", value: "slug", "only papers of people who apply for this position")
    static let limit = Option("limit", value: "n", "the most pages to list (1000)")
    static let specification = Specification(
        "Lists the papers that say something, with the page and the line",
        discussion: """
            Case and accents do not matter; Chinese words are found inside a sentence. '"machine learning"' looks for the
            words one after the other, 'robot*' for all that begins so. confidential is 1 for a referee's letter: it is
            never shown to the applicant.
            """,
        arguments: [words], options: [position, limit] + Option.listing, flags: Flag.listing,
        examples: [
            "recruitdb search PyTorch --position phd", "recruitdb search '\"reinforcement learning\"' 机器人",
        ])

    func run(_ invocation: Invocation) throws {
        let style = try invocation.listingStyle()
        let limit = try invocation.number(Self.limit, in: 1...1_000_000) ?? 1000
        // A word with a blank in it was quoted for the shell, not for the search: its words may stand apart.
        let words = invocation.words(Self.words).joined(separator: " ")
        let found = try RecruitmentDatabase.openForReading(at: invocation.databasePath).searchListing(
            words, position: invocation[Self.position], limit: limit)
        try invocation.write(found.listing, style)
        if found.count == 0 { StandardError.say("nothing found for \(Excerpt.of(words))") }
        if found.isCut {
            let listed = limit == 1 ? "the best page is" : "the best \(limit) pages are"
            StandardError.say("only \(listed) listed; --limit lists more")
        }
    }
}
