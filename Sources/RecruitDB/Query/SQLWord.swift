/// The little of SQL's grammar that is needed before SQLite reads a statement.
enum SQLWord {
    /// Whether `text` is a name of a saved question: one word of letters, digits, `-` and `_` that begins no statement.
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 64 else { return false }
        let isWord = text.utf8.allSatisfy { byte in
            isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        return isWord && !beginnings.contains(text.lowercased())
    }

    /// Whether `sql` holds more than white space, comments and semicolons.
    static func hasStatement(_ sql: String) -> Bool {
        var rest = Substring(sql).utf8
        while let byte = rest.first {
            if byte <= 0x20 || byte == UInt8(ascii: ";") {
                rest.removeFirst()
            } else if rest.starts(with: "--".utf8) {
                rest = rest.drop { $0 != UInt8(ascii: "\n") }
            } else if rest.starts(with: "/*".utf8) {
                rest = rest.dropFirst(2)
                // A comment that is not closed ends with the text.
                while !rest.isEmpty, !rest.starts(with: "*/".utf8) { rest.removeFirst() }
                rest = rest.dropFirst(2)
            } else {
                return true
            }
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// The words with which a statement begins (https://www.sqlite.org/lang.html).
    private static var beginnings: [String] {
        [
            "alter", "analyze", "attach", "begin", "commit", "create", "delete", "detach", "drop", "end", "explain",
            "insert", "pragma", "reindex", "release", "replace", "rollback", "savepoint", "select", "update", "vacuum",
            "values", "with",
        ]
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        let isBlank: (UInt8) -> Bool = { $0 <= 0x20 }
        guard let first = utf8.firstIndex(where: { !isBlank($0) }), let last = utf8.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(self[first...last])
    }
}
