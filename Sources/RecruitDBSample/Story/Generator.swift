/// Makes a mailbox message by message, in the order of time: new stories, and what earlier ones still have to send.
struct Generator {
    let options: MailboxOptions
    private let setting: Setting
    private var random: RandomSource
    private var index = 0
    private var people = 0
    private var applications = 0
    private var written = 0
    private var due: [Due] = []
    private var lastApplicant: Person?
    /// The identifier of an application that nothing follows; a broken program may use it again.
    private var spentMessageID: String?

    /// A message that an earlier one has promised.
    private struct Due {
        let slot: Int
        let step: Step
        let plan: ApplicationPlan
        let thread: [String]
        /// The index of the application's own message.
        let origin: Int
    }

    private enum Step {
        case sent, reply, supplementInThread, supplement, duplicate, again, forwardedLater, withdrawal, otherName
        case otherPosition, otherIntake, secondAddress, unplaced, statusQuestion
    }

    init(_ options: MailboxOptions) {
        self.options = options
        setting = Setting(seed: options.seed, hashesPapers: options.truthPath != nil)
        random = RandomSource(seed: options.seed, topic: 7)
    }

    /// Returns the next message; nil after the last.
    mutating func next() -> Outgoing? {
        guard index < options.messages else { return nil }
        defer { index += 1 }
        let time = slotTime()
        if let place = due.indices.filter({ due[$0].slot <= index }).min(by: { due[$0].slot < due[$1].slot }) {
            return follow(due.remove(at: place), time)
        }
        let weights = options.rich ? [52, 12, 6, 7, 4, 4, 2, 3] : [67, 8, 6, 7, 3, 3, 1, 4]
        switch random.weighted(weights) {
        case 1: return Undecided.outgoing(stranger(time))
        case 2: return Others.enquiry(stranger(time))
        case 3: return Automatic.outgoing(stranger(time))
        case 4: return Others.spam(stranger(time))
        case 5: return Others.referenceLetter(stranger(time), about: lastApplicant ?? newPerson())
        case 6: return Others.invitation(stranger(time))
        case 7: return Others.internalMail(stranger(time))
        default:
            guard options.rich, let spent = spentMessageID, random.chance(perMille: 20) else {
                return application(newPerson(), time, ApplicationPlan.Wish())
            }
            spentMessageID = nil
            return application(newPerson(), time, ApplicationPlan.Wish(direct: true, messageID: spent))
        }
    }

    /// Counts the bytes that were written, so that the average size is kept.
    mutating func count(_ bytes: Int) { written += bytes }

    private func slotTime() -> Int64 {
        let span = Int(MailDate.end - MailDate.first)
        var jitter = RandomSource(seed: options.seed, topic: 8, number: index)
        let step = max(span / options.messages, 1)
        return MailDate.first + Int64(span / options.messages * index + jitter.below(step))
    }

    private mutating func newPerson() -> Person {
        people += 1
        return Person(number: people, seed: options.seed)
    }

    private mutating func stranger(_ time: Int64) -> Stranger {
        Stranger(person: newPerson(), setting: setting, time: time, stream: index)
    }

    private mutating func application(_ person: Person, _ time: Int64, _ wish: ApplicationPlan.Wish) -> Outgoing {
        applications += 1
        var plan = ApplicationPlan.drawn(
            number: applications, person: person, time: time, stream: index, wish: wish, rich: options.rich,
            seed: options.seed)
        let large = plan.papers.indices.filter { [.pdf, .scan, .zip].contains(plan.papers[$0].format) }
        let filler = fillerBudget()
        if wish.papers == nil { for place in large { plan.papers[place].filler = filler / large.count } }
        let outgoing = ApplicationMail.outgoing(plan, setting)
        lastApplicant = person
        if !wish.direct { promise(plan, outgoing.mail) }
        return outgoing
    }

