import RecruitDB

/// Pairs who may be one person.
struct Duplicates: Command {
    static let name = "duplicates"
    static let persons = Argument("ref", "with --not, the two who are two", .any)
    static let position = Option("position", value: "slug", "only pairs of whom one applies for this position")
    static let least = Option("least", value: "score", "the least score, from 0 to 1 (0.5)")
    static let not = Flag("not", "record that the two named are two people: they are listed no more")
    static let specification = Specification(
        "Lists people who may be one person, with the reason, a score and what to type",
        discussion: """
            Reasons are an ORCID, an address or another way to write it, a telephone number, a paper handed in, and a name \
            (in either order and script) together with an institution's address; a name alone counts little. Nobody is \
            merged by a program: recruitdb merge makes two people one, and duplicates --not says that they are two.
            """,
        arguments: [persons], options: [position, least, .by] + Option.listing, flags: [not, .dryRun] + Flag.listing,
        examples: [
            "recruitdb duplicates", "recruitdb duplicates --position phd --least 0.2",
            "recruitdb duplicates --not P-0041 P-0057",
        ])

    func run(_ invocation: Invocation) throws {
        let words = invocation.words(Self.persons)
        if invocation[Self.not] { return try distinguish(words, invocation) }
        guard words.isEmpty else {
            throw invocation.usage("to say that two people are two, add --not; to make them one: recruitdb merge")
        }
        let least = try Self.score(invocation[Self.least], invocation)
        let style = try invocation.listingStyle()
        let database = try RecruitmentDatabase.openForReading(at: invocation.databasePath)
        let outdated = try database.refreshNameKeys()
        if outdated > 0 {
            StandardError.say("\(outdated) names changed by SQL are not compared: \(database.path) may not be written")
        }
        try invocation.write(database.duplicatePairListing(position: invocation[Self.position], least: least), style)
    }

    private func distinguish(_ words: [String], _ invocation: Invocation) throws {
        guard words.count == 2 else { throw invocation.usage("which two? For example: duplicates --not P-0041 P-0057") }
        try RecruitmentDatabase(path: invocation.databasePath).distinguish(
            words[0], from: words[1], by: invocation.handle, isDryRun: invocation[.dryRun])
        invocation.print(
            "\(words[0]) and \(words[1]) \(invocation[.dryRun] ? "would be kept as" : "are") two people, and not listed again"
        )
    }

    private static func score(_ text: String?, _ invocation: Invocation) throws -> Double {
        guard let text else { return 0.5 }
        let isDecimal = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        guard isDecimal, let score = Double(text), score <= 1 else {
            throw invocation.usage("--least takes a score from 0 to 1 such as 0.5, not '\(Excerpt.of(text))'")
        }
        return score
    }
}
