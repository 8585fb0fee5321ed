/// Files that stand in plain text as uuencode(1) of POSIX writes them: how mail without MIME attaches a file.
struct UUEncodedFiles {
    /// One file: where its lines stand, from `begin` to `end`, and the name that `begin` gives it.
    struct File {
        var range: Range<Int>
        var name: Bytes
    }

    private(set) var files: [File] = []
    /// Whether there are more files than were wanted.
    private(set) var isCut = false

    private static let begin = Array("begin ".utf8)

    /// Finds the files in a text, `most` of them.
    ///
    /// Only what is well formed to its end counts: all else stays text, where a person still finds it.
    init(_ text: Bytes, most: Int) {
        var index = text.startIndex
        // `begin ` is looked for by its g, the rarest of its letters.
        while let start = text.firstIndex(of: Self.begin, anchor: 2, from: index) {
            let next = text.lineEnd(from: start)
            index = next
            guard start == text.startIndex || text[start - 1] == ASCII.lf,
                let name = Self.name(text.line(from: start, to: next))
            else { continue }
            // No line of data has a small letter, so that this ends at the next `begin` and the whole stays linear.
            guard let end = Self.end(text, from: next) else { continue }
            guard files.count < most else {
                isCut = true
                return
            }
            files.append(File(range: start..<end, name: name))
            index = end
        }
    }

    /// The name in a line `begin MODE NAME`; nil when it is no such line.
    private static func name(_ line: Bytes) -> Bytes? {
        let rest = line.dropFirst(begin.count)
        let mode = rest.prefix { $0 >= 48 && $0 <= 55 }
        guard mode.count == 3 || mode.count == 4, mode.endIndex < rest.endIndex, rest[mode.endIndex] == ASCII.space
        else { return nil }
        let name = rest[mode.endIndex...].trimmed
        return name.isEmpty ? nil : name
    }

    /// The index after the line `end`; nil when another line than data comes before it, or no data at all.
    private static func end(_ text: Bytes, from start: Int) -> Int? {
        var index = start
        var hasData = false
        var isOver = false
        while index < text.endIndex {
            let next = text.lineEnd(from: index)
            let line = text.line(from: index, to: next)
            index = next
            if line.trimmed.elementsEqual("end".utf8) { return hasData ? next : nil }
            guard !isOver else { return nil }
            // A count of zero is the last line of data: a grave accent, or a blank that may have got lost.
            if line.trimmed.isEmpty || line.first == 96 {
                isOver = true
                continue
            }
            guard isData(line) else { return nil }
            hasData = true
        }
        return nil
    }

    /// Whether a line is a count of bytes and as many characters as they need, or one more: a checksum.
    ///
    /// Fewer are right too, as blanks at the end, which stand for zeros, get lost on the way.
    private static func isData(_ line: Bytes) -> Bool {
        guard let count = line.first, count > 32, count < 96 else { return false }
        let needed = (Int(count - 32) + 2) / 3 * 4
        return line.count <= 2 + needed && line.allSatisfy { $0 >= 32 && $0 <= 96 }
    }
}
