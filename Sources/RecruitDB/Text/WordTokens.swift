import CUTF8Proc

/// A text as a reader's words: folded, without accents, traditional characters simplified.
///
/// Latin words and numbers are whole; each Han character stands alone, since Chinese writes no spaces.
struct WordTokens: Sendable {
    enum Kind: Sendable { case word, number, han, mark, end }

    struct Token: Sendable {
        let kind: Kind
        let text: String
        /// Nothing stands between this token and the one before.
        let isGlued: Bool
    }

    private(set) var tokens: [Token] = []

    /// Reads at most `limit` scalars: what is said later than that does not decide.
    init(_ text: String, limit: Int = 50_000) {
        var reader = WordTokenReader(NormalizedText.folded(text, strippingMarks: true), limit: limit)
        tokens = reader.tokens()
    }

    init(tokens: [Token]) {
        self.tokens = tokens
    }

    var isEmpty: Bool { tokens.isEmpty }

    /// The sentences, each with the mark that ends it (`.`, `?`, `!` or a blank line).
    func sentences() -> [WordTokens] {
        var sentences: [WordTokens] = []
        var current: [Token] = []
        for token in tokens {
            current.append(token)
            if token.kind == .end {
                sentences.append(WordTokens(tokens: current))
                current = []
            }
        }
        if !current.isEmpty { sentences.append(WordTokens(tokens: current)) }
        return sentences
    }
}

/// Cuts folded text into tokens.
private struct WordTokenReader {
    let scalars: [Unicode.Scalar]
    var index = 0

    init(_ text: String, limit: Int) {
        scalars = Array(text.unicodeScalars.prefix(limit))
    }

    mutating func tokens() -> [WordTokens.Token] {
        var tokens: [WordTokens.Token] = []
        var isGlued = false
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar.properties.isWhitespace {
                if let end = blankLine() { tokens.append(end) }
                isGlued = false
                continue
            }
            tokens.append(token(from: scalar, isGlued: isGlued))
            isGlued = true
        }
        return tokens
    }

    /// Steps over white space; a blank line ends a sentence.
    private mutating func blankLine() -> WordTokens.Token? {
        var lines = 0
        while index < scalars.count, scalars[index].properties.isWhitespace {
            if scalars[index] == "\n" { lines += 1 }
            index += 1
        }
        return lines > 1 ? WordTokens.Token(kind: .end, text: "\n", isGlued: false) : nil
    }

    private mutating func token(from scalar: Unicode.Scalar, isGlued: Bool) -> WordTokens.Token {
        let start = index
        let kind: WordTokens.Kind
        index += 1
        if scalar.isHan {
            let simplified = ChineseScript.simplified(scalar)
            return WordTokens.Token(kind: .han, text: String(simplified), isGlued: isGlued)
        } else if scalar.isDecimalDigit {
            kind = .number
            while index < scalars.count, scalars[index].isDecimalDigit { index += 1 }
        } else if scalar.isLetterOrMark {
            kind = .word
            while index < scalars.count, continuesWord(at: index) { index += 1 }
        } else {
            kind = isEnd(scalar) ? .end : .mark
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<index].lazy.map { $0 == "\u{2019}" ? "'" : $0 })
        return WordTokens.Token(kind: kind, text: String(text), isGlued: isGlued)
    }

    private func continuesWord(at index: Int) -> Bool {
        let scalar = scalars[index]
        if scalar == "'" || scalar == "\u{2019}" {
            return index + 1 < scalars.count && scalars[index + 1].isLetterOrMark && !scalars[index + 1].isHan
        }
        return scalar.isLetterOrMark && !scalar.isHan
    }

    /// A point inside `e.g.` or `3.5` ends nothing.
    private func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "?", "!", "\u{3002}", ";": true
        case ".": index >= scalars.count || scalars[index].properties.isWhitespace
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// A Chinese character (also of Japanese text).
    var isHan: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3005, 0x3007: true
        default: false
        }
    }

    /// A character of a script that is written without spaces, or in syllables beside Latin words.
    var isEastAsian: Bool {
        isHan || (value >= 0x3040 && value <= 0x30FF) || (value >= 0xAC00 && value <= 0xD7AF)
    }

    /// 0 to 9, in ASCII (NFKC has made the others of them).
    var isDecimalDigit: Bool { value >= 0x30 && value <= 0x39 }

    /// A letter or a mark upon one, of any script.
    var isLetterOrMark: Bool {
        if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
        let category = utf8proc_category(utf8proc_int32_t(bitPattern: value))
        return category.rawValue >= UTF8PROC_CATEGORY_LU.rawValue && category.rawValue <= UTF8PROC_CATEGORY_ME.rawValue
    }
}
