/// Someone whose mail belongs to no application: the common ground of the recipes beside the stories.
struct Stranger {
    let person: Person
    let setting: Setting
    let time: Int64
    let stream: Int
    var random: RandomSource

    init(person: Person, setting: Setting, time: Int64, stream: Int) {
        self.person = person
        self.setting = setting
        self.time = time
        self.stream = stream
        random = RandomSource(seed: setting.seed, topic: 6, number: stream)
    }

    var sender: MailAddress { MailAddress(name: person.displayName, address: person.address) }

    /// Draws the papers of an application for that position.
    mutating func papers(_ position: Position) -> (parts: [Entity], truth: [PaperTruth]) {
        let papers = PaperPlans.application(position, person, mayBeNeutral: false, stream: stream, &random)
        return setting.attach(papers, of: person)
    }

    /// Returns a plain mail to the professor.
    mutating func mail(
        subject: String, _ text: String, parts: [Entity] = [], from: MailAddress? = nil, to: MailAddress? = nil
    ) -> Mail {
        let style = MailStyle.drawn(person.script, &random)
        let from = from ?? sender
        return Mail(
            from: from, to: [to ?? Lab.professor.mailbox], subject: subject, time: time,
            date: MailDate.header(time, zone: style.zone), messageID: "\(random.hex(18)).\(stream)@\(from.domain)",
            trace: [Setting.received(time + 4, from: from.domain)],
            content: Setting.mixed(.text(text, subtype: "plain"), parts), style: style)
    }

    /// Returns a mail that waits for a person, with the sender as its suggestion.
    mutating func waiting(
        _ kind: Truth.Kind, _ scenario: String, _ mail: Mail, _ papers: [PaperTruth] = []
    ) -> Outgoing {
        var truth = Truth.waits(kind, scenario)
        truth.applicantAddress = mail.from.address
        truth.applicantName = mail.from.name
        truth.papers = papers
        return Outgoing(mail: mail, truth: truth, stream: stream)
    }
}
