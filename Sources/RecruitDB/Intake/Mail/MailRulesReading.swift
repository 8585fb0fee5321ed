import RecruitSQLite

extension MailRules {
    /// The rules as the database has them: the lab's addresses, the positions' keywords and intakes.
    ///
    /// - Parameter connection: of a database of ours.
    /// - Throws: `SQLiteError` when it cannot be read.
    init(reading connection: Connection) throws {
        let members = try connection.all("SELECT email FROM members") { row in try row.text(0) }
        let addresses = try connection.all("SELECT address FROM lab_addresses") { row in try row.text(0) }
        let positions = try connection.all("SELECT id, slug, position_type FROM positions ORDER BY id") { row in
            let id = try row.int64(0)
            return AdvertisedPosition(
                slug: try row.text(1),
                keywords: try connection.all(
                    "SELECT keyword FROM position_keywords WHERE position_id = \(id) ORDER BY keyword"
                ) { keyword in try keyword.text(0) },
                intakes: try connection.all(
                    """
                    SELECT i.code, i.opens_on, i.closes_on
                    FROM position_intakes pi JOIN intakes i ON i.code = pi.intake
                    WHERE pi.position_id = \(id) ORDER BY i.code
                    """
                ) { intake in
                    OpenIntake(
                        code: try intake.text(0), opensOn: try intake.textOrNil(1), closesOn: try intake.textOrNil(2))
                },
                isAssignedByPeople: try row.text(2) == "other")
        }
        self.init(laboratory: Laboratory(members: members, addresses: addresses), positions: positions)
    }

    /// The intake that a mail for `position` asks for; nil when it stays open.
    func intake(of position: String, subject: String, text: String, date: Timestamp) -> String? {
        intakes[position]?.match(
            subjects: [WordTokens(SubjectLine(subject).text, limit: 2_000)], body: WordTokens(text, limit: 20_000),
            date: date.secondsSince1970
        ).code
    }
}
