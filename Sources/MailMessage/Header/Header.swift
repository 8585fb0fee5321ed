/// One field of a header: its name in lower case and its value as written, folds and all.
struct HeaderField: Sendable {
    var name: String
    var value: Bytes
}

/// The fields of a message or of a part, in order (RFC 5322 section 2.2).
struct Header: Sendable {
    var fields: [HeaderField] = []

    /// The value of the first field of that name, as written.
    func first(_ name: String) -> Bytes? { fields.first { $0.name == name }?.value }

    /// The values of all fields of that name, as written, in order.
    func all(_ name: String) -> [Bytes] { fields.compactMap { $0.name == name ? $0.value : nil } }
}

/// Reads a header: what a mailer should have written, and what mailers write.
struct HeaderReader {
    let bytes: Bytes
    let limits: Limits
    /// Bytes of headers read so far in the whole message.
    var used: Int
    private(set) var header = Header()
    private var isLastFieldCut = false

    init(_ bytes: Bytes, limits: Limits, used: Int) {
        self.bytes = bytes
        self.limits = limits
        self.used = used
    }

    /// Reads the fields from the start of the bytes and returns the index where the body begins.
    mutating func read(_ defects: inout Defects) -> Int {
        var index = skipLeadingBlankLines(&defects)
        while index < bytes.endIndex {
            let next = bytes.lineEnd(from: index)
            let line = bytes.line(from: index, to: next)
            if line.isEmpty { return next }
            if ASCII.isBlank(line[line.startIndex]) {
                if !header.fields.isEmpty {
                    if endsHeader(blank: line, next: next) { return next }
                    extendLastField(to: line.endIndex, &defects)
                    index = next
                    continue
                }
            } else if let name = Self.fieldName(line) {
                add(name: name, value: line[(name.colon + 1)...], &defects)
                index = next
                continue
            }
            // Neither a field nor its continuation: an mbox's quoted From line, a fold without its blank, or the body
            // after a header that lost its empty line.
            let goesOn = header.fields.isEmpty ? isField(next) : isField(next) || isKnownFieldNear(next)
            if line.startsIgnoringCase("from ") || line.startsIgnoringCase(">from ") {
                if !header.fields.isEmpty { defects.add("from_line_in_header") }
            } else if goesOn {
                defects.add("header_line_broken")
                if !header.fields.isEmpty { extendLastField(to: line.endIndex, &defects) }
            } else {
                defects.add(header.fields.isEmpty ? "header_missing" : "header_end_missing")
                return index
            }
            index = next
        }
        return bytes.endIndex
    }

    /// A field's name and the index of its colon; nil when the line is no field.
    static func fieldName(_ line: Bytes) -> (name: String, colon: Int)? {
        var index = line.startIndex
        let last = min(line.endIndex, line.startIndex + 200)
        while index < last, line[index] > 32, line[index] < 127, line[index] != 58 { index += 1 }
        let end = index
        while index < last, ASCII.isBlank(line[index]) { index += 1 }
        guard end > line.startIndex, index < last, line[index] == 58 else { return nil }
        return (line[line.startIndex..<end].lowercasedASCII, index)
    }

    private func isField(_ start: Int) -> Bool {
        start < bytes.endIndex && Self.fieldName(bytes.line(from: start, to: headEnd(start))) != nil
    }

    private static let known: Set<String> = [
        "from", "to", "cc", "subject", "date", "message-id", "reply-to", "mime-version", "content-type", "received",
        "content-transfer-encoding", "content-disposition", "references", "in-reply-to", "return-path", "x-mailer",
    ]

    /// Whether a field that every mailer writes stands in the next lines, before an empty one.
    private func isKnownFieldNear(_ start: Int) -> Bool {
        var index = start
        for _ in 0..<8 where index < bytes.endIndex {
            let next = bytes.lineEnd(from: index)
            let line = bytes.line(from: index, to: min(next, headEnd(index)))
            if line.isEmpty { return false }
            if let name = Self.fieldName(line), Self.known.contains(name.name) { return true }
            index = next
        }
        return false
    }

    /// The end of a line of which only the start matters, so that looking ahead stays cheap.
    private func headEnd(_ start: Int) -> Int { min(bytes.endIndex, start + 202) }

    private func skipLeadingBlankLines(_ defects: inout Defects) -> Int {
        var index = bytes.startIndex
        while index < bytes.endIndex, bytes[index] == ASCII.lf || bytes[index] == ASCII.cr { index += 1 }
        guard index > bytes.startIndex else { return index }
        guard isField(index) else { return bytes.startIndex }
        defects.add("blank_lines_before_header")
        return index
    }

    /// Whether a line of blanks alone is the empty line that ends the header.
    private func endsHeader(blank line: Bytes, next: Int) -> Bool {
        guard line.allSatisfy(ASCII.isBlank) else { return false }
        guard next < bytes.endIndex else { return true }
        return !ASCII.isBlank(bytes[next]) && !isField(next)
    }

    private mutating func add(name: (name: String, colon: Int), value: Bytes, _ defects: inout Defects) {
        isLastFieldCut = false
        guard used < limits.headerBytes else {
            isLastFieldCut = true
            defects.add("headers_too_long")
            return
        }
        used += name.name.utf8.count + value.count
        header.fields.append(HeaderField(name: name.name, value: value))
        cutLastField(&defects)
    }

    private mutating func extendLastField(to end: Int, _ defects: inout Defects) {
        guard !isLastFieldCut, let last = header.fields.indices.last else { return }
        let value = header.fields[last].value
        used += end - value.endIndex
        header.fields[last].value = bytes[value.startIndex..<end]
        cutLastField(&defects)
    }

    private mutating func cutLastField(_ defects: inout Defects) {
        guard let last = header.fields.indices.last, header.fields[last].value.count > limits.fieldBytes else { return }
        let start = header.fields[last].value.startIndex
        header.fields[last].value = bytes[start..<(start + max(0, limits.fieldBytes))]
        isLastFieldCut = true
        defects.add("header_field_too_long")
    }
}
