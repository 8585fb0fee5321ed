/// Text of SQL that binds nothing: a script, or a statement that is prepared before its values are known.
///
/// A literal is one as it stands. `\(value)` does not compile, since there is nothing that could bind the value;
/// `\(raw: text)` splices text, and `Script(raw: text)` takes what is read or made at run time: both for trusted text
/// only, never for anything that came from outside.
public struct Script: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The text.
    public let text: String

    /// A script from trusted text.
    public init(raw text: String) {
        self.text = text
    }

    /// A script from a literal.
    public init(stringLiteral text: String) {
        self.text = text
    }

    /// A script from a literal and the trusted text that is spliced into it.
    public init(stringInterpolation interpolation: StringInterpolation) {
        text = interpolation.text
    }

    /// The text.
    public var description: String { text }

    /// Collects the text of a literal that trusted text is spliced into.
    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        /// Makes room for the text; the compiler calls it.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity)
        }

        /// Appends text of the literal.
        public mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        /// Splices text as it is: for trusted text only, never for anything that came from outside.
        public mutating func appendInterpolation(raw fragment: String) {
            text += fragment
        }

        /// Nothing could bind the value.
        @available(
            *, unavailable, message: "a value is bound by run, all, first and value; \\(raw:) splices trusted text"
        )
        public mutating func appendInterpolation<T>(_ value: T) {}
    }
}
