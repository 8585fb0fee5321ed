/// One statement with the values of its parameters.
///
/// Interpolation binds: in `"SELECT name FROM positions WHERE slug = \(slug)"` the slug never becomes part of the text.
/// Text that is trusted and must be spliced goes through `\(raw: fragment)`, another statement's part with its values
/// through `\(part)`.
public struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The statement, with `?` where values are bound.
    public let text: String
    /// The values, in the order of their parameters.
    public let values: [Value]

    /// A statement from trusted text, with values for its parameters in order.
    @inlinable public init(_ text: String, values: [Value] = []) {
        self.text = text
        self.values = values
    }

    @inlinable public init(stringLiteral text: String) {
        self.init(text)
    }

    @inlinable public init(stringInterpolation interpolation: StringInterpolation) {
        self.init(interpolation.text, values: interpolation.values)
    }

    /// Collects the text and the values of an interpolated statement.
    public struct StringInterpolation: StringInterpolationProtocol {
        @usableFromInline var text = ""
        @usableFromInline var values: [Value] = []

        @inlinable public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity &+ interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        @inlinable public mutating func appendLiteral(_ literal: String) {
            text.append(literal)
        }

        /// Binds a value.
        @inlinable public mutating func appendInterpolation(_ value: some Bindable) {
            text.append("?")
            values.append(value.sqliteValue)
        }

        /// Binds a value, or NULL.
        @inlinable public mutating func appendInterpolation(_ value: (some Bindable)?) {
            text.append("?")
            values.append(value?.sqliteValue ?? .null)
        }

        /// Appends a part of a statement, with its values.
        @inlinable public mutating func appendInterpolation(_ part: SQL) {
            text.append(part.text)
            values.append(contentsOf: part.values)
        }

        /// Splices text as it is: for trusted text only, never for anything that came from outside.
        @inlinable public mutating func appendInterpolation(raw fragment: String) {
            text.append(fragment)
        }
    }
}
