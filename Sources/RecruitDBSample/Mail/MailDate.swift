/// Seconds since 1970 as the dates of mail.
enum MailDate {
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Midnight of 1 August 2026, the first day of the invented mail.
    static let first: Int64 = 1_785_542_400
    /// Midnight of 21 November 2026.
    static let end: Int64 = 1_795_219_200

    struct Parts {
        let year, month, day, hour, minute, second, weekday: Int

        var clock: String { "\(two(hour)):\(two(minute)):\(two(second))" }
        var isoDay: String { "\(year)-\(two(month))-\(two(day))" }
    }

    /// Returns the calendar's parts of a time, in UTC moved by a zone of minutes.
    static func parts(_ time: Int64, zone: Int = 0) -> Parts {
        let local = Int(time) + zone * 60
        let days = Int((Double(local) / 86_400).rounded(.down))
        let seconds = local - days * 86_400
        // Howard Hinnant's civil_from_days: years that begin in March.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let march = (5 * ofYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        return Parts(
            year: year + era * 400 + (month <= 2 ? 1 : 0), month: month, day: ofYear - (153 * march + 2) / 5 + 1,
            hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60, weekday: ((days % 7) + 7) % 7)
    }

    /// Returns the Date field of RFC 5322, 3.3.
    static func header(_ time: Int64, zone: Int) -> String {
        let parts = parts(time, zone: zone)
        return "\(weekdays[parts.weekday]), \(parts.day) \(months[parts.month - 1]) \(parts.year) \(parts.clock) "
            + offset(zone)
    }

    /// Returns the date of an mbox's From line, in UTC.
    static func envelope(_ time: Int64) -> String {
        let parts = parts(time)
        let day = parts.day < 10 ? " \(parts.day)" : "\(parts.day)"
        return "\(weekdays[parts.weekday]) \(months[parts.month - 1]) \(day) \(parts.clock) \(parts.year)"
    }

    /// Returns ISO 8601 in UTC.
    static func iso(_ time: Int64) -> String {
        let parts = parts(time)
        return "\(parts.isoDay)T\(parts.clock)Z"
    }

    private static func offset(_ zone: Int) -> String {
        let size = abs(zone)
        return "\(zone < 0 ? "-" : "+")\(two(size / 60))\(two(size % 60))"
    }
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
