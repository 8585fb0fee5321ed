/// Reads `; name=value` pairs one by one, as mailers write them: unquoted blanks, quotes that never close, lost
/// semicolons.
struct ParameterScanner {
    private let bytes: Bytes
    private var index: Int

    init(_ unfolded: Bytes) {
        bytes = unfolded
        index = unfolded.startIndex
    }

    /// What stands before the first parameter: a token in lower case, without comments.
    mutating func value() -> String {
        skipBlanksAndComments()
        let start = index
        while index < bytes.endIndex, bytes[index] != 59, !ASCII.isSpace(bytes[index]), bytes[index] != 40 {
            // `Content-Type: charset=utf-8`: no value at all.
            if bytes[index] == 61 {
                index = start
                return ""
            }
            index += 1
        }
        return bytes[start..<index].filter { $0 != 34 }[...].lowercasedASCII
    }

    /// The next parameter: its name in lower case, its value without quotes.
    mutating func next(_ defects: inout Defects) -> (name: String, value: [UInt8])? {
        while index < bytes.endIndex {
            skipBlanksAndComments()
            guard index < bytes.endIndex else { return nil }
            if bytes[index] == 59 {
                index += 1
                continue
            }
            let start = index
            while index < bytes.endIndex, bytes[index] != 61, bytes[index] != 59 { index += 1 }
            let name = bytes[start..<index].trimmed
            guard index < bytes.endIndex, bytes[index] == 61 else {
                if !name.isEmpty { defects.add("parameter_broken") }
                continue
            }
            index += 1
            while index < bytes.endIndex, ASCII.isBlank(bytes[index]) { index += 1 }
            let isQuoted = index < bytes.endIndex && bytes[index] == ASCII.quote
            let key = name.lowercasedASCII
            let value = isQuoted ? quoted(&defects) : unquoted(key, &defects)
            if !key.isEmpty { return (key, value) }
        }
        return nil
    }

    private mutating func quoted(_ defects: inout Defects) -> [UInt8] {
        index += 1
        let start = index
        var out: [UInt8] = []
        while index < bytes.endIndex, bytes[index] != ASCII.quote {
            // Windows paths stand here with bare backslashes: only \" and \\ are quoted pairs.
            if bytes[index] == ASCII.backslash, index + 1 < bytes.endIndex,
                bytes[index + 1] == ASCII.quote || bytes[index + 1] == ASCII.backslash
            {
                index += 1
            }
            out.append(bytes[index])
            index += 1
        }
        guard index < bytes.endIndex else {
            defects.add("quote_missing")
            index = start
            while index < bytes.endIndex, bytes[index] != 59 { index += 1 }
            return Array(bytes[start..<index].trimmed)
        }
        index += 1
        skipAfterQuote()
        return out
    }

    /// After a closing quote: a semicolon, or a parameter whose semicolon is lost; anything else is passed over.
    private mutating func skipAfterQuote() {
        skipBlanksAndComments()
        let start = index
        while index < bytes.endIndex, bytes[index] > 32, bytes[index] != 61, bytes[index] != 59, bytes[index] != 34 {
            index += 1
        }
        if index < bytes.endIndex, index > start, bytes[index] == 61 {
            index = start
            return
        }
        while index < bytes.endIndex, bytes[index] != 59 { index += 1 }
    }

    private mutating func unquoted(_ name: String, _ defects: inout Defects) -> [UInt8] {
        let start = index
        let isName = name.hasPrefix("name") || name.hasPrefix("filename")
        let isBoundary = name.hasPrefix("boundary")
        while index < bytes.endIndex, bytes[index] != 59 {
            if !isName {
                if ASCII.isBlank(bytes[index]) { break }
                if bytes[index] == 40, !isBoundary { break }
            }
            index += 1
        }
        let value = bytes[start..<index].trimmed
        if isName, value.contains(where: ASCII.isBlank) { defects.add("parameter_unquoted", name) }
        return Array(value)
    }

    private mutating func skipBlanksAndComments() {
        while index < bytes.endIndex {
            if ASCII.isBlank(bytes[index]) {
                index += 1
            } else if bytes[index] == 40 {
                index = Comment.end(bytes, index)
            } else {
                return
            }
        }
    }
}

/// A comment (RFC 5322 section 3.2.2).
enum Comment {
    /// The index after the comment that begins at `start`, nested ones included.
    static func end(_ bytes: Bytes, _ start: Int) -> Int {
        var depth = 0
        var index = start
        while index < bytes.endIndex {
            switch bytes[index] {
            case ASCII.backslash: index += 1
            case 40: depth += 1
            case 41:
                depth -= 1
                if depth == 0 { return index + 1 }
            default: break
            }
            index += 1
        }
        return bytes.endIndex
    }
}
