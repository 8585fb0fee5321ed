import RecruitDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Standard error of the program: sentences for people.
enum StandardError {
    /// Writes `recruitdb: ` and `message`, in one piece.
    ///
    /// Control characters, which a file's name may hold, show as spaces; of a line that is longer than any sentence the
    /// middle goes: what to do stands at its end.
    static func say(_ message: String) { write(line(message)) }

    /// What `say` writes.
    static func line(_ message: String) -> String {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(shown)
        return Terminal.error.styled("recruitdb:", .bold) + " \(lines.joined(separator: "\n"))\n"
    }

    private static func shown(_ line: Substring) -> String {
        var scalars = line.unicodeScalars.map { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? " " : scalar
        }
        if scalars.count > 1_000 { scalars.replaceSubrange(500..<(scalars.count - 500), with: ["…"]) }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// Writes `text` as it is, in one piece; an error there has nowhere to go.
    static func write(_ text: String) {
        var buffer = OutputBuffer(descriptor: STDERR_FILENO, capacity: 0)
        buffer.append(text)
        try? buffer.flush()
    }
}
