/// A turn of speech that a rule looks for, written as words.
///
/// `i ~5 apply|applying` is "I", at most five words that deny nothing, then one of two words. Marks between words
/// do not matter, the end of a sentence does. Chinese is written plainly and compared character by character.
struct Phrase: Sendable {
    private enum Part: Sendable {
        case words([[String]])
        case gap(Int)
    }

    private let parts: [Part]

    init(_ text: String) {
        parts = text.split(separator: " ").map { part in
            if part.first == "~" { return .gap(Int(part.dropFirst()) ?? 0) }
            return .words(part.split(separator: "|").map { WordTokens(String($0)).tokens.map(\.text) })
        }
    }

    /// The words that a match can begin with.
    var beginnings: [String] {
        guard case .words(let choices)? = parts.first else { return [] }
        return choices.compactMap(\.first)
    }

    /// Where a match that begins at this token ends.
    func end(from start: Int, in tokens: [WordTokens.Token]) -> Int? {
        end(of: parts[...], from: start, in: tokens)
    }

    private func end(of parts: ArraySlice<Part>, from start: Int, in tokens: [WordTokens.Token]) -> Int? {
        guard let part = parts.first else { return start }
        switch part {
        case .words(let choices):
            for choice in choices {
                guard let after = Self.end(of: choice, from: start, in: tokens) else { continue }
                if let end = end(of: parts.dropFirst(), from: after, in: tokens) { return end }
            }
            return nil
        case .gap(let longest):
            var index = start
            for _ in 0...longest {
                if let end = end(of: parts.dropFirst(), from: index, in: tokens) { return end }
                guard let word = Self.word(from: index, in: tokens), !Self.denials.contains(tokens[word].text) else {
                    return nil
                }
                index = word + 1
            }
            return nil
        }
    }

    private static func end(of words: [String], from start: Int, in tokens: [WordTokens.Token]) -> Int? {
        var index = start
        for word in words {
            guard let place = Self.word(from: index, in: tokens), tokens[place].text == word else { return nil }
            index = place + 1
        }
        return index
    }

    /// The next word of the same sentence.
    private static func word(from start: Int, in tokens: [WordTokens.Token]) -> Int? {
        var index = start
        while index < tokens.count, tokens[index].kind == .mark { index += 1 }
        return index < tokens.count && tokens[index].kind != .end ? index : nil
    }

    private static let denials: Set<String> = .words(
        """
        not never no cannot don't didn't can't won't wouldn't haven't if whether 不 没 未
        """)
}

/// Phrases that mean the same to a rule.
struct PhraseList: Sendable, ExpressibleByStringLiteral {
    private let byBeginning: [String: [Phrase]]

    /// Reads phrases that stand apart by commas or on lines of their own.
    init(stringLiteral text: String) {
        let phrases = text.split { $0 == "," || $0 == "\n" }.map { Phrase(String($0)) }
        var byBeginning: [String: [Phrase]] = [:]
        for phrase in phrases {
            for beginning in Set(phrase.beginnings) { byBeginning[beginning, default: []].append(phrase) }
        }
        self.byBeginning = byBeginning
    }

    /// The first of the phrases in the text, as the text has it, with the tokens that it covers.
    func firstMatch(in text: WordTokens) -> (words: String, range: Range<Int>)? {
        match(in: text, from: 0).map { (text.words(in: $0), $0) }
    }

    /// The first match that begins at or after a token, the longest of those that begin there.
    func match(in text: WordTokens, from start: Int) -> Range<Int>? {
        for index in text.tokens.indices.dropFirst(start) {
            guard let phrases = byBeginning[text.tokens[index].text] else { continue }
            let end = phrases.compactMap { $0.end(from: index, in: text.tokens) }.max() ?? index
            if end > index { return index..<end }
        }
        return nil
    }

    func matches(_ text: WordTokens) -> Bool {
        firstMatch(in: text) != nil
    }
}

extension WordTokens {
    /// The words of a place, for a reason that people read.
    func words(in range: Range<Int>) -> String {
        var words = ""
        for index in range {
            let token = tokens[index]
            let joinsHan = token.kind == .han && index > range.lowerBound && tokens[index - 1].kind == .han
            if !words.isEmpty, !token.isGlued, !joinsHan { words += " " }
            words += token.text
        }
        return words
    }
}

extension Set<String> {
    /// The words of a list that people read.
    static func words(_ list: String) -> Set<String> {
        Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
