import RecruitDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Standard output of the program: one buffer for everything that a command prints.
final class StandardOutput {
    private var buffer = OutputBuffer(descriptor: STDOUT_FILENO)

    /// Appends the UTF-8 of `text`.
    func append(_ text: String) { buffer.append(text) }

    /// Appends `bytes`.
    func append(_ bytes: [UInt8]) { buffer.append(bytes) }

    /// Writes all rows of `listing`; returns how many.
    func write(_ listing: Listing, _ style: ListingStyle) throws -> Int { try listing.write(style, to: &buffer) }

    /// Writes what is held back.
    func flush() throws { try buffer.flush() }
}

/// Standard error of the program: sentences for people.
enum StandardError {
    /// Writes `recruitdb: ` and `message`, in one piece.
    static func say(_ message: String) { write(Terminal.error.styled("recruitdb:", .bold) + " \(message)\n") }

    /// Writes `text` as it is, in one piece; an error there has nowhere to go.
    static func write(_ text: String) {
        var buffer = OutputBuffer(descriptor: STDERR_FILENO, capacity: 0)
        buffer.append(text)
        try? buffer.flush()
    }
}
