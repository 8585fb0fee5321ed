extension TextShape {
    /// The word in a position's address and in commands.
    static let slug = TextShape(name: "a slug: small letters and digits, single hyphens between, as research-assistant")
    {
        isWords($0, part: { isLower($0) || isDigit($0) }, joint: { $0 == UInt8(ascii: "-") })
    }

    /// The short name that a member of the lab types.
    static let handle = TextShape(name: "a handle: a small letter, then small letters, digits, . - or _, as hchen") {
        text in
        text.utf8.first.map(isLower) ?? false
            && text.utf8.allSatisfy { isLower($0) || isDigit($0) || "._-".utf8.contains($0) }
    }

    /// The name of a scholarship or question in commands and tables.
    static let code = TextShape(name: "a code: letters and digits, single - or _ between, as HKPFS") {
        isWords($0, part: isLetterOrDigit, joint: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
    }

    /// An addr-spec of RFC 5322 without quoting, comments and address literals.
    static let address = TextShape(name: "an e-mail address, as name@example.org") { text in
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        let isAtom = { (byte: UInt8) in
            isLetterOrDigit(byte) || byte >= 0x80 || "!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
        }
        let isHost = { (byte: UInt8) in isLetterOrDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "-") }
        let isDot = { (byte: UInt8) in byte == UInt8(ascii: ".") }
        return isWords(String(parts[0]) ?? "", part: isAtom, joint: isDot)
            && isWords(String(parts[1]) ?? "", part: isHost, joint: isDot) && parts[1].contains(UInt8(ascii: "."))
    }

    /// A page on the web.
    static let webAddress = TextShape(name: "a web address that begins with https:// or http://") { text in
        let rest = text.utf8.starts(with: "https://".utf8) ? text.utf8.dropFirst(8) : text.utf8.dropFirst(7)
        return (text.utf8.starts(with: "https://".utf8) || text.utf8.starts(with: "http://".utf8)) && !rest.isEmpty
            && rest.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    /// A season in which people begin.
    static let intakeCode = TextShape(name: "an intake: a year and spring or fall, as 2027-fall") { text in
        let parts = Array(text.utf8).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, Day.number(parts[0]) != nil else { return false }
        return parts[1].elementsEqual("spring".utf8) || parts[1].elementsEqual("fall".utf8)
    }

    /// Two calendar years that follow each other.
    static let academicYear = TextShape(name: "an academic year: a year and the next one's two digits, as 2027/28") {
        text in
        let bytes = Array(text.utf8)
        guard bytes.count == 7, bytes[4] == UInt8(ascii: "/"), let first = Day.number(bytes[0..<4]),
            let second = Day.number(bytes[5..<7])
        else { return false }
        return second == (first + 1) % 100
    }

    /// The shape of an ISO 3166-1 alpha-2 code.
    static let country = TextShape(name: "a country's code of two capitals (ISO 3166-1), as HK") {
        $0.utf8.count == 2 && $0.utf8.allSatisfy(isUpper)
    }

    /// The shape of an ISO 4217 code.
    static let currency = TextShape(name: "a currency's code of three capitals (ISO 4217), as HKD") {
        $0.utf8.count == 3 && $0.utf8.allSatisfy(isUpper)
    }

    /// A language tag (BCP 47).
    static let language = TextShape(name: "a language tag (BCP 47), as en or zh-Hant") { text in
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let first = parts.first, (2...8).contains(first.count), first.allSatisfy({ isLower($0) || isUpper($0) })
        else { return false }
        return parts.dropFirst().allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(isLetterOrDigit) }
    }
}
