/// The line before a message in an mbox (RFC 4155): `From address date`.
struct FromLine {
    /// Seconds since 1970, taken as UTC.
    var date: Int64?

    /// No such line is longer.
    static let longest = 1000

    /// Reads a line; nil when it is a sentence that begins with From, not a separator: a separator has an address, then
    /// a weekday or month, a time, and a year of four digits.
    init?(_ line: Bytes) {
        guard line.count <= Self.longest, line.starts(with: "From ".utf8) else { return nil }
        let words = line.dropFirst(5).split(whereSeparator: ASCII.isSpace)
        guard words.count >= 4 else { return nil }
        let start = words.indices.first { index in
            index > 0 && (DateReader.isWeekday(words[index]) || DateReader.isMonth(words[index]))
        }
        guard let start, start <= 6 else { return nil }
        let rest = words[start...]
        let hasTime = rest.contains { $0.contains(58) && ASCII.isDigit($0[$0.startIndex]) }
        let hasYear = rest.contains {
            $0.count == 4 && $0.allSatisfy(ASCII.isDigit) && ($0.first == 49 || $0.first == 50)
        }
        guard hasTime, hasYear, let first = rest.first else { return nil }
        date = MailDate(line[first.startIndex...])?.seconds
    }
}
