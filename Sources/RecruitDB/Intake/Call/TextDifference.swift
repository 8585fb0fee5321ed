/// Two texts as a person compares them: whole when short, else the place where they part.
enum TextDifference {
    private static let longest = 60

    /// Both texts, at most about 60 scalars each, on one line; those with spaces in quotes.
    static func shown(_ old: String, _ new: String) -> (old: String, new: String) {
        let (a, b) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
        guard max(a.count, b.count) > longest else { return (quoted(a[...], of: a), quoted(b[...], of: b)) }
        var start = 0
        while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
        // Some words before the difference say where it is.
        start = max(0, start - 20)
        return (
            quoted(a[min(start, a.count)...].prefix(longest), of: a),
            quoted(b[min(start, b.count)...].prefix(longest), of: b)
        )
    }

    private static func quoted(_ part: ArraySlice<Unicode.Scalar>, of whole: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        for scalar in part {
            text.append(scalar.properties.isWhitespace || scalar.properties.generalCategory == .control ? " " : scalar)
        }
        let isWord = part.count == whole.count && !whole.isEmpty && !text.contains(" ")
        if isWord { return String(text) }
        return (part.startIndex > 0 ? "..." : "") + "\"" + String(text) + "\""
            + (part.endIndex < whole.count ? "..." : "")
    }
}