    /// Draws how many bytes of images the next papers get, so that the mailbox keeps its average size.
    private mutating func fillerBudget() -> Int {
        guard let average = options.averageSize else { return 0 }
        let missing = min(average * (index + 1) - written, average * 12)
        return max(missing, 0) / 1000 * random.within(400, 1080)
    }
}

extension Generator {
    /// Decides what follows an application.
    private mutating func promise(_ plan: ApplicationPlan, _ mail: Mail) {
        let hasPapers = plan.papers.contains { $0.type == .curriculumVitae }
        let thread = plan.wasForwarded ? [] : [mail.messageID].compactMap { $0 }
        let canThread = !thread.isEmpty
        let steps: [Step]
        switch random.weighted([52, 20, 5, 4, 4, 3, 3, 2, 2, 2, 2, 1, 2]) {
        case 1: steps = [.sent]
        case 2 where canThread: steps = [.supplementInThread]
        case 3: steps = [.supplement]
        case 4: steps = [.duplicate]
        case 5 where hasPapers: steps = [.again, .again]
        case 6 where hasPapers && plan.isDirect: steps = [.forwardedLater]
        case 7 where canThread: steps = [.withdrawal]
        case 8 where plan.person.displayName != nil: steps = [.otherName]
        case 9: steps = [.otherPosition, .unplaced] + (canThread ? [.supplementInThread] : [])
        case 10 where plan.position == .phd && plan.intake?.code != nil: steps = [.otherIntake]
        case 11 where hasPapers && plan.isDirect: steps = [.secondAddress]
        case 12: steps = [.statusQuestion]
        default: steps = []
        }
        if steps.isEmpty, plan.isDirect { spentMessageID = plan.messageID }
        var slot = index
        for step in steps {
            slot += random.within(1, max(options.messages / 12, 2))
            due.append(Due(slot: slot, step: step, plan: plan, thread: thread, origin: index))
        }
    }

    private mutating func follow(_ due: Due, _ time: Int64) -> Outgoing {
        let plan = due.plan
        let follow = FollowUps(plan: plan, setting: setting, time: time, stream: index, thread: due.thread)
        switch due.step {
        case .sent:
            let outgoing = follow.sent()
            if random.chance(perMille: 400), let identifier = outgoing.mail.messageID {
                self.due.append(
                    Due(
                        slot: index + random.within(1, 9),
                        step: random.chance(perMille: 400) ? .supplementInThread : .reply,
                        plan: plan, thread: due.thread + [identifier], origin: due.origin))
            }
            return outgoing
        case .reply: return follow.reply()
        case .supplementInThread: return follow.supplement(threaded: true, filler: fillerBudget())
        case .supplement: return follow.supplement(threaded: false, filler: fillerBudget())
        case .again: return follow.again()
        case .forwardedLater: return follow.forwardedLater()
        case .unplaced: return follow.unplaced()
        case .statusQuestion: return follow.statusQuestion()
        case .withdrawal: return follow.withdrawal()
        case .otherName: return follow.otherName(newPerson())
        case .duplicate:
            var outgoing = ApplicationMail.outgoing(plan, setting)
            outgoing.truth.duplicateOf = due.origin
            outgoing.truth.scenario = "duplicate"
            if plan.messageID != nil, random.chance(perMille: 500) {
                outgoing.mail.trace.insert(Setting.received(outgoing.mail.time + 9, from: "relay.example.net"), at: 0)
            }
            return outgoing
        case .otherPosition:
            let others = Position.all.filter { $0 != plan.position }
            return application(
                plan.person.writing(from: plan.applicantAddress), time,
                ApplicationPlan.Wish(position: random.pick(others), direct: true))
        case .otherIntake:
            let other: StatedIntake = plan.intake == .fall2027 ? .spring2027 : .fall2027
            return application(
                plan.person.writing(from: plan.applicantAddress), time,
                ApplicationPlan.Wish(position: .phd, intake: other, direct: true))
        case .secondAddress:
            return application(
                plan.person.writing(from: plan.person.secondAddress), time,
                ApplicationPlan.Wish(position: plan.position, papers: plan.papers, direct: true))
        }
    }
}
