extension CallCheck {
    /// Notes days that contradict each other; they are `YYYY-MM-DD`, so that text order is time order.
    func days() {
        for (index, intake) in call.intakes.enumerated() {
            let path = JSONPath().member("intakes").element(index)
            if let opens = intake.opensOn, let closes = intake.closesOn, closes < opens {
                problems.add(path.member("closes_on"), "\"\(closes)\" is before opens_on, \"\(opens)\"")
            }
            let year = intake.code.prefix(4)
            if !year.isEmpty, !intake.startsOn.isEmpty, intake.startsOn.prefix(4) != year {
                problems.add(
                    path.member("starts_on"), "\"\(intake.startsOn)\" is not in \(year), the year of \(intake.code)")
            }
            // A spring belongs to the academic year that began the autumn before.
            if let first = Int(intake.academicYear.prefix(4)), let year = Int(year), year != first, year != first + 1 {
                let sentence = "\"\(intake.academicYear)\" does not contain \(intake.code)"
                problems.add(path.member("academic_year"), sentence)
            }
        }
        for (index, position) in call.positions.enumerated() {
            if let posted = position.datePostedOn, let through = position.validThroughOn, through < posted {
                let path = JSONPath().member("positions").element(index).member("valid_through_on")
                problems.add(path, "\"\(through)\" is before date_posted_on, \"\(posted)\"")
            }
        }
    }

    /// Notes rates that contradict each other.
    func scholarships() {
        for (index, scholarship) in call.scholarships.enumerated() {
            let list = JSONPath().member("scholarships").element(index).member("components")
            var seen: [String: Int] = [:]
            for (place, component) in scholarship.components.enumerated() {
                let path = list.element(place)
                if let to = component.toMonth, to < component.fromMonth {
                    problems.add(path.member("to_month"), "\(to) is before from_month, \(component.fromMonth)")
                }
                let name = "\(component.code.rawValue) of \(component.academicYear) from month \(component.fromMonth)"
                if component.academicYear.isEmpty { continue }
                if let first = seen[name] {
                    problems.add(path, "\(name) stands twice, first in \(list.element(first))")
                } else {
                    seen[name] = place
                }
            }
        }
    }
}
