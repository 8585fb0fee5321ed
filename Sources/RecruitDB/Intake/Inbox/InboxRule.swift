import RecruitSQLite

/// What a person taught about a sender: mail from there is none of the applicants'.
public struct InboxRule: Sendable, Hashable {
    /// Its number, as the list shows it.
    public let number: Int64
    /// A pattern for the address in From, in lower case: `*` stands for any letters, `?` for one.
    public let sender: String
    /// automatic, enquiry, spam or other.
    public let triage: String
    /// Who taught it.
    public let by: String
}

/// What a rule would have done with the mail that is here.
public struct InboxRuleTrial: Sendable, Hashable {
    /// How many messages it fits, by what they are now.
    public let fits: [(triage: String, messages: Int)]
    /// Messages that it fits and that belong to an application, in their order.
    public let applications: [Int64]
    /// Messages that it fits and that wait in the inbox, in their order.
    public let waiting: [Int64]

    public static func == (one: InboxRuleTrial, other: InboxRuleTrial) -> Bool {
        one.applications == other.applications && one.waiting == other.waiting
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(applications)
        hasher.combine(waiting)
    }
}

/// The table `inbox_rules`.
struct InboxRules {
    let connection: Connection

    /// The rule that fits an address; the longest pattern, which says most, where several do.
    func find(address: String) throws -> InboxRule? {
        try connection.first(
            """
            SELECT id, sender, triage, by_whom FROM inbox_rules WHERE lower(\(address)) GLOB sender
            ORDER BY length(sender) DESC, id LIMIT 1
            """
        ) { row in try Self.decode(row) }
    }

    /// What a rule for `sender` would have done with the mail that is here.
    func trial(sender: String) throws -> InboxRuleTrial {
        let fits = try connection.all(
            """
            SELECT m.triage, count(*) FROM messages m JOIN message_headers h ON h.message_id = m.id
            WHERE lower(h.sender) GLOB \(sender) AND m.direction = 'in' GROUP BY m.triage ORDER BY count(*) DESC, m.triage
            """
        ) { row in (triage: try row.text(0), messages: try row.int(1)) }
        return InboxRuleTrial(
            fits: fits, applications: try messages(of: sender, "m.application_id IS NOT NULL"),
            waiting: try messages(of: sender, "m.in_inbox = 1 AND m.application_id IS NULL"))
    }

    private func messages(of sender: String, _ condition: SQL) throws -> [Int64] {
        try connection.all(
            """
            SELECT m.id FROM messages m JOIN message_headers h ON h.message_id = m.id
            WHERE lower(h.sender) GLOB \(sender) AND m.direction = 'in' AND \(condition) ORDER BY m.id
            """
        ) { row in try row.int64(0) }
    }

    static func decode(_ row: borrowing Row) throws -> InboxRule {
        InboxRule(number: try row.int64(0), sender: try row.text(1), triage: try row.text(2), by: try row.text(3))
    }
}
