/// What a person types into a search, as a question to the full-text index.
///
/// Words stand for themselves, in any case and with or without accents; all of them must stand on one page of a paper.
/// Words in quotation marks stand one after the other; a word that ends in `*` is the beginning of a word. Everything
/// else, signs and words like AND, is text: no one types a mistake here.
struct SearchQuery: Sendable, Hashable {
    /// One thing that must stand on the page.
    struct Term: Sendable, Hashable {
        /// Words as the index has them, parted by spaces.
        let words: String
        /// Whether the last word may go on.
        let isPrefix: Bool
    }

    /// What must stand on the page, in the order typed, each once.
    let terms: [Term]

    /// Terms beyond this are a mistake: somebody's paste of a whole text.
    private static let limit = 100

    /// Reads what was typed.
    ///
    /// - Throws: `RecruitmentError` of kind `usage` when there is nothing to look for.
    init(_ typed: String) throws(RecruitmentError) {
        var terms: [Term] = []
        for part in Self.parts(NormalizedText.nfkc(typed)) {
            guard let term = Self.term(part), !terms.contains(term) else { continue }
            terms.append(term)
            if terms.count > Self.limit {
                throw RecruitmentError(.usage, "the search has over \(Self.limit) words; give fewer")
            }
        }
        if terms.isEmpty {
            throw RecruitmentError(
                .usage,
                Self.isBlank(typed)
                    ? "nothing to search for; give a word that stands in the papers: search PyTorch"
                    : "the search has no letter and no digit; give a word that stands in the papers: search PyTorch")
        }
        self.terms = terms
    }

    /// The question in the language of FTS5 (https://www.sqlite.org/fts5.html#full_text_query_syntax).
    ///
    /// Every term is a string of that language, so that nothing in it is syntax.
    var match: String {
        terms.map { "\"\($0.words)\"\($0.isPrefix ? " *" : "")" }.joined(separator: " AND ")
    }

    private static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }

    /// Words and what stands in quotation marks; a mark that is never closed is left out.
    private static func parts(_ text: String) -> [[Unicode.Scalar]] {
        let scalars = Array(text.unicodeScalars)
        var parts: [[Unicode.Scalar]] = []
        var word: [Unicode.Scalar] = []
        // Marks beyond the last closing one are not looked for again, so that a line of opening marks costs no more.
        let lastMark = scalars.lastIndex(where: isClosingMark) ?? -1
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if isOpeningMark(scalar) {
                parts.append(word)
                word = []
                if index < lastMark, let end = scalars[(index + 1)...].firstIndex(where: isClosingMark) {
                    parts.append(Array(scalars[(index + 1)..<end]))
                    index = end
                }
            } else if isClosingMark(scalar) || scalar.properties.isWhitespace {
                parts.append(word)
                word = []
            } else {
                word.append(scalar)
            }
            index += 1
        }
        parts.append(word)
        return parts
    }

    private static func isOpeningMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "\u{201C}", "\u{201E}", "\u{00AB}", "\u{300C}", "\u{300E}": true
        default: false
        }
    }

    private static func isClosingMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "\u{201D}", "\u{201C}", "\u{00BB}", "\u{300D}", "\u{300F}": true
        default: false
        }
    }

    /// The term that a part stands for; nil where it has no letter and no digit.
    private static func term(_ part: [Unicode.Scalar]) -> Term? {
        let hasStar = part.last == "*"
        var text = String.UnicodeScalarView()
        for scalar in part {
            text.append(scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\"" ? " " : scalar)
        }
        // What is no letter at either end is not looked for, but the signs of C++ and C# are.
        let end = text.lastIndex { isLetterOrDigit($0) || $0 == "+" || $0 == "#" }
        guard let start = text.firstIndex(where: isLetterOrDigit), let end, start <= end else { return nil }
        var trimmed = String(text[start...end])
        let words = trimmed.withUTF8 { bytes in
            let endsInRun = endsInOneCharacterRun(bytes)
            return (IndexedText.words(of: bytes, keepingLastCharacter: false), endsInRun)
        }
        let tokens = String(decoding: words.0, as: UTF8.self).split(separator: " ").joined(separator: " ")
        return Term(words: tokens, isPrefix: words.1 || hasStar)
    }

    /// Whether the text ends in a single character of Chinese, whose pairs all begin with it.
    private static func endsInOneCharacterRun(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        func length(endingAt end: Int) -> Int {
            for length in [3, 4] where end >= length {
                if EastAsianText.characterLength(bytes, at: end - length) == length { return length }
            }
            return 0
        }
        let last = length(endingAt: bytes.count)
        return last > 0 && length(endingAt: bytes.count - last) == 0
    }

    /// What unicode61 takes for a part of a word: a letter, a number, or a character of one's own.
    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return 0x61...0x7A ~= scalar.value | 0x20 || 0x30...0x39 ~= scalar.value
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            return true
        default: return false
        }
    }
}
