public import RecruitSQLite

extension Listing {
    /// All rows in `style`, as bytes in memory.
    ///
    /// - Throws: `RecruitmentError` or `SQLiteError` when a row cannot be read.
    public func bytes(_ style: ListingStyle) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var output = OutputBuffer { piece in
            bytes.append(contentsOf: piece)
            return 0
        }
        try write(style, to: &output)
        try output.flush()
        return bytes
    }

    /// All rows as values, in the order of `columns`; text that is no UTF-8 has U+FFFD in those places.
    ///
    /// - Throws: `RecruitmentError` or `SQLiteError` when a row cannot be read.
    public func rows() throws -> [[Value]] {
        let rows = CollectedRows()
        var formatter: any RowFormatter = rows
        var nowhere = OutputBuffer { _ in 0 }
        _ = try write(by: &formatter, to: &nowhere)
        return rows.rows
    }

    /// Writes all rows in `style` to the file at `path`, which appears whole or not at all (see `ResultFile`).
    ///
    /// - Throws: `RecruitmentError` when the file cannot be made or written; as `write(_:to:)` for the rows.
    public func write(_ style: ListingStyle, toFile path: String) throws {
        let file = try ResultFile(path: path)
        do {
            if style.format == .xlsx {
                _ = try writeSpreadsheet(style, to: file)
            } else {
                var output = OutputBuffer(descriptor: file.descriptor)
                try write(style, to: &output)
                try output.flush()
            }
        } catch let error as OutputError {
            throw file.failure(error.code)
        }
        try file.commit()
    }
}

/// Keeps the rows as values.
private final class CollectedRows: RowFormatter {
    private(set) var rows: [[Value]] = []

    func begin(_ columns: [String], into output: inout OutputBuffer) {}

    func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
        rows.append(
            cells.map { cell in
                switch cell {
                case .null: .null
                case .integer(let number): .integer(number)
                case .real(let number): .real(number)
                case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
                case .blob(let bytes): .blob(Array(bytes))
                }
            })
    }

    func end(into output: inout OutputBuffer) {}
}
