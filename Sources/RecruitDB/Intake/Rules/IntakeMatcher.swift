/// The intake that a mail asks for: what it states, else the only one that is open.
struct IntakeMatcher: Sendable {
    enum Source: String, Sendable {
        case subject, body, onlyOpen = "only_open", severalStated = "several_stated"
        case notInCall = "not_in_call", severalOpen = "several_open", noneOpen = "none_open", otherSeason =
            "other_season"
    }

    struct Result: Sendable, Equatable {
        /// The call's code; nil when it stays open for a person.
        let code: String?
        let source: Source
    }

    /// Those of the position.
    let intakes: [OpenIntake]

    /// The intake, the subject before the body, and where it was found.
    ///
    /// - Parameters:
    ///   - subjects: the outer one first, in a forward those inside after it.
    ///   - body: the sender's own words.
    ///   - date: the mail's, seconds since 1970; without one no intake is known to be open.
    /// - Returns: a code of the call, or none with the reason.
    func match(subjects: [WordTokens], body: WordTokens, date: Int64?) -> Result {
        for subject in subjects {
            if let stated = stated(IntakeStatement(subject).periods, from: .subject) { return stated }
        }
        if let stated = stated(IntakeStatement(body).periods, from: .body) { return stated }
        let day = date.flatMap { Timestamp(secondsSince1970: $0).day?.description }
        let open = day.map { day in intakes.filter { $0.isOpen(on: day) } } ?? []
        guard open.count == 1, let only = open.first else {
            return Result(code: nil, source: open.isEmpty ? .noneOpen : .severalOpen)
        }
        let season = subjects.lazy.compactMap { Self.loneSeason(in: $0) }.first
        if let season, let period = only.period, period.season != season {
            return Result(code: nil, source: .otherSeason)
        }
        return Result(code: only.code, source: .onlyOpen)
    }

    /// The intake that a place states; nil when the place states none.
    private func stated(_ periods: Set<IntakePeriod>, from source: Source) -> Result? {
        guard let period = periods.first else { return nil }
        guard periods.count == 1 else { return Result(code: nil, source: .severalStated) }
        let intake = intakes.first { $0.period == period }
        return Result(code: intake?.code, source: intake == nil ? .notInCall : source)
    }

    /// "Spring intake" without a year: a wish that the only open intake may not meet.
    private static func loneSeason(in subject: WordTokens) -> Season? {
        for (index, token) in subject.tokens.enumerated() {
            guard let season = Season(word: token.text), index + 1 < subject.tokens.count else { continue }
            if ["intake", "admission", "semester", "term", "entry", "季"].contains(subject.tokens[index + 1].text) {
                return season
            }
        }
        return nil
    }
}
