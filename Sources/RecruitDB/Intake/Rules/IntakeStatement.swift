/// The seasons with years that a text states, each once ("Fall 2027", "27Fall", "2027年秋季", "spring/fall '27").
struct IntakeStatement: Sendable {
    private(set) var periods: Set<IntakePeriod> = []

    private let tokens: [WordTokens.Token]

    init(_ text: WordTokens) {
        tokens = text.tokens
        var previous: (end: Int, years: Set<Int>)?
        var waiting: [(season: Season, end: Int)] = []
        for (index, token) in tokens.enumerated() {
            guard let season = season(at: index, token) else { continue }
            var years = Set([yearBefore(index, season), yearAfter(index, season)].compactMap { $0 })
            if years.isEmpty, let before = previous, isJoined(before.end, index) { years = before.years }
            if years.isEmpty {
                waiting.append((season, index))
                continue
            }
            var next = index
            while let first = waiting.popLast(), isJoined(first.end, next) {
                for year in years { periods.insert(IntakePeriod(season: first.season, year: year)) }
                next = first.end
            }
            waiting = []
            for year in years { periods.insert(IntakePeriod(season: season, year: year)) }
            previous = (index, years)
        }
    }

    /// A season's word; `春节` is a feast, not a season.
    private func season(at index: Int, _ token: WordTokens.Token) -> Season? {
        guard token.kind == .word || token.kind == .han, let season = Season(word: token.text) else { return nil }
        return token.text == "春" && index + 1 < tokens.count && tokens[index + 1].text == "节" ? nil : season
    }

    /// `2027 Fall`, `27Fall`, `2027年秋`, `2027-28 Fall`.
    private func yearBefore(_ season: Int, _ name: Season) -> Int? {
        var index = season - 1
        var isClose = tokens[season].isGlued
        var steps = 0
        while index >= 0, Self.betweenBefore.contains(tokens[index].text), steps < 3 {
            if tokens[index].text != "年" { isClose = tokens[index].isGlued && isClose }
            index -= 1
            steps += 1
        }
        guard index >= 0, tokens[index].kind == .number else { return nil }
        if let range = academicYear(endingAt: index) { return year(of: name, in: range) }
        if let year = Self.fullYear(tokens[index].text) { return year }
        guard steps == 0 || isClose || tokens[season - 1].text == "年", !isPartOfNumber(index) else { return nil }
        return Self.shortYear(tokens[index].text)
    }

    /// Whether the digits go on a longer number or word, as in `3.27` or `v27`; a bracket or a dash before them does not.
    private func isPartOfNumber(_ index: Int) -> Bool {
        guard index > 0, tokens[index].isGlued else { return false }
        let before = tokens[index - 1]
        if before.kind == .number || before.kind == .word { return true }
        return [".", ",", ":", "/"].contains(before.text) && before.isGlued && index > 1
            && tokens[index - 2].kind == .number
    }

    /// `Fall 2027`, `Fall '27`, `Fall semester of 2027`, `秋季2027`, `Fall 2027/28`.
    private func yearAfter(_ season: Int, _ name: Season) -> Int? {
        var index = season + 1
        var steps = 0
        while index < tokens.count, steps < 4, Self.betweenAfter.contains(tokens[index].text) {
            index += 1
            steps += 1
        }
        guard index < tokens.count, tokens[index].kind == .number else { return nil }
        if let range = academicYear(beginningAt: index) { return year(of: name, in: range) }
        if let year = Self.fullYear(tokens[index].text) { return year }
        let isApostrophe = steps == 1 && ["'", "\u{2018}", "\u{2019}"].contains(tokens[season + 1].text)
        let isSeasonMark = steps == 1 && tokens[season + 1].text == "季"
        guard steps == 0 || isApostrophe || isSeasonMark else { return nil }
        if index + 1 < tokens.count {
            let next = tokens[index + 1]
            if next.text == "%" || next.isGlued && (next.kind == .word || next.text == ".") { return nil }
        }
        return Self.shortYear(tokens[index].text)
    }

    /// `2027-28`, `2027/2028`: two years in a row.
    private func academicYear(beginningAt index: Int) -> (first: Int, second: Int)? {
        guard index + 2 < tokens.count, let first = Self.fullYear(tokens[index].text),
            Self.rangeMarks.contains(tokens[index + 1].text),
            let second = Self.fullYear(tokens[index + 2].text) ?? Self.shortYear(tokens[index + 2].text),
            second == first + 1
        else { return nil }
        return (first, second)
    }

    private func academicYear(endingAt index: Int) -> (first: Int, second: Int)? {
        index < 2 ? nil : academicYear(beginningAt: index - 2)
    }

    private func year(of season: Season, in range: (first: Int, second: Int)) -> Int {
        season == .fall || season == .winter ? range.first : range.second
    }

    /// Only words such as "or" stand between two seasons.
    private func isJoined(_ first: Int, _ second: Int) -> Bool {
        guard second - first <= 6 else { return false }
        return tokens[(first + 1)..<second].allSatisfy { Self.joiners.contains($0.text) || $0.kind == .number }
    }

    private static func fullYear(_ digits: String) -> Int? {
        digits.utf8.count == 4 && digits.hasPrefix("20") ? Int(digits) : nil
    }

    private static func shortYear(_ digits: String) -> Int? {
        guard digits.utf8.count == 2, let year = Int(digits), year >= 20, year < 50 else { return nil }
        return 2000 + year
    }

    private static let betweenBefore: Set<String> = ["年", "学", "-", "\u{2010}", "\u{2013}", "_", ",", "/", "'", "."]
    private static let betweenAfter: Set<String> = [
        "季", "学", "期", "入", "semester", "term", "intake", "admission", "admissions", "entry", "session", "quarter",
        "cohort",
        "start", "of", "in", "for", "the", "year", "-", "\u{2010}", "\u{2013}", "_", ",", "/", "'", "\u{2018}",
        "\u{2019}", "(", ":",
    ]
    private static let rangeMarks: Set<String> = ["-", "/", "\u{2010}", "\u{2013}", "~"]
    private static let joiners: Set<String> = [
        "/", "or", "and", "&", "-", ",", "to", "either", "in", "the", "of", "或", "者", "和", "及", "与", "、", "至", "季", "学",
        "期", "年",
        "semester", "term", "intake", "\u{2013}", "+", "also",
    ]
}
