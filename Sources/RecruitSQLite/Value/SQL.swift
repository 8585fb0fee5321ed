/// One statement with the values of its parameters.
///
/// Interpolation binds: in `"SELECT name FROM positions WHERE slug = \(slug)"` the slug never becomes part of the text.
/// Text that is trusted and must be spliced goes through `\(raw: fragment)`, another statement's part with its values
/// through `\(part)`. It prints as its text, without the values.
public struct SQL: Sendable, ExpressibleByStringInterpolation, CustomStringConvertible, CustomDebugStringConvertible {
    /// What follows the first text, kept apart: a statement that is prepared already needs no joined text.
    @usableFromInline
    enum Piece: Sendable {
        case text(String)
        /// A value with the `?` that stands for it.
        case parameter(Value)
        /// A value whose parameter stands in the text.
        case value(Value)
    }

    @usableFromInline var head: String
    @usableFromInline var pieces: [Piece]

    @inlinable
    init(head: String, pieces: [Piece]) {
        self.head = head
        self.pieces = pieces
    }

    /// A statement from trusted text, with values for its parameters in order.
    public init(_ text: String, values: [Value] = []) {
        self.init(head: text, pieces: values.map { .value($0) })
    }

    /// A statement from a literal without interpolations.
    @inlinable
    public init(stringLiteral text: String) {
        self.init(head: text, pieces: [])
    }

    /// A statement from a literal whose interpolations are bound.
    @inlinable
    public init(stringInterpolation interpolation: StringInterpolation) {
        self.init(head: interpolation.head, pieces: interpolation.pieces)
    }

    /// The statement, with `?` where values are bound.
    public var text: String {
        pieces.reduce(into: head) { text, piece in
            switch piece {
            case .text(let part): text += part
            case .parameter: text += "?"
            case .value: break
            }
        }
    }

    /// The text, with `?` where values are bound.
    public var description: String { text }

    /// The text, with `?` where values are bound.
    public var debugDescription: String { text }

    /// The values, in the order of their parameters.
    public var values: [Value] {
        pieces.compactMap { piece in
            switch piece {
            case .text: nil
            case .parameter(let value), .value(let value): value
            }
        }
    }

    /// Collects the text and the values of an interpolated statement.
    public struct StringInterpolation: StringInterpolationProtocol {
        @usableFromInline var head = ""
        @usableFromInline var pieces: [Piece] = []

        /// Makes room for the values; the compiler calls it.
        @inlinable
        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 &* interpolationCount)
        }

        /// Appends text of the literal.
        @inlinable
        public mutating func appendLiteral(_ literal: String) {
            // The compiler closes many an interpolation with an empty literal.
            guard !literal.isEmpty else { return }
            if pieces.isEmpty, head.isEmpty {
                head = literal
            } else {
                pieces.append(.text(literal))
            }
        }

        /// Binds a value.
        @inlinable
        public mutating func appendInterpolation(_ value: some Bindable) {
            pieces.append(.parameter(value.sqliteValue))
        }

        /// Binds a value, or NULL for nil.
        @inlinable
        public mutating func appendInterpolation<T: Bindable>(_ value: T?) {
            pieces.append(.parameter(value.sqliteValue))
        }

        /// Appends a part of a statement, with its values.
        @inlinable
        public mutating func appendInterpolation(_ part: SQL) {
            appendLiteral(part.head)
            pieces.append(contentsOf: part.pieces)
        }

        /// Splices text as it is: for trusted text only, never for anything that came from outside.
        @inlinable
        public mutating func appendInterpolation(raw fragment: String) {
            appendLiteral(fragment)
        }
    }
}
