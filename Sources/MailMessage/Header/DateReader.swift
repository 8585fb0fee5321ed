/// Reads the words of a date in whatever order they stand.
struct DateReader {
    var year: Int?
    var month: Int?
    var day: Int?
    var hour: Int?
    var minute = 0
    var second = 0
    /// Seconds east of UTC; nil when unknown.
    var zone: Int?
    private var isAfternoon: Bool?
    private var isImpossible = false

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    /// The zone names of RFC 5322 section 4.3, in hours; every other name is unknown.
    private static let zones = [
        "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
        "pst": -8, "pdt": -7,
    ]

    /// Reads a value; false when it is no date.
    mutating func read(_ raw: Bytes) -> Bool {
        for word in Self.words(Self.plain(raw.prefix(4096))) where !take(word) { return false }
        return !isImpossible
    }

    /// Seconds since 1970, when the date is one that the calendar has.
    var seconds: Int64? {
        guard let year, let month, let day, (1900...9999).contains(year), day >= 1,
            day <= Calendar.daysInMonth(month, year)
        else { return nil }
        var hours = hour ?? 0
        if let isAfternoon {
            guard (1...12).contains(hours) else { return nil }
            hours = hours % 12 + (isAfternoon ? 12 : 0)
        }
        guard hours < 24, minute < 60, second <= 60 else { return nil }
        return Calendar.days(year, month, day) * 86400 + Int64(hours * 3600 + minute * 60 + second - (zone ?? 0))
    }

    static func isWeekday(_ word: Bytes) -> Bool { weekdays.contains(word.prefix(3).lowercasedASCII) }
    static func isMonth(_ word: Bytes) -> Bool { months.contains(word.prefix(3).lowercasedASCII) }

    /// The date without comments, and without blanks around its colons.
    private static func plain(_ raw: Bytes) -> Bytes {
        var out: [UInt8] = []
        var index = raw.startIndex
        while index < raw.endIndex {
            let byte = raw[index]
            if byte == 40 {
                index = Comment.end(raw, index)
                out.append(ASCII.space)
                continue
            }
            if byte == 58 {
                while let last = out.last, ASCII.isSpace(last) { out.removeLast() }
            }
            if !ASCII.isSpace(byte) || out.last != 58 { out.append(byte) }
            index += 1
        }
        return out[...]
    }

    /// The words between blanks and commas.
    private static func words(_ plain: Bytes) -> [Bytes] {
        plain.split(maxSplits: 20) { ASCII.isSpace($0) || $0 == 44 || $0 == ASCII.quote || $0 == 0 }
    }

    private mutating func take(_ word: Bytes) -> Bool {
        guard let first = word.first else { return true }
        if first == 43 || first == 45 {
            if hour != nil { zone = Self.offset(word) ?? zone }
            return true
        }
        if ASCII.isDigit(first) { return takeNumber(word) }
        if ASCII.isLetter(first) { takeName(word) }
        return true
    }

    private mutating func takeName(_ word: Bytes) {
        let name = word.lowercasedASCII
        if hour == nil || month == nil, word.count >= 3,
            let number = Self.months.firstIndex(of: String(name.prefix(3))),
            month == nil
        {
            month = number + 1
            return
        }
        if name == "am" || name == "pm" || name == "a.m." || name == "p.m." {
            isAfternoon = name.hasPrefix("p")
            return
        }
        guard hour != nil, zone == nil else { return }
        if let hours = Self.zones[name] {
            zone = hours * 3600
        } else if let sign = word.firstIndex(where: { $0 == 43 || $0 == 45 }), let offset = Self.offset(word[sign...]),
            Self.zones[word[..<sign].lowercasedASCII] == 0
        {
            zone = offset
        }
    }

    private mutating func takeNumber(_ word: Bytes) -> Bool {
        // 2027-03-01T12:00:00+08:00
        if let letter = word.firstIndex(of: 84), word[..<letter].contains(45), letter + 1 < word.endIndex,
            ASCII.isDigit(word[letter + 1])
        {
            return takeNumber(word[..<letter]) && takeTime(word[(letter + 1)...])
        }
        if word.contains(58) { return takeTime(word) }
        if word.contains(45) || word.contains(47) {
            for piece in word.split(whereSeparator: { $0 == 45 || $0 == 47 }) where !take(piece) { return false }
            return true
        }
        if hour == nil, word.filter({ $0 == 46 }).count == 2 { return takeTime(word) }
        let digits = word.prefix(while: ASCII.isDigit)
        guard let number = Self.number(digits) else { return false }
        if digits.count >= 4 {
            if year == nil { year = number }
        } else if day == nil, year == nil || month != nil || number <= 31 {
            // Year first means that the month comes before the day.
            if let year, year > 0, month == nil {
                guard (1...12).contains(number) else { return false }
                month = number
            } else {
                day = number
            }
        } else if year == nil {
            // RFC 5322 section 4.3: 00 to 49 is 2000 on, the rest with two or three digits 1900 on.
            year = digits.count == 2 && number < 50 ? number + 2000 : number + 1900
        }
        return true
    }

    private mutating func takeTime(_ word: Bytes) -> Bool {
        guard hour == nil else { return true }
        var fields: [Int] = []
        var index = word.startIndex
        while index < word.endIndex, fields.count < 3 {
            let digits = word[index...].prefix(while: ASCII.isDigit)
            guard let number = Self.number(digits) else { break }
            fields.append(number)
            index = digits.endIndex
            guard index < word.endIndex, word[index] == 58 || (word[index] == 46 && fields.count < 3) else { break }
            index += 1
        }
        guard fields.count >= 2 else { return false }
        hour = fields[0]
        minute = fields[1]
        second = fields.count > 2 ? fields[2] : 0
        if index < word.endIndex, word[index] == 46 {
            index += 1
            while index < word.endIndex, ASCII.isDigit(word[index]) { index += 1 }
        }
        if index < word.endIndex { _ = take(word[index...]) }
        return true
    }

    /// Seconds east of UTC of `+0800`, `-05:30`, `+8`; nil when no place has it.
    private static func offset(_ word: Bytes) -> Int? {
        let digits = Array(word.dropFirst().filter { $0 != 58 })
        guard !digits.isEmpty, digits.count <= 4, let value = number(digits[...]) else { return nil }
        let hours = digits.count > 2 ? value / 100 : value
        let minutes = digits.count > 2 ? value % 100 : 0
        guard hours <= 15, minutes < 60 else { return nil }
        return (word.first == 45 ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    private static func number(_ digits: Bytes) -> Int? {
        guard !digits.isEmpty, digits.count <= 9 else { return nil }
        var number = 0
        for digit in digits {
            guard ASCII.isDigit(digit) else { return nil }
            number = number * 10 + Int(digit &- 48)
        }
        return number
    }
}
