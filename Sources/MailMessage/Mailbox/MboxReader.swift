/// Reads the messages of an mbox one by one (RFC 4155); memory holds one message and a piece of the file.
struct MboxReader {
    /// A message as it lies in the file, its From line first.
    struct Piece {
        var bytes: Bytes
        /// Where the From line begins in the file.
        var offset: Int
    }

    private let file: MailFile
    private var window: [UInt8]
    private var chunk: [UInt8] = []
    /// Where the window begins in the file.
    private var base = 0
    private var start = 0
    private var scan = 0
    private var isAtEnd = false

    private static let chunkSize = 1 << 20
    private static let separator = Array("\nFrom ".utf8)

    /// Reads a file from where it stands; `head` are bytes read from it already.
    init(_ file: MailFile, head: [UInt8] = []) {
        self.file = file
        window = head
    }

    /// The next message; nil at the end.
    mutating func next() throws(MailboxError) -> Piece? {
        while let piece = try nextPiece() {
            // Blank lines before the first From line.
            if piece.offset > 0 || !piece.bytes.trimmed.isEmpty { return piece }
        }
        return nil
    }

    private mutating func nextPiece() throws(MailboxError) -> Piece? {
        while true {
            guard let hit = window[start...].firstIndex(of: Self.separator, from: max(scan, start)) else {
                scan = max(start, window.count - Self.separator.count)
                if try fill() { continue }
                guard start < window.count else { return nil }
                let piece = Piece(bytes: window[start...], offset: base + start)
                start = window.count
                return piece
            }
            let line = hit + 1
            let end = window[line...].firstIndex(of: ASCII.lf, from: line)
            if end == nil, !isAtEnd, window.count - line <= FromLine.longest {
                // Reading on moves the window.
                scan = hit
                _ = try fill()
                continue
            }
            guard isAfterBlankLine(hit), FromLine(window[line..<(end ?? window.count)]) != nil else {
                scan = hit + 1
                continue
            }
            let piece = Piece(bytes: window[start..<line], offset: base + start)
            start = line
            scan = line
            return piece
        }
    }

    /// Whether the line that the line feed at `hit` ends is empty.
    private func isAfterBlankLine(_ hit: Int) -> Bool {
        guard hit > start else { return base + hit == 0 }
        if window[hit - 1] == ASCII.lf { return true }
        return window[hit - 1] == ASCII.cr && hit - 1 > start && window[hit - 2] == ASCII.lf
    }

    /// Reads on; what was handed out leaves the window.
    private mutating func fill() throws(MailboxError) -> Bool {
        guard !isAtEnd else { return false }
        if start > 0 {
            window.removeSubrange(..<start)
            base += start
            scan -= start
            start = 0
        }
        if try !file.read(Self.chunkSize, into: &window, chunk: &chunk) { isAtEnd = true }
        return !isAtEnd
    }
}

extension RawMessage {
    /// The message in a piece of an mbox: without its From line and the empty line after it, quoting undone.
    init(mbox piece: MboxReader.Piece, source: String) {
        var bytes = piece.bytes
        var date: Int64?
        let lineEnd = bytes.lineEnd(from: bytes.startIndex)
        if let line = FromLine(bytes.line(from: bytes.startIndex, to: lineEnd)) {
            date = line.date
            bytes = bytes[lineEnd...]
        }
        if bytes.suffix(2).elementsEqual([10, 10]) {
            bytes = bytes.dropLast()
        } else if bytes.suffix(4).elementsEqual([13, 10, 13, 10]) {
            bytes = bytes.dropLast(2)
        }
        self.init(bytes: FromQuoting.undone(bytes), envelopeDate: date, source: source, offset: piece.offset)
    }
}

/// `>From ` for `From ` at the start of a line of an mbox: once (mboxo) or at any depth (mboxrd).
enum FromQuoting {
    /// The bytes with one `>` less before each quoted From.
    static func undone(_ bytes: Bytes) -> [UInt8] {
        var out: [UInt8] = []
        var start = bytes.startIndex
        var index = bytes.startIndex
        var line: Int? = bytes.startIndex
        while let lineStart = line {
            if length(bytes, lineStart) > 0 {
                if out.isEmpty { out.reserveCapacity(bytes.count) }
                out += bytes[start..<lineStart]
                start = lineStart + 1
            }
            index = lineStart
            line = bytes.firstIndex(of: [ASCII.lf, 62], anchor: 1, from: index).map { $0 + 1 }
        }
        if start == bytes.startIndex { return Array(bytes) }
        out += bytes[start...]
        return out
    }

    /// How many `>` stand before a From at the start of a line; 0 when the line is none.
    static func length(_ bytes: Bytes, _ start: Int) -> Int {
        var index = start
        while index < bytes.endIndex, bytes[index] == 62 { index += 1 }
        guard index > start, bytes[index...].starts(with: "From ".utf8) else { return 0 }
        return index - start
    }
}
