import RecruitDB

/// The stages that an invented application went through.
enum StageWalk {
    /// A stage change.
    struct Step {
        let stage: String
        let at: Timestamp
        let reason: String?
    }

    /// Draws the way of an application that came in at `start`, as far as it got by the end of the calendar.
    static func steps(from start: Timestamp, _ random: inout RandomSource) -> [Step] {
        var steps: [Step] = []
        var stage = "received"
        var time = start.secondsSince1970
        while let ways = ways[stage] {
            time += Int64(random.within(1, days[stage] ?? 10)) * 86_400 + Int64(random.below(80_000))
            guard time <= SampleCalendar.last else { break }
            let way = ways[random.weighted(ways.map(\.weight))]
            steps.append(Step(stage: way.to, at: Timestamp(secondsSince1970: time), reason: way.reason))
            stage = way.to
        }
        return steps
    }

    private struct Way {
        let to: String
        let weight: Int
        var reason: String?

        init(_ to: String, _ weight: Int, _ reason: String? = nil) {
            self.to = to
            self.weight = weight
            self.reason = reason
        }
    }

    private static let days = ["received": 9, "screening": 25, "shortlisted": 30, "interview": 30, "recommended": 90]

    private static let ways: [String: [Way]] = [
        "received": [Way("screening", 92), Way("rejected", 6, "requirements_not_met"), Way("withdrawn", 2)],
        "screening": [Way("shortlisted", 18), Way("rejected", 79, "not_competitive"), Way("withdrawn", 3)],
        "shortlisted": [Way("interview", 70), Way("waitlisted", 8), Way("rejected", 22, "no_fit")],
        "interview": [Way("offer", 35), Way("recommended", 20), Way("rejected", 45, "not_competitive")],
        "waitlisted": [Way("offer", 10), Way("rejected", 90, "position_filled")],
        "recommended": [Way("offer", 60), Way("rejected", 40, "university_declined")],
        "offer": [Way("accepted", 70), Way("declined", 25, "other_offer"), Way("lapsed", 5, "no_reply")],
        "accepted": [Way("started", 93), Way("deferred", 5, "visa"), Way("withdrawn", 2)],
    ]
}
