/// The line of a page that shows best what a search has found there.
struct QuotedLine: Sendable, Hashable {
    /// From 1.
    let number: Int
    /// The line itself; cut around the words when it is long.
    let text: String

    /// Marks of a found word in the index's words: characters that no page has.
    static let opening: UInt8 = 1
    static let closing: UInt8 = 2
    /// Characters of a line that are shown.
    static let length = 200

    /// Finds the line in `page`, the text of a page, by `marked`: its words in the index, with marks around those that
    /// were found (FTS5's highlight function).
    init(page: [UInt8], marked: [UInt8], query: SearchQuery) {
        let lines = PageLines(page)
        var found = MarkedWords(marked, query: query)
        found.locate(in: page)
        // The terms on each line that has any, and the first word there.
        var best: (line: Int, terms: Set<Int>, word: Range<Int>)?
        var current = best
        for word in found.words {
            let line = lines.index(at: word.source.lowerBound)
            if current?.line == line {
                current?.terms.insert(word.term)
            } else {
                current = (line, [word.term], word.source)
            }
            if let current, current.terms.count > best?.terms.count ?? 0 { best = current }
        }
        guard let best else {
            self.init(number: 1, text: Self.cut(lines.text(0, in: page), around: 0))
            return
        }
        let start = lines.start(best.line)
        let last = lines.index(at: max(best.word.lowerBound, best.word.upperBound - 1))
        var text = lines.text(best.line, in: page)
        if last > best.line { Self.join(&text, lines.text(best.line + 1, in: page)) }
        self.init(number: best.line + 1, text: Self.cut(text, around: best.word.lowerBound - start))
    }

    private init(number: Int, text: String) {
        self.number = number
        self.text = text
    }

    /// Adds the next line: a parted word becomes one, Chinese goes on without a blank.
    private static func join(_ text: inout String, _ next: String) {
        while text.utf8.last == 0x20 { text.removeLast() }
        let isEastAsian = (text.utf8.last ?? 0) >= 0x80 && (next.utf8.first ?? 0) >= 0xE1
        if text.utf8.last == 0x2D {
            text.removeLast()
        } else if !isEastAsian {
            text += " "
        }
        text += next
    }

    /// At most `length` characters of `text`, among them the one at byte `offset`; `…` where something is left out.
    private static func cut(_ text: String, around offset: Int) -> String {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count > length else { return text }
        var position = 0
        var bytes = 0
        while position < scalars.count, bytes < offset {
            bytes += UTF8.width(scalars[position])
            position += 1
        }
        let start = max(0, min(position - length / 3, scalars.count - length))
        let end = start + length
        var shown = String.UnicodeScalarView()
        if start > 0 { shown.append("…") }
        shown.append(contentsOf: scalars[start..<end])
        if end < scalars.count { shown.append("…") }
        return String(shown)
    }
}

/// Where the lines of a page begin and end.
private struct PageLines {
    private var starts: [Int] = [0]
    private let count: Int

    init(_ page: [UInt8]) {
        for (index, byte) in page.enumerated() where byte == 0x0A { starts.append(index + 1) }
        count = page.count
    }

    func start(_ line: Int) -> Int { line < starts.count ? starts[line] : count }

    /// The line in which the byte at `offset` stands.
    func index(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The line without blanks at its ends, but for those before it, which its offsets count; tabs are blanks.
    func text(_ line: Int, in page: [UInt8]) -> String {
        guard line < starts.count else { return "" }
        var end = line + 1 < starts.count ? starts[line + 1] - 1 : count
        while end > starts[line], page[end - 1] == 0x20 || page[end - 1] == 0x09 { end -= 1 }
        return String(decoding: page[starts[line]..<end].map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
    }
}
