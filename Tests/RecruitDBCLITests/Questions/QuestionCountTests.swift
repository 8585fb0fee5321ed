import Testing

@testable import RecruitDB

/// Answers counted again, in SQL that is written differently or in Swift.
@Suite struct QuestionCountTests {
    private let day = QuestionLab.day

    private func column(_ name: String, _ answer: [[String]]) throws -> [String] {
        let index = try #require(answer.first?.firstIndex(of: name))
        return answer.dropFirst().map { $0[index] }
    }

    private func sum(_ name: String, _ answer: [[String]]) throws -> Int {
        try column(name, answer).reduce(0) { $0 + (Int($1) ?? 0) }
    }

    private func count(_ sql: String) throws -> Int {
        try Int(#require(QuestionLab.rows(sql).first)) ?? -1
    }

    @Test func `the pipeline, the kinds and the intakes count each application once`() throws {
        let all = try count("SELECT count(*) FROM applications")
        #expect(all == 324)
        #expect(try sum("applications", QuestionLab.answer("pipeline")) == all)
        #expect(try sum("applications", QuestionLab.answer("applications-per-type")) == all)
        #expect(try sum("applications", QuestionLab.answer("applications-per-intake")) == all)
        #expect(try sum("applications", QuestionLab.answer("applications-per-week", "since=2000-01-01")) == all)
        #expect(try sum("applications", QuestionLab.answer("sources", "since=2000-01-01")) == all)
        let fall = try count("SELECT count(*) FROM applications WHERE intake = '2027-fall'")
        #expect(try sum("applications", QuestionLab.answer("pipeline", "intake=2027-fall")) == fall)
    }

    @Test func `as-of is the pipeline today, and is empty before the first application`() throws {
        let now = try QuestionLab.answer("pipeline")
        #expect(try QuestionLab.answer("as-of", "day=\(day)") == now)
        #expect(try QuestionLab.answer("as-of", "day=2016-08-31").count == 1)
        let before = try QuestionLab.rows(
            """
            SELECT count(*) FROM (SELECT to_stage, max(id) FROM stage_history WHERE at < '2026-10-02' GROUP BY application_id)
            WHERE to_stage = 'screening'
            """)
        let screening = try QuestionLab.answer("as-of", "day=2026-10-01").filter { $0[1] == "screening" }
        #expect(screening.reduce(0) { $0 + (Int($1[2]) ?? 0) } == Int(before[0]))
    }

    @Test func `overdue holds exactly those whose promise is over`() throws {
        let answer = try QuestionLab.answer("overdue")
        let promises = [
            "received": 3, "screening": 14, "shortlisted": 21, "interview": 21, "waitlisted": 60, "recommended": 60,
            "offer": 14,
        ]
        let today = try #require(QuestionLab.today)
        var late: Set<String> = []
        for row in try QuestionLab.rows("SELECT ref, stage, stage_at FROM applications") {
            let parts = row.split(separator: "|").map(String.init)
            guard let promise = promises[parts[1]], let since = Day(String(parts[2].prefix(10))) else { continue }
            if today.daysSince1970 - since.daysSince1970 > promise { late.insert(parts[0]) }
        }
        #expect(!late.isEmpty)
        #expect(try Set(column("ref", answer)) == late)
        let over = try column("days_over", answer).map { Int($0) ?? 0 }
        #expect(over == over.sorted(by: >))
        let phd = try QuestionLab.answer("overdue", "position=phd")
        #expect(try Set(column("position", phd)) == ["phd"] && phd.count < answer.count)
    }

    @Test func `unanswered and last-contact agree`() throws {
        let silent = try column("ref", QuestionLab.answer("unanswered"))
        let contacts = try QuestionLab.answer("last-contact").dropFirst()
        #expect(Set(silent) == Set(contacts.filter { $0[4].isEmpty }.map { $0[0] }))
        let open = try count("SELECT count(*) FROM application_facts WHERE outcome = 'open'")
        #expect(contacts.count == open)
    }

    @Test func `stage changes and decisions since a day are those of the history`() throws {
        let changes = try QuestionLab.answer("stage-changes", "since=2026-10-01").dropFirst()
        #expect(changes.count == (try count("SELECT count(*) FROM stage_history WHERE date(at) >= '2026-10-01'")))
        let decisions = try QuestionLab.answer("decisions", "since=2026-01-01").dropFirst()
        let ends = try count(
            """
            SELECT count(*) FROM stage_history WHERE substr(at, 1, 4) = '2026' AND to_stage IN
            ('accepted', 'deferred', 'started', 'rejected', 'lapsed', 'declined', 'withdrawn')
            """)
        #expect(decisions.count == ends)
        let reasons = try QuestionLab.answer("reasons", "since=2026-01-01")
        #expect(try sum("applications", reasons) == ends)
    }

    @Test func `the funnel begins with all and only narrows where stages follow`() throws {
        let answer = try QuestionLab.answer("funnel", "since=2000-01-01").dropFirst()
        let reached = Dictionary(uniqueKeysWithValues: answer.map { ($0[0], Int($0[1]) ?? -1) })
        #expect(reached["received"] == 324)
        let path = ["received", "screening", "shortlisted", "interview"].compactMap { reached[$0] }
        #expect(path == path.sorted(by: >))
        let refs = "SELECT count(DISTINCT ref) FROM time_in_stage WHERE stage = 'interview'"
        #expect(try reached["interview"] == count(refs))
    }

    @Test func `the median is the middle of the sorted days`() throws {
        var days: [String: [Double]] = [:]
        let rows = try QuestionLab.rows(
            """
            SELECT position, min(julianday(t.entered_at)) - julianday(a.received_at) FROM application_facts a
            JOIN time_in_stage t ON t.ref = a.ref AND t.stage IN ('shortlisted', 'recommended', 'offer', 'rejected')
            WHERE a.received_at >= '2000' GROUP BY a.ref
            """)
        for row in rows {
            let parts = row.split(separator: "|").map(String.init)
            days[parts[0], default: []].append(Double(parts[1]) ?? 0)
        }
        let answer = try QuestionLab.answer("time-to-decision", "since=2000-01-01").dropFirst()
        #expect(answer.count == days.count)
        for row in answer {
            let sorted = try #require(days[row[0]]).sorted()
            let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
            #expect(sorted.count == Int(row[1]))
            #expect(abs(middle - (Double(row[2]) ?? 0)) < 0.06, "\(row)")
        }
    }

    @Test func `papers are counted once, and those without text are listed`() throws {
        let types = try QuestionLab.answer("papers-by-type")
        #expect(try sum("papers", types) == count("SELECT count(*) FROM document_overview"))
        let bare = try QuestionLab.answer("papers-without-text").dropFirst()
        #expect(bare.count == (try count("SELECT count(*) FROM document_facts WHERE text_status <> 'extracted'")))
        let large = try QuestionLab.answer("large-papers", "megabytes=2").dropFirst().map { $0[0] }
        #expect(large == ["12.5", "2.4"])
    }

    @Test func `missing papers are those of the view, one row for an application`() throws {
        let answer = try QuestionLab.answer("missing-documents")
        let open = "SELECT ref FROM application_facts WHERE outcome = 'open'"
        #expect(
            try sum("papers_missing", answer) == count("SELECT count(*) FROM missing_documents WHERE ref IN (\(open))"))
        #expect(try Set(column("ref", answer)).count == answer.count - 1)
    }

