import RecruitSQLite

extension RecruitmentDatabase {
    /// The rules that people taught, in the order of their numbers: rule, from, as, by, taught_at, messages.
    ///
    /// messages is how many of the mail that is here a rule fits.
    public func inboxRuleListing() throws -> Listing {
        try listing(
            """
            SELECT r.id AS rule, r.sender AS "from", r.triage AS "as", r.by_whom AS "by", r.taught_at,
                   (SELECT count(*) FROM message_headers h JOIN messages m ON m.id = h.message_id
                    WHERE lower(h.sender) GLOB r.sender AND m.direction = 'in') AS messages
            FROM inbox_rules r ORDER BY r.id
            """)
    }

    /// Teaches that mail from `sender` is never an application.
    ///
    /// It counts for mail that comes from now on, and outranks every rule but that a reply joins the application of
    /// its thread. What waits in the inbox is decided too where `decidesWaiting` says so.
    ///
    /// - Parameters:
    ///   - sender: a pattern for the address in From: `*@lists.example.org`.
    ///   - triage: automatic, enquiry, spam or other.
    ///   - by: who teaches it: a member's handle.
    ///   - decidesWaiting: whether messages that wait in the inbox are dismissed at once.
    ///   - isForced: whether it counts although it fits mail that made or joined an application.
    ///   - isDryRun: whether to try it on the mail that is here, and change nothing.
    /// - Returns: what it would have done with the mail that is here.
    /// - Throws: `RecruitmentError` of kind `no` when it fits an application's mail and is not forced, `badData` when
    ///   there is such a rule, `usage` for a pattern that fits everybody.
    @discardableResult
    public func teach(
        sender: String, as triage: String, by: String, decidesWaiting: Bool = false, isForced: Bool = false,
        isDryRun: Bool = false
    ) throws -> InboxRuleTrial {
        let choices = ["automatic", "enquiry", "spam", "other"]
        guard choices.contains(triage) else {
            throw RecruitmentError(.usage, "--as takes one of \(choices.joined(separator: ", ")), not '\(triage)'")
        }
        let sender = sender.lowercased()
        // A pattern must name a domain, or a person at any.
        guard sender.unicodeScalars.filter({ !"*?[]@. ".unicodeScalars.contains($0) }).count >= 3 else {
            throw RecruitmentError(
                .usage, "'\(sender)' fits nearly everybody; write an address, or *@lists.example.org")
        }
        return try DatabaseFile.named(path) {
            try connection.transaction {
                let rules = InboxRules(connection: connection)
                let trial = try rules.trial(sender: sender)
                guard isForced || isDryRun || trial.applications.isEmpty else {
                    let shown = trial.applications.prefix(5).map(String.init).joined(separator: ", ")
                    throw RecruitmentError(
                        .no,
                        "\(sender) fits \(trial.applications.count) messages of applications, such as \(shown); "
                            + "write a narrower pattern, or teach it all the same with --force")
                }
                guard !isDryRun else { return trial }
                try add(sender, as: triage, by: by)
                for message in decidesWaiting ? trial.waiting : [] {
                    try connection.run(
                        """
                        UPDATE messages SET in_inbox = 0, triage = \(triage), decided_by = \(by) WHERE id = \(message)
                        """)
                }
                return trial
            }
        }
    }

    /// Takes a rule away; what it decided stays decided.
    ///
    /// - Throws: `RecruitmentError` when there is no such rule.
    public func unteach(rule: Int64) throws {
        try DatabaseFile.named(path) {
            guard try connection.run("DELETE FROM inbox_rules WHERE id = \(rule)") == 1 else {
                throw RecruitmentError(.badData, "no rule \(rule); recruitdb inbox rule list shows them")
            }
        }
    }

    private func add(_ sender: String, as triage: String, by: String) throws {
        let known = try connection.first("SELECT id, sender, triage, by_whom FROM inbox_rules WHERE sender = \(sender)")
        {
            row in try InboxRules.decode(row)
        }
        if let known {
            throw RecruitmentError(
                .badData,
                "rule \(known.number) says already that \(sender) is \(known.triage); "
                    + "recruitdb inbox rule remove \(known.number) takes it away")
        }
        try connection.run(
            """
            INSERT INTO inbox_rules (sender, triage, by_whom, taught_at)
            VALUES (\(sender), \(triage), \(by), \(Timestamp.now.description))
            """)
    }
}
