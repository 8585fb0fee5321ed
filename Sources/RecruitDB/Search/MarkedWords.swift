/// The words that a search has found on a page, and where they stand in its text.
struct MarkedWords {
    /// One found word or phrase.
    struct Word {
        /// Which of the query's terms it is; one number for all that cannot be told.
        let term: Int
        /// Where it stands among the index's words.
        let place: Range<Int>
        /// Where it stands in the page's text.
        var source: Range<Int>
    }

    private(set) var words: [Word] = []

    /// Reads `marked`, the index's words of a page with marks around those that were found.
    init(_ marked: [UInt8], query: SearchQuery) {
        let terms = query.terms.map { (letters: Self.letters($0.words), $0.isPrefix) }
        var offset = 0
        var start: (offset: Int, index: Int)?
        for (index, byte) in marked.enumerated() {
            if byte == QuotedLine.opening {
                start = (offset, index + 1)
            } else if byte == QuotedLine.closing {
                guard let opened = start, opened.offset < offset else { continue }
                let text = String(decoding: marked[opened.index..<index], as: UTF8.self)
                let term = terms.count == 1 ? 0 : Self.term(text, terms)
                words.append(Word(term: term, place: opened.offset..<offset, source: 0..<0))
                start = nil
            } else {
                offset += 1
            }
        }
    }

    /// Finds where the words stand in `page`, the text that the index's words were made of.
    mutating func locate(in page: [UInt8]) {
        // Places ascend and do not overlap, so that one pass over the pieces meets them all.
        var next = 0
        var offset = 0
        var lastSource = 0
        page.withUnsafeBufferPointer { bytes in
            IndexedText.forEachPiece(of: bytes) { piece in
                let range: Range<Int>
                let length: Int
                switch piece {
                case .source(let source): (range, length) = (source, source.count)
                default: (range, length) = (lastSource..<lastSource, piece.insertedBytes.count)
                }
                while next < words.count, words[next].place.lowerBound < offset + length {
                    let place = words[next].place
                    let begins = place.lowerBound >= offset
                    let lower =
                        begins
                        ? min(range.upperBound, range.lowerBound + place.lowerBound - offset)
                        : words[next].source.lowerBound
                    let upper = min(range.upperBound, range.lowerBound + min(place.upperBound - offset, length))
                    words[next].source = lower..<max(lower, upper)
                    if place.upperBound > offset + length { break }
                    next += 1
                }
                lastSource = range.upperBound
                offset += length
                return next < words.count
            }
        }
    }

    private static func term(_ text: String, _ terms: [(letters: String, isPrefix: Bool)]) -> Int {
        let letters = letters(text)
        return terms.firstIndex { $0.isPrefix ? letters.hasPrefix($0.letters) : letters == $0.letters } ?? terms.count
    }

    /// The text folded, without accents, and without what parts its words: a blank, a line end or a hyphen.
    private static func letters(_ text: String) -> String {
        let folded = NormalizedText.folded(text, strippingMarks: true)
        return String(
            decoding: folded.utf8.filter { $0 >= 0x80 || 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }, as: UTF8.self)
    }
}
