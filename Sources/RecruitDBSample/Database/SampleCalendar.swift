import RecruitDB

/// When applications come in: evenly over ten years up to 20 November 2026.
struct SampleCalendar {
    static let first: Int64 = 1_472_688_000  // 2016-09-01
    static let last: Int64 = 1_795_132_800  // 2026-11-20
    private let step: Double
    private var number = 0

    init(applications: Int) { step = Double(Self.last - Self.first) / Double(max(applications, 1)) }

    /// The time of the next application.
    mutating func next() -> Timestamp {
        defer { number += 1 }
        return Timestamp(secondsSince1970: Self.first + Int64(Double(number) * step))
    }
}
