/// Where the parts of a multipart body lie (RFC 2046 section 5.1.1).
struct Multipart {
    /// The parts in order, without the line break before the boundary.
    var ranges: [Range<Int>] = []
    /// Whether the closing boundary was there.
    var isClosed = false
    /// Whether there were more parts than were asked for.
    var isCut = false

    /// No mailer writes a longer boundary (RFC 2046 allows 70 characters).
    private static let longest = 300

    /// The parts between the boundaries; nil when the boundary is nowhere.
    static func pieces(_ body: Bytes, _ boundary: [UInt8], most: Int) -> Multipart? {
        let needle = [45, 45] + trimmedEnd(boundary)
        guard needle.count > 2, needle.count < longest else { return nil }
        var found = Multipart()
        var start: Int?
        var index = body.startIndex
        var isFound = false
        while let hit = body.firstIndex(of: needle, from: index) {
            guard let line = Delimiter(body, at: hit, length: needle.count) else {
                index = hit + 1
                continue
            }
            // A part with the same boundary as its parent ends in a closing boundary that is not the parent's.
            if found.isClosed, !line.isClosing, start == nil, !continues(body, from: line.end) { break }
            isFound = true
            if let start { found.add(body, start, hit) }
            if found.ranges.count >= max(most, 0) {
                found.isCut = !line.isClosing
                found.isClosed = true
                return found
            }
            start = line.isClosing ? nil : line.end
            found.isClosed = line.isClosing
            index = line.end
        }
        guard isFound else { return nil }
        if let start, start < body.endIndex { found.ranges.append(start..<body.endIndex) }
        return found
    }

    private mutating func add(_ body: Bytes, _ start: Int, _ delimiter: Int) {
        var end = delimiter
        if end > start, body[end - 1] == ASCII.lf { end -= 1 }
        if end > start, body[end - 1] == ASCII.cr { end -= 1 }
        ranges.append(start..<max(start, end))
    }

    /// After the closing boundary only a part with a header of its own is believed.
    private static func continues(_ body: Bytes, from index: Int) -> Bool {
        guard index < body.endIndex else { return false }
        return body[index...].startsIgnoringCase("content-")
    }

    /// The boundary of a body whose header does not tell: the first line `--...` with a header of a part after it.
    static func guessedBoundary(_ body: Bytes) -> [UInt8]? {
        var index = body.startIndex
        var lines = 0
        while index < body.endIndex, lines < 1000 {
            let next = body.lineEnd(from: index)
            let line = body.line(from: index, to: next)
            if line.count > 2, line.count < 200, line[line.startIndex] == 45, line[line.startIndex + 1] == 45,
                next < body.endIndex, body[next...].startsIgnoringCase("content-")
            {
                return Array(line.dropFirst(2))
            }
            index = next
            lines += 1
        }
        return nil
    }

    /// A boundary cannot end in blanks, though parameters do.
    private static func trimmedEnd(_ boundary: [UInt8]) -> [UInt8] {
        var boundary = boundary
        while let last = boundary.last, ASCII.isSpace(last) { boundary.removeLast() }
        return boundary
    }
}

/// A line that is a boundary: at a line's start, followed by `--` or not, and by blanks alone.
struct Delimiter {
    var isClosing: Bool
    /// The index after the line.
    var end: Int

    init?(_ body: Bytes, at hit: Int, length: Int) {
        guard hit == body.startIndex || body[hit - 1] == ASCII.lf || body[hit - 1] == ASCII.cr else { return nil }
        var index = hit + length
        isClosing = index + 1 < body.endIndex && body[index] == 45 && body[index + 1] == 45
        if isClosing { index += 2 }
        while index < body.endIndex, ASCII.isBlank(body[index]) || body[index] == ASCII.cr { index += 1 }
        if index >= body.endIndex {
            end = body.endIndex
            return
        }
        if body[index] == ASCII.lf {
            end = index + 1
            return
        }
        // Text glued to a closing boundary is an epilogue; after an opening one it is another boundary's name.
        guard isClosing, ASCII.isBlank(body[hit + length + 2]) else { return nil }
        end = body.lineEnd(from: index)
    }
}
