import RecruitSQLite
import Testing

@testable import RecruitDB

/// A person as a case of the table has them.
private struct Someone: Sendable {
    var name: String
    var native: String?
    var email: String?
    var phone: String?
    var orcid: String?
    var alias: String?
    var cv: String?
    var publication: String?

    init(
        _ name: String, native: String? = nil, email: String? = nil, phone: String? = nil, orcid: String? = nil,
        alias: String? = nil, cv: String? = nil, publication: String? = nil
    ) {
        (self.name, self.native, self.email, self.phone) = (name, native, email, phone)
        (self.orcid, self.alias, self.cv, self.publication) = (orcid, alias, cv, publication)
    }
}

extension PaperFixture {
    fileprivate func add(_ someone: Someone) throws {
        let at = Timestamp(secondsSince1970: 1_800_000_000)
        let ref = try database.applicants.add(
            Applicant(
                name: someone.name, nativeName: someone.native, emails: someone.email.map { [$0] } ?? [],
                firstSeenAt: at)
        ).ref
        let id = try database.applicants.id(of: ref)
        if let phone = someone.phone {
            try connection.run("INSERT INTO applicant_phones (applicant_id, phone) VALUES (\(id), \(phone))")
        }
        if let orcid = someone.orcid {
            try connection.run(
                "INSERT INTO applicant_profiles (applicant_id, network, username) VALUES (\(id), 'orcid', \(orcid))")
        }
        if let alias = someone.alias {
            try Enrolment(connection: connection, by: "lwei", batch: nil).remember(alias, of: id)
        }
        for (content, type) in [(someone.cv, "cv"), (someone.publication, "publication")] {
            if let content { try handIn(file(content), by: ref, as: type) }
        }
    }

    /// The pairs as lines: `P-0001 P-0002 same address 0.9`.
    fileprivate func pairs() throws -> [String] {
        try connection.all("SELECT person_a, person_b, why, score FROM duplicate_pairs ORDER BY 1, 2") { row in
            "\(try row.text(0)) \(try row.text(1)) \(try row.text(2)) \(try row.double(3))"
        }
    }

    fileprivate func only(_ one: Someone, _ other: Someone) throws -> (why: String, score: Double)? {
        try add(one)
        try add(other)
        return try connection.first("SELECT why, score FROM duplicate_pairs") { row in
            (try row.text(0), try row.double(1))
        }
    }
}

@Suite struct DuplicateTests {
    @Test(arguments: [
        (
            Someone("Ada Byron", orcid: "0000-0002-1825-0097"),
            Someone("Byron A.", orcid: "https://orcid.org/0000-0002-1825-0097"),
            "same ORCID", 0.9
        ),
        (
            Someone("Ada Byron", orcid: "0000-0002-9079-593x"), Someone("Ada Byron", orcid: "000000029079593X"),
            "same ORCID", 0.95
        ),
        (
            Someone("Ada Byron", email: "ada@example.org"), Someone("Byron, Ada", email: "ADA@example.org"),
            "same address", 0.9
        ),
        (
            Someone("Ada Byron", email: "ada+phd@example.org"), Someone("Ada Byron", email: "Ada@example.org"),
            "addresses of one mailbox", 0.85
        ),
        (
            Someone("Ada Byron", email: "ada+phd@example.org"), Someone("Ada Byron", email: "ada+ra@example.org"),
            "addresses of one mailbox", 0.85
        ),
        (Someone("Wei Li", phone: "+852 9123 4567"), Someone("Li Wei", phone: "91234567"), "same telephone", 0.85),
        (
            Someone("Wei Li", phone: "+86 138-1234-5678"), Someone("Li Wei", phone: "13812345678"), "same telephone",
            0.85
        ),
        (
            Someone("Wei Li", phone: "0086 138 1234 5678"), Someone("Li Wei", phone: "(86)13812345678"),
            "same telephone", 0.85
        ),
        (
            Someone("Ada Byron", phone: "+44 (0)7911 123456"), Someone("Ada Byron", phone: "07911 123456"),
            "same telephone", 0.85
        ),
        (
            Someone("Ada Byron", phone: "1-415-555-0123"), Someone("Ada Byron", phone: "(415) 555.0123"),
            "same telephone", 0.85
        ),
        (Someone("Ada Byron", cv: "my life"), Someone("Ada K Byron", cv: "my life"), "same CV", 0.85),
        (Someone("Sunny Wong", cv: "my life"), Someone("黃大文", cv: "my life"), "same CV, but other names", 0.5),
        (
            Someone("Xiaoming Wang", email: "wxm@stu.pku.example.edu"),
            Someone("WANG Xiao-Ming", email: "xm@pku.example.edu"),
            "same name and institution", 0.75
        ),
        (
            Someone("Dawen Chen", native: "陳大文", email: "a@ust.example.edu"),
            Someone("陈大文", email: "b@connect.ust.example.edu"),
            "same name and institution", 0.75
        ),
        (
            Someone("Dawen Chen", email: "a@ust.example.edu", alias: "David Chen"),
            Someone("Chen, David", email: "b@ust.example.edu"),
            "same name and institution", 0.75
        ),
        (Someone("Zoë Müller"), Someone("MULLER, Zoe"), "same name", 0.25),
    ])
    private func `who may be one person is found, with the reason`(
        one: Someone, other: Someone, why: String, least: Double
    ) throws {
        let found = try #require(try PaperFixture().only(one, other))
        #expect(found.why.hasPrefix(why), "\(found)")
        #expect(found.score >= least, "\(found)")
    }

