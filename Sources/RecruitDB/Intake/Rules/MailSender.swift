import MailMessage

/// Whom a mail is from: Reply-To unless nobody reads it or the lab does, else From, else the author behind a group.
struct MailSender: Sendable {
    let applicant: MailApplicant?
    /// Why there is no applicant; nil when there is one.
    let reason: InboxReason?

    init(_ message: Message, _ laboratory: Laboratory) {
        let from = message.from.first
        var candidates = message.replyTo
        candidates += from.map { [$0] } ?? []
        for field in ["X-Original-From", "X-Original-Sender"] {
            if let text = message.header(field), let address = MailboxText(text).address {
                candidates.append(Address(name: MailboxText(text).name, address: address))
            }
        }
        let outside = candidates.filter { !laboratory.isOfLab($0.address) && $0.address.utf8.contains(0x40) }
        guard let chosen = outside.first(where: { AddressKind($0.address) == .person }) else {
            applicant = nil
            reason = outside.contains { AddressKind($0.address) == .office } ? .officeAddress : .noAddress
            return
        }
        let own = chosen.name ?? message.from.first { Self.isNamedPerson($0, laboratory) }?.name
        applicant = MailApplicant(
            name: own.flatMap(Self.withoutGroup), address: Laboratory.folded(chosen.address))
        reason = nil
    }

    /// The name beside a machine's address is the machine's, that beside a group's may be the author's ("via").
    private static func isNamedPerson(_ address: Address, _ laboratory: Laboratory) -> Bool {
        if laboratory.isOfLab(address.address) || AddressKind(address.address) == .list {
            return address.name.map { $0 != withoutGroup($0) } ?? false
        }
        return AddressKind(address.address) == .person
    }

    /// `'Ada Byron' via Lab` is Ada Byron.
    private static func withoutGroup(_ name: String) -> String? {
        let scalars = Array(name.unicodeScalars)
        let via = Array(" via ".unicodeScalars)
        var end = scalars.count
        if scalars.count > via.count {
            for start in 1..<(scalars.count - via.count) where scalars[start..<(start + via.count)].elementsEqual(via) {
                end = start
                break
            }
        }
        var kept = String.UnicodeScalarView()
        kept.append(contentsOf: scalars[..<end].drop { $0 == "'" || $0 == "\"" })
        while let last = kept.last, last == "'" || last == "\"" || last == " " { kept.removeLast() }
        return kept.isEmpty ? nil : String(kept)
    }
}
