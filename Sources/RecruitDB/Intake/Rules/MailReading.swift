import MailMessage

/// One mail as the rules see it: who speaks, about what, in whose words, with which papers.
struct MailReading: Sendable {
    let message: Message
    let line: SubjectLine
    let isFromLab: Bool
    let forward: ForwardedMail?
    /// The person whose mail it is; in a forward by the lab, the innermost sender outside of it.
    let applicant: MailApplicant?
    /// Why there is no applicant; nil when there is one.
    let applicantReason: InboxReason?
    /// The outer subject, then in a forward those inside, each without prefixes.
    let subjects: [SubjectLine]
    /// The applicant's own words.
    let text: WordTokens
    let papers: [MailPaper]
    let position: PositionMatcher.Result

    /// A lab member passes on another person's mail.
    var isForwardByLab: Bool { isFromLab && forward != nil }

    init(_ message: Message, _ laboratory: Laboratory, _ matcher: PositionMatcher, _ context: some MailContext) {
        let line = SubjectLine(message.subject)
        let forward = ForwardedMail(message, line, laboratory)
        let sender = MailSender(message, laboratory)
        let from = message.from.first?.address ?? ""
        let isFromLab = laboratory.isMember(from) || laboratory.isLabAddress(from) && sender.applicant == nil
        let part = isFromLab ? forward?.applicantPart(laboratory) : nil
        var attachments = message.attachments
        for inner in forward?.parts ?? [] { attachments += inner.attachments }
        let inner = part.map { SubjectLine($0.subject) }

        self.message = message
        self.line = line
        self.forward = forward
        self.isFromLab = isFromLab
        subjects = [line] + (inner.map { [$0] } ?? [])
        if isFromLab, let forward {
            let kind = part?.applicant.map { AddressKind($0.address) }
            applicant = kind == .person && !forward.isAmbiguous ? part?.applicant : nil
            applicantReason =
                forward.isAmbiguous
                ? .severalMessages
                : kind == .person ? nil : kind == .office || kind == .list ? .officeAddress : .noAddress
        } else {
            applicant = sender.applicant
            applicantReason = sender.reason
        }
        text = WordTokens(isFromLab ? OwnText.of(part?.text ?? "") : Self.ownText(message, line, forward))
        papers = MailPaper.all(in: attachments) { context.text(of: $0) }
        position = Self.position(matcher, message.subject, inside: isFromLab ? forward : nil, part)
    }

    private static func ownText(_ message: Message, _ line: SubjectLine, _ forward: ForwardedMail?) -> String {
        let own = OwnText.of(message.text)
        guard forward == nil, !line.isReply, own.utf8.allSatisfy({ $0 <= 0x20 }) else { return own }
        return OwnText.of(message.text, isLetter: true)
    }

    /// In a forward the outer subject counts, and the inner one where the outer names none.
    private static func position(
        _ matcher: PositionMatcher, _ subject: String, inside forward: ForwardedMail?, _ part: ForwardedMail.Part?
    ) -> PositionMatcher.Result {
        let outer = matcher.result(for: subject)
        guard outer.slugs.isEmpty, outer.doubt == nil, let forward else { return outer }
        if let part {
            let inner = matcher.result(for: part.subject)
            if !inner.slugs.isEmpty || inner.doubt != nil { return inner }
        }
        for other in forward.parts.reversed() {
            let inner = matcher.result(for: other.subject)
            if !inner.slugs.isEmpty || inner.doubt != nil { return inner }
        }
        return outer
    }

    /// The seasons that the subject states beside a position, else those of sentences that apply.
    var periodsAppliedFor: Set<IntakePeriod> {
        var periods: Set<IntakePeriod> = []
        if !position.slugs.isEmpty {
            for subject in subjectWords { periods.formUnion(IntakeStatement(subject).periods) }
        }
        if periods.isEmpty {
            for sentence in text.sentences() {
                if let object = ApplyWords.object(in: sentence) { periods.formUnion(IntakeStatement(object).periods) }
            }
        }
        return periods
    }

    /// The words of the subjects.
    var subjectWords: [WordTokens] {
        subjects.map { WordTokens($0.text, limit: 2_000) }
    }
}
