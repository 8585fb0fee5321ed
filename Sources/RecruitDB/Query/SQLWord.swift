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
        var sql = sql
        return sql.withUTF8 { start(of: $0) < $0.count }
    }

    /// The word with which `sql` begins, after white space and comments, in capitals.
    static func first(of sql: String) -> String {
        var sql = sql
        let word = sql.withUTF8 { bytes in
            String(decoding: bytes[start(of: bytes)...].prefix { isLetter($0) }, as: UTF8.self)
        }
        return word.isEmpty ? "it" : word.uppercased()
    }

    /// `sql` from its first word on: EXPLAIN may not stand before a semicolon.
    static func trimmed(_ sql: String) -> String {
        var sql = sql
        return sql.withUTF8 { String(decoding: $0[start(of: $0)...], as: UTF8.self) }
    }

    /// The end of the white space, comments and semicolons at the beginning of `sql`.
    private static func start(of sql: UnsafeBufferPointer<UInt8>) -> Int {
        var index = 0
        while index < sql.count {
            let next = index + 1 < sql.count ? sql[index + 1] : 0
            switch (sql[index], next) {
            case (0...0x20, _), (UInt8(ascii: ";"), _): index += 1
            case (UInt8(ascii: "-"), UInt8(ascii: "-")):
                while index < sql.count, sql[index] != UInt8(ascii: "\n") { index += 1 }
            case (UInt8(ascii: "/"), UInt8(ascii: "*")):
                index = endOfComment(in: sql, from: index + 2)
            default: return index
            }
        }
        return index
    }

    /// The end of the block comment whose text begins at `start`; one that is not closed ends with the SQL.
    private static func endOfComment(in sql: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index + 1 < sql.count {
            if sql[index] == UInt8(ascii: "*"), sql[index + 1] == UInt8(ascii: "/") { return index + 2 }
            index += 1
        }
        return sql.count
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
