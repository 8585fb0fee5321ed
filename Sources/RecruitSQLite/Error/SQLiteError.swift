import CRecruitSQLite

/// What SQLite, or the reading of one of its rows, refused; it never holds a bound value.
public struct SQLiteError: Error, Sendable, CustomStringConvertible {
    /// The extended result code.
    public let code: ResultCode
    /// What went wrong, in SQLite's English words or this module's.
    public let message: String
    /// The statement, with its parameters as they were written; absent where no statement is at fault.
    public let sql: String?
    /// Where in `sql` the fault lies, in bytes of UTF-8, where SQLite can tell (`sqlite3_error_offset`).
    public let byteOffset: Int?
    /// Where in the script, or in the single statement, the fault lies: its line and column.
    public let position: SourcePosition?

    /// An error with all that is known about it.
    public init(
        code: ResultCode, message: String, sql: String? = nil, byteOffset: Int? = nil, position: SourcePosition? = nil
    ) {
        self.code = code
        self.message = message
        self.sql = sql
        self.byteOffset = byteOffset
        self.position = position
    }

    /// The constraint that refused the change, read from the code and the message.
    public var constraint: Constraint? {
        Constraint(code: code, message: message)
    }

    /// One line: the message, the code, the place and the statement, each run of blanks and line breaks in it as one blank.
    public var description: String {
        var text = "\(message) (SQLite \(code.rawValue))"
        if let position { text += " at \(position)" }
        if let sql { text += ", in: \(SQLText.line(sql))" }
        return text
    }
}

extension SQLiteError {
    /// The error that a connection reports last, for a statement whose text is `sql`.
    init(_ code: Int32, on database: OpaquePointer, sql: String? = nil) {
        // A call that SQLite rejects at its door leaves the message of an older error behind.
        let isLast = sqlite3_extended_errcode(database) == code
        let offset = isLast ? Int(sqlite3_error_offset(database)) : -1
        var text = sql
        self.init(
            code: ResultCode(rawValue: code),
            message: isLast ? String(cString: sqlite3_errmsg(database)) : String(cString: sqlite3_errstr(code)),
            sql: sql,
            byteOffset: offset < 0 ? nil : offset,
            position: offset < 0 ? nil : text?.withUTF8 { SourcePosition(of: offset, in: $0) })
    }

    /// The same error without what a run-time message may quote from bound values.
    ///
    /// Full-text search and JSON quote their argument (`fts5: syntax error near "..."`), and an argument may be bound.
    func withoutQuotedValues() -> SQLiteError {
        guard code.primary == .error || code.primary == .cantOpen else { return self }
        let utf8 = message.utf8
        let colon = UInt8(ascii: ":")
        let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "`")]
        let start = message.hasPrefix("fts5: ") ? utf8.index(utf8.startIndex, offsetBy: 6) : utf8.startIndex
        guard let cut = utf8[start...].firstIndex(where: { $0 == colon || quotes.contains($0) }) else { return self }
        var kept = utf8[cut] == colon ? utf8[...cut] : utf8[..<cut]
        while kept.last == UInt8(ascii: " ") { kept.removeLast() }
        return SQLiteError(
            code: code, message: String(decoding: kept, as: UTF8.self) + " ...", sql: sql, byteOffset: byteOffset,
            position: position)
    }

    /// The interface was used in a way that has no answer.
    static func misuse(_ message: String, sql: String? = nil) -> SQLiteError {
        SQLiteError(code: .misuse, message: message, sql: sql)
    }
}
