import MailMessage

/// Rule 2: what the lab itself wrote.
enum OwnMailRule {
    /// A mail of the lab that passes nothing on is sent, and answers the application of the person it went to.
    static func decision(_ reading: MailReading, _ context: some MailContext) -> MailDecision? {
        guard reading.isFromLab, reading.forward == nil else { return nil }
        return MailDecision(triage: .sent, joins: answered(reading.message, context))
    }

    private static func answered(_ message: Message, _ context: some MailContext) -> KnownApplication? {
        let persons = (message.to + message.cc).compactMap { context.person(address: Laboratory.folded($0.address)) }
        if let thread = context.thread(of: message.threadIDs) {
            let isToThem = persons.isEmpty || persons.contains { $0.id == thread.person.id }
            if isToThem { return thread.application }
        }
        guard let person = persons.first, persons.allSatisfy({ $0.id == person.id }) else { return nil }
        if person.openApplications.count == 1 { return person.openApplications.first }
        return person.applications.count == 1 ? person.applications.first : nil
    }
}

extension Message {
    /// The Message-IDs that this one answers, the nearest first.
    var threadIDs: [String] {
        var ids: [String] = []
        for id in inReplyTo + references.reversed() where !ids.contains(id) {
            ids.append(id)
            if ids.count == 100 { break }
        }
        return ids
    }
}
