/// An amount in minor units of an ISO 4217 currency.
public struct Money: Sendable, Hashable, CustomStringConvertible {
    /// Cents, for HKD.
    public var minor: Int64
    /// Three capital letters.
    public var currency: String

    /// An amount of `minor` units of `currency`.
    public init(minor: Int64, currency: String) {
        self.minor = minor
        self.currency = currency
    }

    /// `HKD 26,600` or `HKD 26,600.50`, for currencies of two decimal places.
    public var description: String {
        let magnitude = minor.magnitude
        let whole = Array(String(magnitude / 100))
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        let cents = Int(magnitude % 100)
        return "\(currency) \(minor < 0 ? "-" : "")\(grouped)\(cents == 0 ? "" : "." + Day.padded(cents, to: 2))"
    }
}
