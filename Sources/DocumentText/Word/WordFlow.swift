/// Text as it grows: paragraphs are lines, cells are divided by tabs, rows are lines, pages by form feeds.
struct WordFlow {
    /// A table row that is being read.
    private struct Row {
        /// Whether a cell has begun.
        var hasCell = false
        /// Where the text of its last cell begins.
        var start = 0
        /// Whether its last cell has more than one line: then a line break divides it from the next cell, so that a
        /// page laid out by a table keeps its lines.
        var isTall = false
    }

    /// The text of the body or of one text box.
    private struct Text {
        var bytes: [UInt8] = []
        var rows: [Row] = []
        /// Text boxes anchored in the paragraph that is being read; they come after it, so as not to cut its line.
        var boxes: [UInt8] = []
        var breaksPageAfterParagraph = false

        var isAtLineStart: Bool { bytes.last.map { $0 == 0x0A || $0 == 0x0C } ?? true }
        mutating func breakLine() { if !isAtLineStart { bytes.append(0x0A) } }
    }

    private var text = Text()
    private var outer: [Text] = []
    private var hasInkOnPage = false

    /// How many bytes that are no white space have been read.
    private(set) var ink = 0

    /// Whether the paragraph being read ends a section that the next one follows on a new page.
    var breaksPageAfterParagraph: Bool {
        get { text.breaksPageAfterParagraph }
        set { text.breaksPageAfterParagraph = newValue }
    }

    /// Appends text of one run, in which line ends are spaces.
    mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
        for byte in run {
            if byte > 0x20 { ink &+= 1 }
            text.bytes.append(byte < 0x20 ? 0x20 : byte)
        }
        if ink > 0 { hasInkOnPage = hasInkOnPage || run.contains { $0 > 0x20 } }
    }

    /// Appends a tab or a line feed.
    mutating func append(_ separator: UInt8) {
        text.bytes.append(separator)
        if separator == 0x0A, let row = text.rows.indices.last { text.rows[row].isTall = true }
    }

    /// Begins a new page, unless the last one is still blank: Word notes a forced break a second time.
    mutating func breakPage() {
        guard outer.isEmpty, hasInkOnPage else { return }
        hasInkOnPage = false
        text.bytes.append(0x0C)
    }

    mutating func beginParagraph() {
        guard let row = text.rows.indices.last, text.bytes.count > text.rows[row].start else { return }
        text.breakLine()
        text.rows[row].isTall = true
    }

    mutating func endParagraph() {
        if text.rows.isEmpty { text.bytes.append(0x0A) }
        if !text.boxes.isEmpty {
            text.breakLine()
            text.bytes += text.boxes
            text.boxes = []
            if let row = text.rows.indices.last { text.rows[row].isTall = true }
        }
        if text.breaksPageAfterParagraph {
            text.breaksPageAfterParagraph = false
            breakPage()
        }
    }

    mutating func beginTable() {
        guard let row = text.rows.indices.last, text.bytes.count > text.rows[row].start else { return }
        text.breakLine()
    }

    mutating func endTable() {
        if let row = text.rows.indices.last { text.rows[row].isTall = true }
    }

    mutating func beginRow() {
        text.rows.append(Row(start: text.bytes.count))
    }

    mutating func beginCell() {
        guard let row = text.rows.indices.last else { return }
        if text.rows[row].hasCell {
            if text.rows[row].isTall { text.breakLine() } else { text.bytes.append(0x09) }
        }
        text.rows[row] = Row(hasCell: true, start: text.bytes.count)
    }

    mutating func endRow() {
        guard text.rows.popLast() != nil else { return }
        while text.bytes.last == 0x09 { text.bytes.removeLast() }
        text.breakLine()
    }

    mutating func beginBox() {
        outer.append(text)
        text = Text()
    }

    mutating func endBox() {
        guard var around = outer.popLast() else { return }
        around.boxes += text.bytes + text.boxes
        text = around
    }

    /// Returns the whole text.
    mutating func finish() -> [UInt8] {
        while !outer.isEmpty { endBox() }
        return text.bytes + text.boxes
    }
}
