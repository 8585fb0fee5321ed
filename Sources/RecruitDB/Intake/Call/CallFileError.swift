/// Why a call file is refused: every mistake found in it, in the file's order.
public struct CallFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// One mistake and where it stands.
    public struct Problem: Sendable, Hashable {
        /// Counted from 1.
        public let line: Int
        /// In Unicode scalars, counted from 1.
        public let column: Int
        /// The path of the value, what it is and what would be right, as one line.
        public let sentence: String
    }

    /// The file's name as it was given.
    public let file: String
    /// In the file's order; the first twenty at most.
    public let problems: [Problem]
    /// How many were found in all.
    public let count: Int

    /// The first twenty mistakes, each with file, line and column; long lists are cut to a screenful.
    public var description: String {
        var text = "\(JSONValue.shortened(file, to: 200)) is not imported: "
        text += count == 1 ? "one mistake" : "\(count) mistakes"
        var shown = 0
        for problem in problems {
            let line = "\n  line \(problem.line), column \(problem.column): \(problem.sentence)"
            if shown > 0, text.utf8.count + line.utf8.count > 1_400 { break }
            text += line
            shown += 1
        }
        return shown < count ? text + "\n  and \(count - shown) more" : text
    }
}
