/// The cells of a CSV (RFC 4180) or TSV file with a header: quoted cells may hold separators, line ends and doubled quotes.
struct DelimitedText {
    /// The names of the columns.
    let header: [String]
    /// The rows, each with as many cells as the header.
    let rows: [[String]]

    /// Reads `bytes`, UTF-8 with or without a byte order mark, lines ended by LF or CR LF.
    ///
    /// - Throws: `RecruitmentError` of kind badData with the physical line: no header, a row of another length, a quote
    ///   that does not close or stands within a cell, bytes that are no UTF-8, a NUL.
    init(_ bytes: [UInt8], file: String, separator: UInt8) throws {
        let file = SQLExcerpt.visible(file, limit: 200)
        var reader = Reader(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], separator)
        var rows: [[String]] = []
        while let row = try reader.row(file) {
            // A line with nothing on it is no row.
            if row == [""], rows.first.map({ $0.count != 1 }) ?? true { continue }
            if let header = rows.first, row.count != header.count {
                throw RecruitmentError(
                    .badData, "\(file):\(reader.rowLine): has \(row.count) cells where the header has \(header.count)")
            }
            rows.append(row)
        }
        guard let header = rows.first else { throw RecruitmentError(.badData, "\(file): has no header line") }
        self.header = header
        self.rows = Array(rows.dropFirst())
    }

    private struct Reader {
        let bytes: ArraySlice<UInt8>
        let separator: UInt8
        var index: Int
        var line = 1
        /// The line on which the row that was read last begins.
        var rowLine = 1

        init(_ bytes: ArraySlice<UInt8>, _ separator: UInt8) {
            self.bytes = bytes
            self.separator = separator
            index = bytes.startIndex
        }

        /// The next row; nil at the end.
        mutating func row(_ file: String) throws -> [String]? {
            guard index < bytes.endIndex else { return nil }
            rowLine = line
            var cells: [String] = []
            while true {
                cells.append(try cell(file))
                guard index < bytes.endIndex else { return cells }
                let byte = bytes[index]
                index += 1
                if byte == separator { continue }
                if byte == UInt8(ascii: "\r"), index < bytes.endIndex, bytes[index] == UInt8(ascii: "\n") { index += 1 }
                line += 1
                return cells
            }
        }

        private mutating func cell(_ file: String) throws -> String {
            var cell: [UInt8] = []
            if separator != 9, index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") {
                let start = line
                index += 1
                while true {
                    guard index < bytes.endIndex else {
                        throw RecruitmentError(.badData, "\(file):\(start): a quoted cell begins here and does not end")
                    }
                    let byte = bytes[index]
                    index += 1
                    if byte == UInt8(ascii: "\"") {
                        guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") else { break }
                        index += 1
                    }
                    if byte == UInt8(ascii: "\n") { line += 1 }
                    cell.append(byte)
                }
                if index < bytes.endIndex, !isEnd(bytes[index]) {
                    throw RecruitmentError(.badData, "\(file):\(line): something stands behind a quoted cell")
                }
            } else {
                while index < bytes.endIndex, !isEnd(bytes[index]) {
                    cell.append(bytes[index])
                    index += 1
                }
            }
            guard let text = String(validating: cell, as: UTF8.self), !cell.contains(0) else {
                throw RecruitmentError(.badData, "\(file):\(line): a cell is no text in UTF-8; save the file as UTF-8")
            }
            return text
        }

        private func isEnd(_ byte: UInt8) -> Bool {
            byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
    }
}