    @Test func `seats are openings without offers and acceptances`() throws {
        let phd = try QuestionLab.answer("seats").first { $0[0] == "phd" && $0[1] == "2027-fall" }
        let used = try count(
            """
            SELECT count(*) FROM application_facts WHERE position = 'phd' AND intake = '2027-fall'
            AND stage IN ('offer', 'accepted', 'deferred', 'started')
            """)
        #expect(phd?.last == String(2 - used))
    }

    @Test func `the inbox, by message and by reason, is the view`() throws {
        let messages = try QuestionLab.answer("inbox")
        #expect(messages.count - 1 == (try count("SELECT count(*) FROM inbox")))
        #expect(try sum("messages", QuestionLab.answer("inbox-reasons")) == messages.count - 1)
        #expect(try sum("in_inbox", QuestionLab.answer("mail-by-triage")) == messages.count - 1)
    }

    @Test func `words are found one after the other, and nothing in them is syntax`() throws {
        let found = try QuestionLab.answer("papers-that-say", "words=machine learning").dropFirst()
        #expect(!found.isEmpty && found.allSatisfy { $0[5].lowercased().contains("[machine") })
        for words in ["\"", "a AND", "NEAR(", "*", "-x", "col:y", "'; --"] {
            _ = try QuestionLab.answer("papers-that-say", "words=\(words)")
        }
    }
}
