/// What a sender wrote, without what they quoted.
enum OwnText {
    /// The text up to a quoted header block or an attribution, without lines that begin with `>`.
    ///
    /// - Parameters:
    ///   - text: the body.
    ///   - isLetter: a header block in it is the head of the sender's own letter.
    /// - Returns: the sender's lines.
    static func of(_ text: String, isLetter: Bool = false) -> String {
        let lines = (isLetter ? text : QuotedMessage.before(in: text)).unicodeScalars
            .split(separator: "\n", omittingEmptySubsequences: false).map { Substring($0) }
        var own: [Substring] = []
        for (index, line) in lines.enumerated() {
            if ForwardMark.isMark(line) || line == "-- " { break }
            if isQuote(line) { continue }
            if isAttribution(index, lines) {
                guard let next = lines[(index + 1)...].first(where: { !isBlank($0) }), isQuote(next) else { break }
                continue
            }
            own.append(line)
        }
        return own.joined(separator: "\n")
    }

    private static func isQuote(_ line: Substring) -> Bool {
        line.unicodeScalars.first { !$0.properties.isWhitespace } == ">"
    }

    private static func isBlank(_ line: Substring) -> Bool {
        line.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    /// `On Monday, Ada Byron wrote:`, on one line or the last of two; `在 ... 写道：`.
    private static func isAttribution(_ index: Int, _ lines: [Substring]) -> Bool {
        guard lines[index].utf8.count < 300, let last = lines[index].utf8.last(where: { $0 != 0x20 && $0 != 0x0D }),
            last == 0x3A || last == 0x9A
        else { return false }
        let words = WordTokens(String(lines[index]), limit: 300)
        guard attributions.matches(words) else { return false }
        let before = index > 0 ? WordTokens(String(lines[index - 1]), limit: 300).tokens.first?.text : nil
        let first = words.tokens.first?.text
        return first == "on" || before == "on" || words.tokens.contains { $0.text == "写" || $0.text == "@" }
    }

    private static let attributions: PhraseList = "wrote, 写道, schrieb, a écrit"
}
