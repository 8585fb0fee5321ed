import CRecruitSQLite

/// Binding for one run: into the arena, with the result code as the answer.
extension Statement {
    @usableFromInline
    func place(_ value: Value, at index: Int32) -> Int32 {
        switch value {
        case .null: placeNull(at: index)
        case .integer(let integer): place(integer, at: index)
        case .real(let real): place(real, at: index)
        case .text(let text): place(text, at: index)
        case .blob(let bytes): place(bytes, at: index)
        }
    }

    @usableFromInline
    func placeNull(at index: Int32) -> Int32 {
        sqlite3_bind_null(handle, index)
    }

    @usableFromInline
    func place(_ integer: Int64, at index: Int32) -> Int32 {
        sqlite3_bind_int64(handle, index, integer)
    }

    @usableFromInline
    func place(_ real: Double, at index: Int32) -> Int32 {
        real.isNaN ? SQLITE_MISMATCH : sqlite3_bind_double(handle, index, real)
    }

    @usableFromInline
    func place(_ text: String, at index: Int32) -> Int32 {
        let code = text.utf8.withContiguousStorageIfAvailable { place(UnsafeRawBufferPointer($0), at: index) }
        return code ?? Array(text.utf8).withUnsafeBytes { place($0, at: index) }
    }

    @usableFromInline
    func place(_ blob: [UInt8], at index: Int32) -> Int32 {
        blob.withUnsafeBytes { placeBlob($0, at: index) }
    }

    @inline(__always)
    func placeBlob(_ bytes: UnsafeRawBufferPointer, at index: Int32) -> Int32 {
        sqlite3_bind_blob64(handle, index, arena.copy(bytes), UInt64(bytes.count), nil)
    }

    @inline(__always)
    private func place(_ utf8: UnsafeRawBufferPointer, at index: Int32) -> Int32 {
        let copy = UnsafeRawPointer(arena.copy(utf8)).assumingMemoryBound(to: CChar.self)
        return recruit_sqlite3_bind_text_static(handle, index, copy, UInt64(utf8.count))
    }
}
