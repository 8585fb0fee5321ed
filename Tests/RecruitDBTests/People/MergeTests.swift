import RecruitSQLite
import Testing

@testable import RecruitDB

@Suite struct MergeTests {
    /// Five people with an application each.
    private func lab() throws -> PaperFixture {
        let lab = try PaperFixture()
        for name in ["Ada One", "Bob Two", "Cai Three", "Dan Four", "Eve Five"] { try lab.person(name, for: "phd") }
        return lab
    }

    /// Who is who: `1:1 2:1`.
    private func persons(_ lab: PaperFixture) throws -> String {
        try lab.connection.all("SELECT id || ':' || person_id FROM applicants ORDER BY id") { row in try row.text(0) }
            .joined(separator: " ")
    }

    @Test func `a chain is one person, and comes apart in any order`() throws {
        for order in [
            ["P-0002", "P-0001", "P-0003"], ["P-0001", "P-0003", "P-0002"], ["P-0003", "P-0002", "P-0001"],
        ] {
            let lab = try lab()
            try lab.database.merge("P-0002", into: "P-0001")
            try lab.database.merge("P-0003", into: "P-0002")
            #expect(try persons(lab) == "1:1 2:1 3:1 4:4 5:5")
            try lab.database.merge("P-0001", into: "P-0004")
            #expect(try persons(lab) == "1:4 2:4 3:4 4:4 5:5")
            for ref in order { try lab.database.unmerge(ref) }
            #expect(try persons(lab) == "1:1 2:2 3:3 4:4 5:5", "\(order)")
        }
    }

    @Test func `who was merged into somebody goes where that one goes`() throws {
        let lab = try lab()
        try lab.database.merge("P-0002", into: "P-0001")
        try lab.database.merge("P-0001", into: "P-0004")
        let apart = try lab.database.unmerge("P-0001")
        #expect(apart.others == ["P-0002"] && apart.formerPerson == "P-0004")
        #expect(try persons(lab) == "1:1 2:1 3:3 4:4 5:5")
    }

    @Test func `the library names the person, and finds an applicant by either number`() throws {
        let lab = try lab()
        let file = try lab.file("life")
        try lab.handIn(file, by: "P-0002", with: "A-2027-0002")
        try lab.database.merge("P-0002", into: "P-0001")
        #expect(try lab.database.applications.find("A-2027-0002")?.applicant == "P-0001")
        #expect(try lab.database.applicants.find("P-0002")?.mergedInto == "P-0001")
        #expect(try lab.database.applicants.find("P-0002")?.name == "Bob Two")
        for ref in ["P-0001", "P-0002"] {
            let papers = try lab.database.documents.all(applicant: ref)
            #expect(papers.map(\.applicant) == ["P-0001"])
            var paper = try #require(papers.first)
            paper.type = "transcript"
            try lab.database.documents.update(paper)
            #expect(try lab.database.documents.all(applicant: ref).map(\.type) == ["transcript"])
        }
        let added = try lab.database.documents.add(
            Array("more".utf8),
            as: Document(
                applicant: "P-0002", application: nil, type: "cv", filename: "cv.txt", mediaType: "text/plain",
                receivedAt: Timestamp(secondsSince1970: 1_800_000_000)))
        #expect(added.applicant == "P-0001")
        try lab.database.unmerge("P-0002")
        #expect(try lab.database.documents.all(applicant: "P-0002").count == 2)
    }

    @Test(arguments: [
        ("P-0001", "P-0001", "named twice"), ("P-0001", "P-0099", "no applicant P-0099"),
        ("P-0002", "P-0001", "one person already: P-0001"), ("P-0001", "P-0002", "one person already: P-0001"),
    ])
    func `what is no two people is refused`(merged: String, kept: String, words: String) throws {
        let lab = try lab()
        try lab.database.merge("P-0002", into: "P-0001")
        let error = #expect(throws: RecruitmentError.self) { try lab.database.merge(merged, into: kept) }
        #expect(error?.message.contains(words) ?? false, "\(String(describing: error))")
    }

    @Test func `two who were said to be two are merged only on demand`() throws {
        let lab = try lab()
        try lab.database.distinguish("P-0001", from: "P-0002", by: "lwei")
        try lab.database.distinguish("P-0002", from: "P-0001", by: "hchen")
        let error = #expect(throws: RecruitmentError.self) { try lab.database.merge("P-0002", into: "P-0001") }
        #expect(error?.message.contains("lwei said on") ?? false)
        try lab.database.merge("P-0002", into: "P-0001", isCertain: true)
        #expect(try lab.connection.value(Int.self, "SELECT count(*) FROM distinct_applicants") == 0)
        #expect(throws: RecruitmentError.self) { try lab.database.distinguish("P-0001", from: "P-0002") }
    }

    @Test func `check finds people who are not who merges say they are`() throws {
        let lab = try lab()
        try lab.database.merge("P-0002", into: "P-0001")
        try lab.database.merge("P-0001", into: "P-0003")
        let check = TableCheck(connection: lab.connection, path: lab.database.path)
        #expect(try check.findings() == [])
        try lab.connection.execute(
            """
            DROP TRIGGER applicants_follow_merges; UPDATE applicants SET merged_into = NULL WHERE id = 2;
            UPDATE applicants SET merged_into = 5 WHERE id = 4
            """)
        #expect(
            try check.findings().map { "\($0.subject) \($0.problem)" } == [
                "P-0002 is merged into nobody, but by the table merges into P-0003",
                "P-0004 is merged into P-0005, but by the table merges into itself",
            ])
    }
}
