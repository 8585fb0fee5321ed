/// A date and time of mail (RFC 5322 sections 3.3 and 4.3), and what mailers write instead.
struct MailDate: Sendable {
    /// Seconds since 1970, UTC.
    var seconds: Int64
    /// False when no zone, or an unknown one, was given: the time was taken as UTC.
    var hasZone: Bool

    /// The date in a field's value; nil when there is none, or one that no calendar has.
    init?(_ raw: Bytes) {
        var reader = DateReader()
        guard reader.read(raw), let seconds = reader.seconds else { return nil }
        self.seconds = seconds
        hasZone = reader.zone != nil
    }

    /// The date after the last semicolon of a Received field (RFC 5321 section 4.4).
    static func received(_ raw: Bytes) -> MailDate? {
        guard let semicolon = raw.lastIndex(of: 59) else { return nil }
        return MailDate(raw[(semicolon + 1)...])
    }
}

/// Days and seconds of the proleptic Gregorian calendar.
enum Calendar {
    static func daysInMonth(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01, counted in eras of 400 years that begin in March.
    static func days(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era) * 146_097 + Int64(dayOfEra) - 719_468
    }

    /// `2027-03-01T12:00:00Z` (ISO 8601) of seconds since 1970.
    static func iso8601(_ seconds: Int64) -> String {
        let clamped = min(max(seconds, -62_135_596_800), 253_402_300_799)
        let days = clamped >= 0 ? clamped / 86400 : (clamped - 86399) / 86400
        let time = Int(clamped - days * 86400)
        let shifted = Int(days) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        return "\(date)T\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2))Z"
    }
}
