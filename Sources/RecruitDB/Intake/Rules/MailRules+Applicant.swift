import MailMessage

/// Rule 6 where it comes before the thread, and what becomes of a person who applies.
extension MailRules {
    /// Mail about another person, which must not join the sender's own application.
    func notOwnBehalf(
        _ reading: MailReading, _ suggestion: MailSuggestion, _ context: some MailContext
    ) -> MailDecision? {
        if let words = ReferenceLetterRule.aboutAnother(in: reading) {
            return referenceLetter(words, reading, suggestion, context)
        }
        guard !reading.isFromLab else { return nil }
        var suggestion = suggestion
        if let inner = innerApplicant(reading, context) {
            suggestion.applicant = inner.applicant ?? mentioned(in: reading)
            suggestion.person = inner.applicant.flatMap { context.person(address: $0.address) }
            suggestion.application = nil
            return .undecided(.forwardFromOutside, reading.message.from.first?.address, suggestion)
        }
        guard !reading.papers.isEmpty,
            let words = ThirdPersonWords.found(in: reading.subjectWords + [reading.text])
        else { return nil }
        suggestion.application = nil
        if let other = mentioned(in: reading) { suggest(other, &suggestion, context) }
        return .undecided(.thirdPerson, words, suggestion)
    }

    /// Whom someone outside the lab forwards; nil when the mail is no forward, or the sender's own affair.
    ///
    /// A quoted block of the lab's own mail is an answer without `Re:`. A known applicant may pass on what an office
    /// or they themselves sent.
    private func innerApplicant(
        _ reading: MailReading, _ context: some MailContext
    ) -> (applicant: MailApplicant?, Void)? {
        guard let forward = reading.forward else { return nil }
        let inner = forward.applicantPart(laboratory)?.applicant
        let isKnown = reading.applicant.map { context.person(address: $0.address) != nil } ?? false
        if let inner {
            let isOwnAffair = inner.address == reading.applicant?.address || AddressKind(inner.address) != .person
            return isOwnAffair && isKnown ? nil : (inner, ())
        }
        let quotesOnlyTheLab =
            !reading.line.isForward && reading.message.forwardedCount == 0
            && forward.parts.allSatisfy { $0.applicant != nil }
        return isKnown || quotesOnlyTheLab ? nil : (nil, ())
    }

    /// A letter of reference, with the applicant that it seems to be for.
    func referenceLetter(
        _ words: String, _ reading: MailReading, _ suggestion: MailSuggestion, _ context: some MailContext
    ) -> MailDecision {
        var texts = reading.subjects.map(\.text)
        texts += reading.papers.compactMap(\.attachment.filename)
        let own = reading.text
        texts.append(own.words(in: 0..<min(own.tokens.count, 400)))
        var suggestion = suggestion
        let thread = context.thread(of: reading.message.threadIDs)
        suggestion.person =
            context.person(mentionedIn: texts.joined(separator: "\n")) ?? thread?.person
            ?? mentioned(in: reading).flatMap { context.person(address: $0.address) }
        suggestion.application =
            suggestion.person?.openApplications.count == 1
            ? suggestion.person?.openApplications.first : nil
        suggestion.triage = .referenceLetter
        suggestion.applicant = nil
        return .undecided(.referenceLetter, words, suggestion)
    }

    /// A new application, or a question where the person is on file for the same position already.
    func application(
        _ position: String, _ evidence: String, _ reading: MailReading, _ suggestion: MailSuggestion,
        _ context: some MailContext
    ) -> MailDecision {
        guard let applicant = reading.applicant, !laboratory.isOfLab(applicant.address) else {
            return .undecided(reading.applicantReason ?? .noAddress, nil, suggestion)
        }
        let matcher = intakes[position] ?? IntakeMatcher(intakes: [])
        let intake = matcher.match(subjects: reading.subjectWords, body: reading.text, date: reading.message.date)
        let person = context.person(address: applicant.address)
        let earlier = person?.applications.filter { $0.position == position } ?? []
        if !earlier.isEmpty {
            let isStated = matcher.intakes.contains { open in
                open.code == intake.code && open.period.map(reading.periodsAppliedFor.contains) ?? false
            }
            guard isStated, !earlier.contains(where: { $0.intake == intake.code }) else {
                var suggestion = suggestion
                suggestion.application = earlier.count == 1 ? earlier.first : suggestion.application
                return .undecided(.appliedBefore, earlier.map(\.ref).joined(separator: ", "), suggestion)
            }
        }
        let new = NewApplication(
            position: position, intake: intake.code, intakeSource: intake.source, applicant: applicant,
            person: person?.filedUnder, isForwarded: reading.isForwardByLab, evidence: evidence)
        return MailDecision(triage: .application, new: new)
    }
}
