import Testing

@testable import RecruitDB

struct IntakeMatcherTests {
    /// Seconds of 2026-11-24, noon UTC.
    static let november: Int64 = 1_795_521_600
    static let matcher = IntakeMatcher(intakes: [
        OpenIntake(code: "2027-fall", opensOn: "2026-09-01", closesOn: "2027-03-31"),
        OpenIntake(code: "2028-spring", opensOn: "2027-04-01", closesOn: "2027-09-30"),
        OpenIntake(code: "2026-fall", closesOn: "2026-03-31"),
    ])

    @Test(arguments: table(IntakeTable.stated))
    func `a text states seasons with years`(text: String, periods: String) {
        let stated = IntakeStatement(WordTokens(text)).periods.map { "\($0.year)-\($0.season)" }.sorted()
        #expect(stated.joined(separator: " ") == (periods == "-" ? "" : periods), "\(text)")
    }

    @Test(arguments: table(IntakeTable.decided))
    func `the subject counts before the body, the only open intake last`(mail: String, expected: String) {
        let parts = mail.split(separator: "/", maxSplits: 1).map(String.init)
        let body = WordTokens(parts.count > 1 ? parts[1] : "")
        let result = Self.matcher.match(subjects: [WordTokens(parts.first ?? "")], body: body, date: Self.november)
        #expect("\(result.code ?? "none"), \(result.source.rawValue)" == expected, "\(mail)")
    }

    @Test func `without a date, or with two open intakes, it stays open`() {
        let two = IntakeMatcher(intakes: [OpenIntake(code: "2027-fall"), OpenIntake(code: "2028-spring")])
        let nothing = WordTokens("")
        #expect(Self.matcher.match(subjects: [WordTokens("PhD")], body: nothing, date: nil).code == nil)
        #expect(two.match(subjects: [WordTokens("PhD")], body: nothing, date: Self.november).source == .severalOpen)
        #expect(
            two.match(subjects: [WordTokens("PhD, spring 28")], body: nothing, date: Self.november).code
                == "2028-spring")
        #expect(
            IntakeMatcher(intakes: []).match(subjects: [WordTokens("PhD")], body: nothing, date: Self.november).source
                == .noneOpen)
    }

    @Test func `the first and the last day are open`() throws {
        let intake = OpenIntake(code: "rolling", opensOn: "2026-11-24", closesOn: "2026-11-24")
        #expect(intake.period == nil)
        let day = try #require(Timestamp(secondsSince1970: Self.november).day)
        #expect(intake.isOpen(on: day.description))
        #expect(!intake.isOpen(on: "2026-11-23") && !intake.isOpen(on: "2026-11-25"))
    }

    @Test(arguments: [
        (0, "1970-01-01"), (-1, "1969-12-31"), (951_782_400, "2000-02-29"), (1_709_164_800, "2024-02-29"),
        (4_107_542_399, "2100-02-28"), (4_107_542_400, "2100-03-01"), (Int64.max, "9999-12-31"),
        (Int64.min, "0000-01-01"),
    ])
    func `a second is a day of the calendar`(second: Int64, day: String) {
        #expect(Timestamp(secondsSince1970: second).day?.description == day)
    }
}

enum IntakeTable {
    static let stated = """
        PhD application, Fall 2027 | 2027-fall
        PhD application (fall, 2027) | 2027-fall
        autumn 2027 | 2027-fall
        AUTUMN27 | 2027-fall
        27Fall PhD | 2027-fall
        27 Fall PhD | 2027-fall
        2027Fall | 2027-fall
        2027 Fall | 2027-fall
        2027-Fall | 2027-fall
        Fall-2027 | 2027-fall
        Fall'27 | 2027-fall
        Fall ’27 | 2027-fall
        Spring '27 | 2027-spring
        fall 27 | 2027-fall
        Fall semester of 2027 | 2027-fall
        Fall intake, 2027 | 2027-fall
        Fall 2027/28 | 2027-fall
        Spring 2027/28 | 2028-spring
        2027-2028 Fall | 2027-fall
        2027-28 Spring | 2028-spring
        2027秋 | 2027-fall
        2027年秋季 | 2027-fall
        2027 年 秋季 入学 | 2027-fall
        27年秋 | 2027-fall
        27秋 | 2027-fall
        秋季2027 | 2027-fall
        ２０２７年秋季 | 2027-fall
        申请2028年春季入学 | 2028-spring
        春季 2028 | 2028-spring
        Fall 2027 or Spring 2028 | 2027-fall 2028-spring
        Spring/Fall 2027 | 2027-fall 2027-spring
        spring or fall of 2027 | 2027-fall 2027-spring
        2027 spring and fall | 2027-fall 2027-spring
        2027 Spring 2027 Fall | 2027-fall 2027-spring
        2027年春季或秋季 | 2027-fall 2027-spring
        Fall 2027, fall 2027 | 2027-fall
        summer 2027 | 2027-summer
        2027 summer internship | 2027-summer
        PhD 2027 | -
        2027春节快乐 | -
        Springer 2027 | -
        offspring 2027 | -
        the profits fall 25% | -
        fall 27th | -
        fall detection in 2027 | -
        Fall 1999 | -
        Fall 2027123 | -
        A fall of 12 | -
        """

    static let decided = """
        PhD, Fall 2027/hello | 2027-fall, subject
        PhD, 2028春/I apply for Fall 2027 | 2028-spring, subject
        PhD/I wish to start in Fall 2027 | 2027-fall, body
        PhD/I wish to start in Fall 2027 or Spring 2028 | none, several_stated
        PhD, Spring or Fall 2027/ | none, several_stated
        PhD, Fall 2030/I would take Fall 2027 too | none, not_in_call
        PhD/I graduated in Fall 2024 | none, not_in_call
        PhD/hello | 2027-fall, only_open
        PhD 2027/hello | 2027-fall, only_open
        PhD Fall intake/hello | 2027-fall, only_open
        PhD, Spring intake/hello | none, other_season
        Re: PhD fall 2026/ | 2026-fall, subject
        """
}
