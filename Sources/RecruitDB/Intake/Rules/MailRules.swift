import MailMessage

/// A position of the call, as far as mail may apply for it.
struct AdvertisedPosition: Sendable {
    let slug: String
    let keywords: [String]
    let intakes: [OpenIntake]
    /// Position `other` is assigned by people only.
    let isAssignedByPeople: Bool

    init(slug: String, keywords: [String], intakes: [OpenIntake], isAssignedByPeople: Bool = false) {
        self.slug = slug
        self.keywords = keywords
        self.intakes = intakes
        self.isAssignedByPeople = isAssignedByPeople
    }
}

/// The rules by which a mail becomes an application, joins one, or waits for a person.
///
/// A wrong guess made silently is the worst outcome: what the rules do not decide is undecided.
struct MailRules: Sendable {
    let laboratory: Laboratory
    private let matcher: PositionMatcher
    let intakes: [String: IntakeMatcher]

    init(laboratory: Laboratory, positions: [AdvertisedPosition]) {
        self.laboratory = laboratory
        matcher = PositionMatcher(
            positions: positions.filter { !$0.isAssignedByPeople }.map { ($0.slug, $0.keywords) })
        intakes = Dictionary(
            positions.map { ($0.slug, IntakeMatcher(intakes: $0.intakes)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Decides about one message, the rules in their order.
    func decide(_ message: Message, context: some MailContext) -> MailDecision {
        if AutomaticRule.matches(message, laboratory) { return MailDecision(triage: .automatic) }
        let reading = MailReading(message, laboratory, matcher, context)
        if let decision = OwnMailRule.decision(reading, context) { return decision }
        var suggestion = suggestion(for: reading, context)
        if let decision = notOwnBehalf(reading, suggestion, context) { return decision }
        if let applicant = reading.applicant {
            let rule = ThreadRule(reading, applicant, context)
            if let decision = rule.decision(suggestion) { return decision }
        }
        if let words = ReferenceLetterRule.words(in: reading) {
            return referenceLetter(words, reading, suggestion, context)
        }
        if let doubt = reading.position.doubt { return .undecided(.positionUnclear, doubt, suggestion) }
        guard let position = reading.position.slugs.first, reading.position.slugs.count == 1 else {
            let why: InboxReason = reading.position.slugs.isEmpty ? .noPosition : .twoPositions
            suggestion.triage = ApplicationRule.asks(reading) ? .enquiry : nil
            return .undecided(why, reading.position.slugs.joined(separator: ", "), suggestion)
        }
        switch ApplicationRule.outcome(reading) {
        case .waits(let why, let words):
            suggestion.triage = why == .question ? .enquiry : nil
            if why == .thirdPerson, let other = mentioned(in: reading) { suggest(other, &suggestion, context) }
            return .undecided(why, words, suggestion)
        case .applies(let evidence):
            return application(position, evidence, reading, suggestion, context)
        }
    }

    private func suggestion(for reading: MailReading, _ context: some MailContext) -> MailSuggestion {
        var suggestion = MailSuggestion()
        suggestion.position = reading.position.slugs.count == 1 ? reading.position.slugs.first : nil
        suggestion.applicant =
            reading.applicant ?? reading.forward?.applicantPart(laboratory)?.applicant ?? mentioned(in: reading)
        suggestion.person = suggestion.applicant.flatMap { context.person(address: $0.address) }
        let open = suggestion.person?.openApplications ?? []
        suggestion.application = open.count == 1 ? open.first : nil
        return suggestion
    }

    func suggest(_ applicant: MailApplicant, _ suggestion: inout MailSuggestion, _ context: some MailContext) {
        suggestion.applicant = applicant
        suggestion.person = context.person(address: applicant.address)
        suggestion.application =
            suggestion.person?.openApplications.count == 1 ? suggestion.person?.openApplications.first : nil
    }

    /// The first address in the text that is neither of the lab nor the sender's.
    func mentioned(in reading: MailReading) -> MailApplicant? {
        let sender = reading.message.from.first.map { Laboratory.folded($0.address) }
        let address = MailboxText.addresses(of: reading.message.text).first { address in
            address != sender && address != reading.applicant?.address && !laboratory.isOfLab(address)
                && AddressKind(address) == .person
        }
        return address.map { MailApplicant(name: nil, address: $0) }
    }
}
