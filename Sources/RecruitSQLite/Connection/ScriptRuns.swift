import CRecruitSQLite

extension Connection {
    /// Runs every statement of a script in turn; what they return is dropped.
    ///
    /// The first one that fails ends the script; its error carries the statement, and its line and column in the script.
    /// A script is no transaction of its own, and binds no values: a literal with `\(value)` does not compile.
    public func execute(_ script: Script) throws {
        try execute(script.text, refusing: [])
    }

    /// A statement that the script must not hold: its first word and its place.
    struct RefusedStatement: Error {
        let keyword: String
        let position: SourcePosition
    }

    /// Runs a script up to the first statement that begins with one of the words, in capitals.
    func execute(_ script: String, refusing keywords: Set<String>) throws {
        try database.requireUsable(for: nil)
        var script = script
        script.append("\0")
        try script.withUTF8 { withNUL in
            let text = UnsafeBufferPointer(rebasing: withNUL.dropLast())
            if let nul = text.firstIndex(of: 0) {
                throw SQLiteError(
                    code: .misuse, message: "a NUL character stands in the SQL",
                    position: SourcePosition(of: nul, in: text))
            }
            var start = SQLText.endOfTrivia(in: text, from: 0)
            while start < text.count {
                if !keywords.isEmpty {
                    let keyword = SQLText.keyword(in: text, at: start)
                    if keywords.contains(keyword) {
                        throw RefusedStatement(keyword: keyword, position: SourcePosition(of: start, in: text))
                    }
                }
                start = SQLText.endOfTrivia(in: text, from: try runStatement(of: text, at: start))
            }
        }
    }

    /// Runs the statement that begins at `start` of a text with a NUL behind its end, and returns where it ends.
    private func runStatement(of text: UnsafeBufferPointer<UInt8>, at start: Int) throws -> Int {
        guard let base = text.baseAddress else { return text.count }
        // A function of the statement before may have closed the connection.
        try database.requireOpen()
        let place = UnsafeRawPointer(base + start).assumingMemoryBound(to: CChar.self)
        let (code, prepared, length, use) = database.prepare(place, isPersistent: false)
        defer {
            sqlite3_finalize(prepared)
            database.finishClosing()
        }
        guard code == SQLITE_OK else {
            throw scriptError(code, text, start..<SQLText.endOfStatement(in: text, around: start + max(0, length - 1)))
        }
        guard let prepared else { return text.count }
        database.note(use)
        while true {
            let code = sqlite3_step(prepared)
            if code == SQLITE_DONE { return start + length }
            if code != SQLITE_ROW { throw scriptError(code, text, start..<(start + length)) }
        }
    }

    private func scriptError(_ code: Int32, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> SQLiteError {
        let error = SQLiteError(code, on: database.pointer)
        let statement = text[range].last == UInt8(ascii: ";") ? text[range].dropLast() : text[range]
        return SQLiteError(
            code: error.code, message: error.message, sql: String(decoding: statement, as: UTF8.self),
            byteOffset: error.byteOffset,
            position: SourcePosition(of: range.lowerBound + (error.byteOffset ?? 0), in: text))
    }
}
