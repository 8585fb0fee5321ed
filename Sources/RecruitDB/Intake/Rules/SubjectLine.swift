/// A subject without its reply and forward prefixes, and which ones those were.
struct SubjectLine: Sendable, Equatable {
    enum Prefix: Sendable, Equatable { case reply, forward }

    /// The prefixes, the outermost first.
    let prefixes: [Prefix]
    /// The rest, in NFKC without format characters.
    let text: String

    init(_ subject: String) {
        var rest = Array(NormalizedText.nfkc(subject).unicodeScalars)[...]
        var prefixes: [Prefix] = []
        while true {
            rest = rest.drop { $0.properties.isWhitespace }
            if let (prefix, after) = Self.prefix(of: rest) {
                prefixes.append(prefix)
                rest = after
            } else if let after = Self.afterTag(rest), Self.prefix(of: after) != nil {
                rest = after
            } else {
                break
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: rest)
        self.prefixes = prefixes
        self.text = String(text)
    }

    /// Written by forwarding: the last thing done to the mail was a forward.
    var isForward: Bool { prefixes.first == .forward }

    var isReply: Bool { prefixes.first == .reply }

    /// `Re:`, `RE[2]:`, `Fwd:`, `回复:` and their kin at the beginning, and what follows.
    private static func prefix(of text: ArraySlice<Unicode.Scalar>) -> (Prefix, ArraySlice<Unicode.Scalar>)? {
        let word = text.prefix { $0.isLetterOrMark }
        guard !word.isEmpty, word.count <= longest else { return nil }
        var folded = String.UnicodeScalarView()
        folded.append(contentsOf: word.lazy.map { ChineseScript.simplified($0) })
        guard let prefix = words[NormalizedText.folded(String(folded))] else { return nil }
        var rest = text.dropFirst(word.count)
        rest = rest.drop { counters.contains($0) || $0.isDecimalDigit || $0 == " " }
        guard rest.first == ":" else { return nil }
        return (prefix, rest.dropFirst())
    }

    /// What follows a tag such as `[External]` or `【外部邮件】`.
    private static func afterTag(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
        guard let first = text.first, let close = brackets[first],
            let end = text.prefix(40).firstIndex(of: close)
        else { return nil }
        return text[(end + 1)...].drop { $0.properties.isWhitespace }
    }

    private static let brackets: [Unicode.Scalar: Unicode.Scalar] = ["[": "]", "(": ")", "\u{3010}": "\u{3011}"]
    private static let counters: Set<Unicode.Scalar> = ["[", "]", "(", ")", "^", "*"]
    private static let longest = 8
    private static let words: [String: Prefix] = {
        let replies = "re aw antw antwort sv vs odp res rif ris 回复 答复 回信"
        let forwards = "fw fwd forward forwarded wg tr vb rv enc pd 转发 转寄 转"
        var words: [String: Prefix] = [:]
        for word in replies.split(separator: " ") { words[String(word)] = .reply }
        for word in forwards.split(separator: " ") { words[String(word)] = .forward }
        return words
    }()
}
