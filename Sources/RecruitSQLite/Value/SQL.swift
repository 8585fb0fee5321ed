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
    /// The first piece, which in many a statement is the only one and then needs no memory of its own.
    @usableFromInline var first: Piece?
    @usableFromInline var rest: [Piece]

    @inlinable
    init(head: String, first: Piece?, rest: [Piece]) {
        self.head = head
        self.first = first
        self.rest = rest
    }

    /// A statement from trusted text, never from anything that came from outside, with values for its parameters in order.
    public init(raw text: String, values: [Value] = []) {
        self.init(head: text, first: values.first.map { .value($0) }, rest: values.dropFirst().map { .value($0) })
    }

    /// Lends the pieces in order.
    @inline(__always)
    func forEachPiece<E: Error>(_ body: (Piece) throws(E) -> Void) throws(E) {
        guard let first else { return }
        try body(first)
        for piece in rest { try body(piece) }
    }

    /// A statement from a literal without interpolations.
    @inlinable
    public init(stringLiteral text: String) {
        self.init(head: text, first: nil, rest: [])
    }

    /// A statement from a literal whose interpolations are bound.
    @inlinable
    public init(stringInterpolation interpolation: StringInterpolation) {
        self.init(head: interpolation.head, first: interpolation.first, rest: interpolation.rest)
    }

    /// The statement, with `?` where values are bound.
    public var text: String {
        var text = head
        forEachPiece { piece in
            switch piece {
            case .text(let part): text += part
            case .parameter: text += "?"
            case .value: break
            }
        }
        return text
    }

    /// The text, with `?` where values are bound.
    public var description: String { text }

    /// The text, with `?` where values are bound.
    public var debugDescription: String { text }

    /// The values, in the order of their parameters.
    public var values: [Value] {
        var values: [Value] = []
        forEachPiece { piece in
            switch piece {
            case .text: break
            case .parameter(let value), .value(let value): values.append(value)
            }
        }
        return values
    }

    /// Collects the text and the values of an interpolated statement.
    public struct StringInterpolation: StringInterpolationProtocol {
        @usableFromInline var head = ""
        @usableFromInline var first: Piece?
        @usableFromInline var rest: [Piece] = []

        /// Makes room for the values; the compiler calls it.
        @inlinable
        public init(literalCapacity: Int, interpolationCount: Int) {
            if interpolationCount > 1 { rest.reserveCapacity(2 &* interpolationCount) }
        }

        /// Appends text of the literal.
        @inlinable
        mutating func append(_ piece: Piece) {
            if case nil = first { first = piece } else { rest.append(piece) }
        }

        @inlinable @inline(__always)
        public mutating func appendLiteral(_ literal: String) {
            // The compiler closes many an interpolation with an empty literal.
            guard !literal.isEmpty else { return }
            if case nil = first, head.isEmpty {
                head = literal
            } else {
                append(.text(literal))
            }
        }

        /// Binds a value.
        @inlinable
        public mutating func appendInterpolation(_ value: some Bindable) {
            append(.parameter(value.sqliteValue))
        }

        /// Binds a value, or NULL for nil.
        @inlinable
        public mutating func appendInterpolation<T: Bindable>(_ value: T?) {
            append(.parameter(value.sqliteValue))
        }

        /// Appends a part of a statement, with its values.
        @inlinable
        public mutating func appendInterpolation(_ part: SQL) {
            appendLiteral(part.head)
            guard let other = part.first else { return }
            append(other)
            rest.append(contentsOf: part.rest)
        }

        /// Splices text as it is: for trusted text only, never for anything that came from outside.
        @inlinable
        public mutating func appendInterpolation(raw fragment: String) {
            appendLiteral(fragment)
        }
    }
}
