/// Writes text as a browser lays it out, without the layout.
struct HTMLWriter {
    private var out: [UInt8] = []
    /// Line ends owed before the next word.
    private var owed = 0
    private var owesSpace = false
    /// Above zero: inside `pre`, where white space counts.
    var preformatted = 0

    /// Adds text, its white space collapsed.
    mutating func text(_ bytes: Bytes) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if preformatted == 0, ASCII.isSpace(bytes[index]) {
                owesSpace = true
                index += 1
                continue
            }
            var end = index + 1
            while end < bytes.endIndex, preformatted > 0 || !ASCII.isSpace(bytes[end]) { end += 1 }
            appendWord(bytes[index..<end])
            index = end
        }
    }

    /// Adds one character; a no-break space is a space.
    mutating func scalar(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value), value != 0 else { return }
        if value == 0xA0 {
            payDebts()
            out.append(ASCII.space)
        } else if value == 13 || value == 10 || value == 9 || value == 32 {
            owesSpace = true
        } else if value != 0xAD {
            appendWord(Array(String(Character(scalar)).utf8)[...])
        }
    }

    /// Owes at least so many line ends before the next word.
    mutating func breakLines(_ count: Int) {
        owed = max(owed, count)
        owesSpace = false
    }

    /// A line ends here whatever follows; a second one in a row leaves an empty line.
    mutating func lineBreak() {
        owed = min(owed + 1, 2)
        owesSpace = false
    }

    /// Begins a cell of a table's row: a blank between cells.
    mutating func cell() {
        if owed == 0, !out.isEmpty { owesSpace = true }
    }

    /// Adds what stands before an item of a list.
    mutating func prefix(_ text: String) {
        payDebts()
        out += Array(text.utf8)
    }

    /// The text without white space at its ends and at the ends of its lines.
    mutating func finished() -> [UInt8] {
        trimLine()
        var start = 0
        while start < out.count, out[start] == ASCII.lf { start += 1 }
        // No-break spaces that were written as characters.
        return Self.replacingNoBreakSpaces(out[start...])
    }

    private static func replacingNoBreakSpaces(_ text: Bytes) -> [UInt8] {
        var out: [UInt8] = []
        var start = text.startIndex
        while let hit = text.firstIndex(of: [0xC2, 0xA0], from: start) {
            out += text[start..<hit]
            out.append(ASCII.space)
            start = hit + 2
        }
        return out + text[start...]
    }

    private mutating func appendWord(_ word: Bytes) {
        payDebts()
        out += word
    }

    private mutating func payDebts() {
        if owed > 0 {
            trimLine()
            if !out.isEmpty { out += [UInt8](repeating: ASCII.lf, count: owed) }
        } else if owesSpace, let last = out.last, last != ASCII.lf, last != ASCII.space {
            out.append(ASCII.space)
        }
        owed = 0
        owesSpace = false
    }

    private mutating func trimLine() {
        while let last = out.last, ASCII.isSpace(last) { out.removeLast() }
    }
}
