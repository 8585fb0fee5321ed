import MailMessage

/// Rule 3: replies in a known thread, and papers from a known address.
struct ThreadRule<Context: MailContext> {
    let reading: MailReading
    let applicant: MailApplicant
    let person: KnownPerson?
    let thread: KnownThread?

    init(_ reading: MailReading, _ applicant: MailApplicant, _ context: Context) {
        self.reading = reading
        self.applicant = applicant
        person = context.person(address: applicant.address)
        thread = context.thread(of: reading.message.threadIDs)
    }

    /// The application that the mail joins or the question it raises; nil when it may be a new application.
    func decision(_ suggestion: MailSuggestion) -> MailDecision? {
        var suggestion = suggestion
        suggestion.person = person ?? thread?.person
        if let person, PersonName.isAnother(applicant.name, than: person.names) {
            return .undecided(
                .anotherName, "\(applicant.name ?? ""), not \(person.names.joined(separator: ", "))", suggestion)
        }
        if let thread {
            suggestion.application = thread.application
            guard isOfThread(thread) else { return .undecided(.anotherSender, nil, suggestion) }
            if let words = WithdrawalWords.found(in: reading) {
                return withdrawal(thread.application, words, suggestion)
            }
            if stays(in: thread) { return joined(thread.application) }
            return nil
        }
        let open = person?.openApplications ?? []
        if let words = WithdrawalWords.found(in: reading) {
            return withdrawal(open.count == 1 ? open.first : nil, words, suggestion)
        }
        guard open.count == 1, let only = open.first, !reading.papers.isEmpty else { return nil }
        let isSamePosition = reading.position.slugs.allSatisfy { $0 == only.position }
        return isSamePosition && !statesAnotherIntake(than: only) ? joined(only) : nil
    }

    private func joined(_ application: KnownApplication) -> MailDecision {
        MailDecision(triage: reading.papers.isEmpty ? .reply : .supplement, joins: application)
    }

    private func withdrawal(
        _ application: KnownApplication?, _ words: String, _ suggestion: MailSuggestion
    ) -> MailDecision {
        var suggestion = suggestion
        suggestion.application = application
        suggestion.triage = .reply
        var decision = MailDecision.undecided(.withdrawal, words, suggestion)
        decision.joins = application
        return decision
    }

    /// The applicant answers, from a known address or under a known name from a new one.
    private func isOfThread(_ thread: KnownThread) -> Bool {
        if let person { return person.id == thread.person.id }
        guard let name = applicant.name, !thread.person.names.isEmpty else { return false }
        return !PersonName.isAnother(name, than: thread.person.names)
    }

    /// A reply keeps the subject, or names no other position in a new one.
    private func stays(in thread: KnownThread) -> Bool {
        if let subject = thread.subject, SubjectLine(subject).text == reading.line.text { return true }
        let isSamePosition = reading.position.slugs.allSatisfy { $0 == thread.application.position }
        return isSamePosition && !statesAnotherIntake(than: thread.application)
    }

    /// "I apply for Spring 2028" is another application; "my transcript of Fall 2026" is not.
    private func statesAnotherIntake(than application: KnownApplication) -> Bool {
        guard let code = application.intake, let period = OpenIntake(code: code).period else { return false }
        let periods = reading.periodsAppliedFor
        return !periods.isEmpty && !periods.contains(period)
    }
}

/// Words by which an applicant withdraws.
enum WithdrawalWords {
    static func found(in reading: MailReading) -> String? {
        for subject in reading.subjectWords {
            if let match = inSubject.firstMatch(in: subject) { return match.words }
        }
        return inText.firstMatch(in: reading.text)?.words
    }

    private static let inSubject: PhraseList = """
        withdraw, withdrawal, withdrawing, 撤回, 撤销申请, 放弃申请, 取消申请, 退出申请
        """
    private static let inText: PhraseList = """
        withdraw|withdrawing my ~2 application|candidacy|candidature, withdraw the|this application,
        withdraw|withdrawing ~2 from consideration|the process|the selection, no longer wish to be considered,
        撤回 ~6 申请, 撤销 ~6 申请, 放弃 ~6 申请, 取消 ~6 申请, 退出申请
        """
}
