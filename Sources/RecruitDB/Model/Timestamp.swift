/// A second in UTC, written `YYYY-MM-DDTHH:MM:SSZ` (ISO 8601), of the years 0 to 9999.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
    public let secondsSince1970: Int64

    /// The second that lies `seconds` after 1970; moments outside the years 0...9999 become the nearest inside.
    public init(secondsSince1970 seconds: Int64) {
        secondsSince1970 = min(max(seconds, -62_167_219_200), 253_402_300_799)
    }

    /// The second that `text` writes as `YYYY-MM-DDTHH:MM:SSZ`; nil for any other text.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
            let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)), let hour = Day.number(bytes[11..<13]),
            let minute = Day.number(bytes[14..<16]), let second = Day.number(bytes[17..<19]),
            hour < 24, minute < 60, second < 60
        else { return nil }
        secondsSince1970 = Int64(day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second)
    }

    /// The day in UTC.
    public var day: Day? { Day(daysSince1970: Int((secondsSince1970 - secondOfDay) / 86_400)) }

    /// The year in UTC.
    public var year: Int { day?.year ?? 0 }

    /// `YYYY-MM-DDTHH:MM:SSZ`.
    public var description: String {
        let second = Int(secondOfDay)
        let time = [second / 3600, second / 60 % 60, second % 60].map { Day.padded($0, to: 2) }.joined(separator: ":")
        return "\(day?.description ?? "0000-01-01")T\(time)Z"
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }

    private var secondOfDay: Int64 {
        let remainder = secondsSince1970 % 86_400
        return remainder < 0 ? remainder + 86_400 : remainder
    }
}
