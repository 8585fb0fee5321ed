/// A name as mail shows it, compared as people would.
struct PersonName: Sendable {
    private let words: [String]

    /// Titles, points, what stands in brackets and the order of the words do not count.
    init(_ name: String) {
        var depth = 0
        var words: [String] = []
        var hasHan = false
        for token in WordTokens(name, limit: 300).tokens {
            switch token.text {
            case "(", "[", "\u{3010}": depth += 1
            case ")", "]", "\u{3011}": depth = max(0, depth - 1)
            default:
                guard depth == 0, token.kind == .word || token.kind == .han || token.kind == .number else { continue }
                if token.kind == .han, hasHan, token.isGlued, let last = words.popLast() {
                    words.append(last + token.text)
                } else if !Self.titles.contains(token.text) {
                    words.append(token.text)
                }
                hasHan = token.kind == .han
                continue
            }
            hasHan = false
        }
        let long = words.filter { $0.unicodeScalars.count > 1 }
        self.words = long.count >= 2 ? long : words
    }

    var isEmpty: Bool { words.isEmpty }

    /// Whether both are one name, in one script at least, as "Byron, Ada" and "Ada K Byron" are, or "LiWei" and "Li Wei".
    func isSame(as other: PersonName) -> Bool {
        if words.sorted() == other.words.sorted() || words.joined() == other.words.joined() { return true }
        let (latin, otherLatin) = (words.filter { !$0.isHan }, other.words.filter { !$0.isHan })
        if latin.count >= 2, latin.sorted() == otherLatin.sorted() { return true }
        let (han, otherHan) = (words.filter(\.isHan), other.words.filter(\.isHan))
        return han.joined().unicodeScalars.count >= 2 && han.sorted() == otherHan.sorted()
    }

    /// Whether a person known under these names is shown under another one here.
    static func isAnother(_ shown: String?, than names: [String]) -> Bool {
        guard let shown, !shown.utf8.contains(0x40) else { return false }
        let name = PersonName(shown)
        let known = names.map(PersonName.init).filter { !$0.isEmpty }
        return !name.isEmpty && !known.isEmpty && !known.contains { $0.isSame(as: name) }
    }

    /// Words beside a name that are none of it.
    static let titles: Set<String> = .words(
        """
        dr mr ms mrs miss prof professor phd msc bsc md jr sir mx eng
        """)
}

extension String {
    fileprivate var isHan: Bool { unicodeScalars.first?.isHan ?? false }
}
