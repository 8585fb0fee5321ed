/// Whether `visiting` speaks of a person who comes, not of coming by ("visiting your lab").
enum VisitingWord {
    /// A person follows: scholar, researcher, fellow, scientist or student, words of rank between them or not.
    static func isFollowed(from start: Int, in text: SubjectScalars) -> Bool {
        var rest = String.UnicodeScalarView()
        rest.append(contentsOf: text.original[start...].prefix(60))
        for token in WordTokens(String(rest)).tokens.prefix(8) {
            if token.kind == .mark || token.text == "." { continue }
            if persons.contains(token.text) { return true }
            guard ranks.contains(token.text) else { return false }
        }
        return false
    }

    private static let persons: Set<String> = .words(
        """
        scholar scholars researcher researchers fellow fellows scientist scientists student students
        """)
    private static let ranks: Set<String> = .words(
        """
        research phd ph d doctoral predoctoral postdoc postdoctoral post graduate postgraduate undergraduate master
        masters master's msc mphil academic junior senior summer international overseas
        """)
}
