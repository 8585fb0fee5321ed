/// How an application reaches the lab.
enum Route {
    case direct
    /// A member forwards it with the applicant's mail as text, in a program's words.
    case forwardedInline(ForwardBlock)
    /// The same without a prefix in the subject.
    case forwardedUnmarked(ForwardBlock)
    /// One member forwards to another, who forwards to the list.
    case forwardedTwice(ForwardBlock)
    /// A member forwards it as an attached message.
    case forwardedAttached
    /// The lab's list sends it on under its own address.
    case viaList
    /// A portal sends it with the applicant in Reply-To.
    case portal
    /// The applicant asks for answers at a second address.
    case otherReplyTo
}

/// What is wrong with the Date field.
enum DateFault { case none, absent, impossible, noZone }

/// An application as it was planned: enough to write its mail again, byte for byte.
struct ApplicationPlan {
    let number: Int
    let person: Person
    let position: Position
    /// The intake that the mail states; nil when none or two different ones stand in it.
    let intake: StatedIntake?
    let statesIntake: Bool
    let subject: String
    let body: String
    var papers: [Paper]
    let route: Route
    let messageID: String?
    let dateFault: DateFault
    let time: Int64
    /// The number of the stream that the mail's form is drawn from.
    let stream: Int

    /// The address that the application belongs to.
    var applicantAddress: String {
        if case .otherReplyTo = route { return person.secondAddress }
        return person.address
    }

    /// True when the applicant's own mail is the one that arrived, answers going to its sender.
    var isDirect: Bool {
        if case .direct = route { return true }
        return false
    }

    /// True when the mail that arrived is a member's.
    var wasForwarded: Bool {
        switch route {
        case .forwardedInline, .forwardedUnmarked, .forwardedTwice, .forwardedAttached: true
        case .direct, .viaList, .portal, .otherReplyTo: false
        }
    }
}

extension ApplicationPlan {
    /// What the caller has decided about an application before it is drawn.
    struct Wish {
        var position: Position?
        var intake: StatedIntake?
        var papers: [Paper]?
        var direct = false
        /// An identifier that another mail has already used.
        var messageID: String?
    }

    /// Draws an application of that person at that time.
    static func drawn(
        number: Int, person: Person, time: Int64, stream: Int, wish: Wish, rich: Bool, seed: UInt64
    ) -> ApplicationPlan {
        var random = RandomSource(seed: seed, topic: 3, number: stream)
        let position = wish.position ?? Position.drawn(&random)
        let intakes = IntakeWords.drawn(position, wished: wish.intake, chinese: person.writesChinese, &random)
        let subject = Subjects.application(position, person, intake: intakes.inSubject, &random)
        let papers =
            wish.papers
            ?? PaperPlans.application(position, person, mayBeNeutral: subject.applies, stream: stream, &random)
        let route = wish.direct ? Route.direct : drawnRoute(person, rich: rich, &random)
        let body = Bodies.letter(position, person, intake: intakes.inBody, &random)
        let empty = subject.applies && intakes.inBody == nil && random.chance(perMille: 20)
        let identifier = "\(random.hex(16)).\(stream)@\(person.address.drop { $0 != "@" }.dropFirst())"
        let faults: [DateFault] = [.none, .absent, .impossible, .noZone]
        return ApplicationPlan(
            number: number, person: person, position: position, intake: intakes.stated,
            statesIntake: intakes.inSubject != nil || intakes.inBody != nil,
            subject: decorated(subject.text, person, route, &random),
            body: empty ? "" : body, papers: papers, route: route,
            messageID: random.chance(perMille: rich ? 80 : 30) ? nil : wish.messageID ?? identifier,
            dateFault: faults[random.weighted(rich ? [85, 5, 5, 5] : [97, 1, 1, 1])], time: time, stream: stream)
    }

    /// Returns the subject, now and then behind a reply prefix or with a character that nobody sees.
    private static func decorated(
        _ subject: String, _ person: Person, _ route: Route, _ random: inout RandomSource
    ) -> String {
        switch (random.below(100), route) {
        case (0..<2, .direct): return (person.writesChinese ? "回复：" : "Re: ") + subject
        case (2..<4, _):
            var scalars = Array(subject.unicodeScalars)
            scalars.insert(random.pick(["\u{200B}", "\u{200E}", "\u{FEFF}"]), at: min(1, scalars.count))
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            return String(text)
        default: return subject
        }
    }

    private static func drawnRoute(_ person: Person, rich: Bool, _ random: inout RandomSource) -> Route {
        let block = random.pick(ForwardBlock.all(chinese: person.writesChinese, person.script))
        return switch random.weighted(rich ? [56, 16, 8, 5, 4, 5, 3, 3] : [75, 12, 5, 2, 2, 2, 1, 1]) {
        case 1: .forwardedInline(block)
        case 2: .forwardedAttached
        // A list shows an address where a name is missing, and so would the applicant be called.
        case 3 where person.displayName != nil: .viaList
        case 4: .portal
        case 5: .otherReplyTo
        case 6: .forwardedUnmarked(block)
        case 7: .forwardedTwice(block)
        default: .direct
        }
    }
}

/// Where an application states its intake, and in which words.
struct IntakeWords {
    var inSubject: String?
    var inBody: String?
    /// The intake that the words mean; nil for none and for two different ones in the same place.
    var stated: StatedIntake?

    /// Draws the words; applications for the PhD state an intake more often than others.
    static func drawn(
        _ position: Position, wished: StatedIntake?, chinese: Bool, _ random: inout RandomSource
    ) -> IntakeWords {
        if position != .phd, wished == nil, random.chance(perMille: 650) { return IntakeWords() }
        let intake = wished ?? StatedIntake.drawn(&random)
        let words = intake.written(chinese: chinese, &random)
        if wished != nil { return IntakeWords(inSubject: words, stated: intake) }
        let spring = StatedIntake.spring2027.written(chinese: chinese, &random)
        let fall = StatedIntake.fall2027.written(chinese: chinese, &random)
        let both = chinese ? "\(spring)或\(fall)" : "\(spring) or \(fall)"
        switch random.weighted([44, 24, 24, 3, 2, 3]) {
        case 0: return IntakeWords(inSubject: words, stated: intake)
        case 1: return IntakeWords(inBody: words, stated: intake)
        case 3: return IntakeWords(inSubject: both, stated: nil)
        case 4: return IntakeWords(inBody: both, stated: nil)
        case 5: return IntakeWords(inSubject: words, inBody: both, stated: intake)
        default: return IntakeWords()
        }
    }
}
