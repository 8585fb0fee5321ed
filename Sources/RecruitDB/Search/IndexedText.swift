/// The words of a text as the full-text index takes them (FTS5, unicode61).
///
/// unicode61 takes a run of Chinese as one word. So each run is written as overlapping pairs and its last character:
/// `机器学习` is `机器 器学 学习 习`, and a word of two characters is one token, a longer one a phrase, a single character
/// the beginning of a token. A run goes on over the end of a line, as a Chinese paragraph does. A Latin word that is
/// parted by a hyphen at the end of a line is written whole, and then its parts. `C++` and `C#` are written as words too.
enum IndexedText {
    /// What is written of a text: a part of it, or something between parts.
    enum Piece {
        /// These bytes of the text.
        case source(Range<Int>)
        /// A space that the text lacks.
        case space
        /// What stands for `++` and `#`, and a space.
        case plusPlus, sharp

        /// What is written where it is no part of the text.
        var insertedBytes: [UInt8] {
            switch self {
            case .source: []
            case .space: [0x20]
            case .plusPlus: Array("plusplus ".utf8)
            case .sharp: Array("sharp ".utf8)
            }
        }
    }

    /// The words of `text`, which is NFKC.
    static func words(of text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            // What is ASCII throughout and has none of the characters that are treated is taken as it is.
            if !bytes.contains(where: { $0 >= 0xE1 || $0 == 0x2D || $0 == 0x2B || $0 == 0x23 }) {
                return String(decoding: bytes, as: UTF8.self)
            }
            return String(decoding: words(of: bytes), as: UTF8.self)
        }
    }

    /// The same, as UTF-8.
    static func words(of bytes: UnsafeBufferPointer<UInt8>, keepingLastCharacter: Bool = true) -> [UInt8] {
        var words: [UInt8] = []
        words.reserveCapacity(bytes.count &+ bytes.count / 2)
        forEachPiece(of: bytes, keepingLastCharacter: keepingLastCharacter) { piece in
            switch piece {
            case .source(let range): words.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
            case .space: words.append(0x20)
            case .plusPlus, .sharp: words.append(contentsOf: piece.insertedBytes)
            }
            return true
        }
        return words
    }

    /// Calls `body` with the pieces of the words of `bytes`, in order, until it returns false.
    ///
    /// Without `keepingLastCharacter` the text's last run ends in its last pair, as a question does: what is asked for
    /// may go on.
    static func forEachPiece(
        of bytes: UnsafeBufferPointer<UInt8>, keepingLastCharacter: Bool = true, _ body: (Piece) -> Bool
    ) {
        var pending = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0xE1 {
                let length = EastAsianText.characterLength(bytes, at: index)
                if length > 0 {
                    if pending < index, !body(.source(pending..<index)) { return }
                    let end = run(bytes, from: index, keepingLastCharacter, body)
                    if end < 0 { return }
                    index = end
                    pending = end
                    continue
                }
            } else if byte == 0x2D {
                let (middle, end) = partedWord(bytes, hyphen: index)
                if end > 0 {
                    let start = wordStart(bytes, before: index, notBefore: pending)
                    let goesOn =
                        body(.source(pending..<index)) && body(.source(middle..<end)) && body(.space)
                        && body(.source(start..<end))
                    if !goesOn { return }
                    index = end
                    pending = end
                    continue
                }
            } else if byte == 0x2B || byte == 0x23 {
                let length = byte == 0x23 ? 1 : index + 1 < bytes.count && bytes[index + 1] == 0x2B ? 2 : 0
                let start = length > 0 ? wordStart(bytes, before: index, notBefore: pending) : index
                if start < index, index - start <= 4 {
                    let goesOn =
                        body(.source(pending..<index)) && body(byte == 0x23 ? .sharp : .plusPlus)
                        && body(.source(start..<index)) && body(.space)
                    if !goesOn { return }
                    index += length
                    pending = index
                    continue
                }
            }
            index &+= 1
        }
        if pending < bytes.count { _ = body(.source(pending..<bytes.count)) }
    }

    /// Writes the run that begins at `start`; returns where it ends, or -1 when `body` has enough.
    private static func run(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ keepingLastCharacter: Bool, _ body: (Piece) -> Bool
    ) -> Int {
        var left = start..<(start + EastAsianText.characterLength(bytes, at: start))
        guard body(.space) else { return -1 }
        var pairs = 0
        while true {
            let next = lineContinuation(bytes, from: left.upperBound)
            let length = next < bytes.count ? EastAsianText.characterLength(bytes, at: next) : 0
            guard length > 0 else { break }
            let right = next..<(next + length)
            let isWritten =
                right.lowerBound == left.upperBound
                ? body(.source(left.lowerBound..<right.upperBound)) : body(.source(left)) && body(.source(right))
            guard isWritten, body(.space) else { return -1 }
            pairs &+= 1
            left = right
        }
        if keepingLastCharacter || pairs == 0 || left.upperBound < bytes.count {
            guard body(.source(left)), left.upperBound == bytes.count || body(.space) else { return -1 }
        }
        return left.upperBound
    }

    /// Where the text goes on at `index`: over the end of one line and the blanks around it.
    @inline(__always)
    private static func lineContinuation(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
        guard index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x20 else { return index }
        var next = index
        var lines = 0
        while next < bytes.count, next - index < 8 {
            if bytes[next] == 0x0A { lines += 1 } else if bytes[next] != 0x20 { break }
            next += 1
        }
        return lines == 1 ? next : index
    }

    /// For the hyphen of a word that goes on in the next line: where its second part begins and ends; else zeros.
    private static func partedWord(_ bytes: UnsafeBufferPointer<UInt8>, hyphen: Int) -> (middle: Int, end: Int) {
        guard hyphen > 0, isLatin(bytes[hyphen - 1]) else { return (0, 0) }
        let middle = lineContinuation(bytes, from: hyphen + 1)
        guard middle > hyphen + 1, middle < bytes.count, 0x61...0x7A ~= bytes[middle] else { return (0, 0) }
        var end = middle
        while end < bytes.count, isLatin(bytes[end]), end - middle < 64 { end += 1 }
        return (middle, end)
    }

    private static func wordStart(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int, notBefore limit: Int) -> Int {
        var start = index
        while start > limit, isLatin(bytes[start - 1]), index - start < 64 { start -= 1 }
        return start
    }

    /// A letter or digit of ASCII, or a part of a letter in two bytes: Latin with accents, Greek, Cyrillic.
    @inline(__always)
    private static func isLatin(_ byte: UInt8) -> Bool {
        0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte || 0x80..<0xE0 ~= byte
    }
}