    @Test(arguments: [
        // A couple, and an agent's two clients.
        (Someone("Ada Byron", email: "home@example.org"), Someone("Charles Babbage", email: "home@example.org")),
        (Someone("Ada Byron", phone: "+852 9123 4567"), Someone("Charles Babbage", phone: "9123 4567")),
        (Someone("Ada Byron", email: "agency+ada@example.org"), Someone("Wei Li", email: "agency+wei@example.org")),
        // Two universities, one name; a provider of mail is no university.
        (Someone("Wei Zhang", email: "wei@pku.example.edu"), Someone("Zhang Wei", email: "wei@ust.example.edu")),
        (Someone("Wei Zhang"), Someone("Zhang Wei")),
        (Someone("Wei Zhang", email: "a@ust.example.edu"), Someone("Wei Zhao", email: "b@ust.example.edu")),
        (Someone("Ada Byron", phone: "91234567"), Someone("Ada Lovelace", phone: "91234568")),
        (Someone("Ada Byron", phone: "138 9123 4567"), Someone("Ada Lovelace", phone: "9123 4567")),
        // Authors of one paper, and a first name alone.
        (Someone("Ada Byron", publication: "On engines"), Someone("Charles Babbage", publication: "On engines")),
        (Someone("Sunny", email: "sunny@ust.example.edu"), Someone("Sunny", email: "sunny.w@ust.example.edu")),
        (Someone("Ada Byron", orcid: "0000-0002-1825-0097"), Someone("Eve Byron", orcid: "0000-0002-1825-0098")),
    ])
    private func `who is probably two scores low`(one: Someone, other: Someone) throws {
        let score = try PaperFixture().only(one, other)?.score ?? 0
        #expect(score <= 0.25)
    }

    @Test func `gmail knows no dots, and other providers have second names`() throws {
        let lab = try PaperFixture()
        let at = "@"
        for address in [
            "a.da.byron\(at)gmail.com", "adabyron+hk\(at)googlemail.com", "AdaByron\(at)gmail.com", "123456\(at)qq.com",
            "123456\(at)vip.qq.com", "ada\(at)me.com", "ada\(at)icloud.com", "ada.byron\(at)outlook.com",
            "adabyron\(at)outlook.com",
        ] { try lab.add(Someone("Ada Byron", email: address)) }
        let pairs = try lab.pairs().filter { $0.contains("mailbox") }.map { $0.prefix(13) }
        #expect(pairs == ["P-0001 P-0002", "P-0001 P-0003", "P-0002 P-0003", "P-0004 P-0005", "P-0006 P-0007"])
    }

    @Test func `a file or an address of many people is a form or an agent's`() throws {
        let lab = try PaperFixture()
        for name in ["Ada Byron", "Bob Stone", "Cai Hong", "Dan Field", "Eve Brook"] {
            try lab.add(Someone(name, email: "agent@example.org", phone: "9123 4567", cv: "the form"))
        }
        #expect(try lab.connection.value(Double?.self, "SELECT max(score) FROM duplicate_pairs") ?? 0 <= 0.25)
    }

    @Test func `several reasons raise the score, and merged or distinct people are no pair`() throws {
        let lab = try PaperFixture()
        let ada = Someone("Ada Byron", email: "ada@ust.example.edu", phone: "9123 4567")
        for _ in 0..<3 { try lab.add(ada) }
        let why = "same address, same telephone, same name and institution 1.0"
        #expect(try lab.pairs() == ["P-0001 P-0002 \(why)", "P-0001 P-0003 \(why)", "P-0002 P-0003 \(why)"])
        try lab.database.merge("P-0002", into: "P-0003")
        #expect(try lab.pairs() == ["P-0001 P-0003 \(why)"])
        try lab.database.distinguish("P-0002", from: "P-0001")
        #expect(try lab.pairs() == [])
        try lab.database.unmerge("P-0002")
        #expect(try lab.pairs() == ["P-0001 P-0003 \(why)", "P-0002 P-0003 \(why)"])
    }

    @Test func `a name that SQL changes is compared again after a refresh`() throws {
        let lab = try PaperFixture()
        try lab.add(Someone("Ada Byron"))
        try lab.add(Someone("Eve Stone"))
        try lab.connection.run("UPDATE applicant_names SET name = 'Byron, ADA' WHERE applicant_id = 2")
        #expect(try lab.pairs() == [])
        #expect(try lab.database.refreshNameKeys() == 0)
        #expect(try lab.pairs() == ["P-0001 P-0002 same name 0.25"])
        try lab.connection.run("INSERT INTO applicant_aliases (applicant_id, name) VALUES (1, 'Ada Lovelace')")
        try lab.connection.run("DELETE FROM applicant_names WHERE applicant_id = 2")
        _ = try lab.database.check(readsFiles: false)
        #expect(try lab.pairs() == [])
        #expect(try lab.connection.value(Int.self, "SELECT count(*) FROM applicant_name_keys") == 2)
    }
}
