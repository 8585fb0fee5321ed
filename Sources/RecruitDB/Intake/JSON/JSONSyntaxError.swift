/// Why some bytes are no JSON text: where, and what stands there instead of what.
struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    let position: JSONPosition
    /// What is wrong, without the place.
    let reason: String

    var description: String { "line \(position.line), column \(position.column) (byte \(position.offset)): \(reason)" }
}
