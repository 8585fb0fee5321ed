import Testing

@testable import RecruitDB

private let hostile = [
    "", "2027", "2027-9-1", "2027-09-1", "2027-13-01", "2027-00-10", "2027-02-30", "2027-02-29", "1900-02-29",
    "2027-04-31",
    "2027-09-00", "2027-09-32", "-027-09-01", "+027-09-01", "2027/09/01", "2027-09-01 ", " 2027-09-01", "2027-09-01T",
    "20270901",
    "2027-0x-01", "٢٠٢٧-٠٩-٠١", "２０２７-09-01", "2027–09–01", "2027-09-0\u{0}",
    "\u{0}\u{0}\u{0}\u{0}-\u{0}\u{0}-\u{0}\u{0}",
    "9999999999", "----------", "2027-09-01\u{301}",
]

@Suite struct DayTests {
    @Test(arguments: ["0000-01-01", "1970-01-01", "2000-02-29", "2024-02-29", "2027-09-01", "2400-02-29", "9999-12-31"])
    func `a day is written as it was read`(text: String) {
        #expect(Day(text)?.description == text)
    }

    @Test(arguments: hostile)
    func `what is no day is nil`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `every day of ten thousand years has its number, and the number its day`() {
        // Each 37th, and the days around each turn of a century.
        let first = -719_528
        let last = 2_932_896
        let turns = stride(from: 0, through: 9900, by: 100).flatMap { year in
            Day(year: year, month: 1, day: 1).map { day in (-2...60).map { day.daysSince1970 + $0 } } ?? []
        }
        for number in Array(stride(from: first, through: last, by: 37)) + turns + [first, last]
        where (first...last).contains(number) {
            guard let day = Day(daysSince1970: number) else {
                Issue.record("no day \(number)")
                continue
            }
            #expect(day.daysSince1970 == number)
            #expect(Day(day.description) == day)
        }
        #expect(Day(daysSince1970: first - 1) == nil && Day(daysSince1970: last + 1) == nil)
        #expect(Day(daysSince1970: .min) == nil && Day(daysSince1970: .max) == nil)
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-11-24", 20_781), ("0000-03-01", -719_468),
    ])
    func `days are counted from 1970`(text: String, number: Int) {
        #expect(Day(text)?.daysSince1970 == number)
    }

    @Test func `days compare by the calendar, and no number makes one that is not there`() throws {
        let days = ["0001-01-01", "1999-12-31", "2000-01-01", "2000-01-31", "2000-02-01"].compactMap { Day($0) }
        #expect(days.count == 5 && days.shuffled().sorted() == days)
        for (year, month, day) in [
            (-1, 1, 1), (10_000, 1, 1), (2027, 0, 1), (2027, 13, 1), (2027, 1, .max), (.min, .min, .min),
        ] {
            #expect(Day(year: year, month: month, day: day) == nil)
        }
    }
}

@Suite struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1), ("2026-11-24T07:58:24Z", 1_795_507_104),
        ("0000-01-01T00:00:00Z", -62_167_219_200), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
    func `a second is written as it was read`(text: String, seconds: Int64) {
        #expect(Timestamp(text)?.secondsSince1970 == seconds)
        #expect(Timestamp(secondsSince1970: seconds).description == text)
    }

    @Test(
        arguments: hostile + [
            "2026-11-24T24:00:00Z", "2026-11-24T23:60:00Z", "2026-11-24T23:59:60Z", "2026-11-24 23:59:59Z",
            "2026-11-24T23:59:59",
            "2026-11-24T23:59:59z", "2026-11-24T23:59:59+00:00", "2026-02-30T00:00:00Z", "2026-11-24T-1:00:00Z",
        ])
    func `what is no second is nil`(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func `seconds of all times go and come back; moments outside become the nearest inside`() {
        for seconds in stride(from: Int64(-62_167_219_200), through: 253_402_300_799, by: 98_765_432) {
            let moment = Timestamp(secondsSince1970: seconds)
            #expect(Timestamp(moment.description) == moment)
            #expect(moment.day?.description == String(moment.description.prefix(10)))
        }
        #expect(Timestamp(secondsSince1970: .min).description == "0000-01-01T00:00:00Z")
        #expect(Timestamp(secondsSince1970: .max).description == "9999-12-31T23:59:59Z")
    }
}

@Suite struct MoneyTests {
    @Test(arguments: [
        (0, "HKD 0"), (1, "HKD 0.01"), (99, "HKD 0.99"), (100, "HKD 1"), (2_660_000, "HKD 26,600"),
        (2_660_050, "HKD 26,600.50"),
        (-4_210_000, "HKD -42,100"), (100_000_000, "HKD 1,000,000"), (-5, "HKD -0.05"),
        (Int64.max, "HKD 92,233,720,368,547,758.07"), (Int64.min, "HKD -92,233,720,368,547,758.08"),
    ])
    func `an amount is written with its currency and groups of three`(minor: Int64, text: String) {
        #expect(Money(minor: minor, currency: "HKD").description == text)
    }
}
