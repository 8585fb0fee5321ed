import CRecruitSQLite

/// One call of a function by SQLite, which wants an answer (`sqlite3_context *`).
struct FunctionCall {
    let pointer: OpaquePointer

    /// Answers with what `body` returns, or with what it throws.
    func answer(of name: String, _ body: () throws -> Value) {
        do {
            try answer(body())
        } catch {
            fail(error, in: name)
        }
    }

    private func answer(_ value: Value) throws(SQLiteError) {
        switch value {
        case .null: sqlite3_result_null(pointer)
        case .integer(let integer): sqlite3_result_int64(pointer, integer)
        case .real(let real):
            if real.isNaN { throw SQLiteError(code: .mismatch, message: "NaN is no value that SQLite can store") }
            sqlite3_result_double(pointer, real)
        case .text(var text):
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    recruit_sqlite3_result_text_transient(pointer, $0.baseAddress, UInt64($0.count))
                }
            }
        case .blob(let bytes):
            bytes.withUnsafeBytes {
                recruit_sqlite3_result_blob_transient(pointer, $0.baseAddress, UInt64($0.count))
            }
        }
    }

    /// Makes the statement that calls fail.
    ///
    /// Only an SQLiteError's words are told: any other error may hold an argument, and an argument may be bound.
    func fail(_ error: any Error, in name: String) {
        let known = error as? SQLiteError
        var message = known?.message ?? "\(name) failed with \(type(of: error))"
        message.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                sqlite3_result_error(pointer, $0.baseAddress, Int32(clamping: $0.count))
            }
        }
        sqlite3_result_error_code(pointer, known.map { Self.safeCode($0.code) } ?? SQLITE_ERROR)
    }

    /// The code as it is, or that of a plain error.
    ///
    /// SQLite takes others at their word: it runs anew for SCHEMA, writes no more after CORRUPT, rolls back after FULL,
    /// and takes ROW for a row.
    private static func safeCode(_ code: ResultCode) -> Int32 {
        let meant: [ResultCode] = [
            .error, .permission, .busy, .locked, .readOnly, .interrupt, .notFound, .cantOpen, .tooBig, .constraint,
            .mismatch, .misuse, .auth, .range,
        ]
        return meant.contains(code.primary) ? code.rawValue : SQLITE_ERROR
    }
}
