public import RecruitSQLite

extension Connection {
    /// The rows of a question as a table drawn with lines, to be compared with the one that a test expects.
    ///
    /// ```text
    /// ┌───────┬──────┐
    /// │ title │ year │
    /// ├───────┼──────┤
    /// │ Dune  │ 1965 │
    /// └───────┴──────┘
    /// ```
    /// Rows in the order of the question. NULL is `NULL`, a blob `x'00ff'`; line feeds and tabs are shown as `⏎` and `⇥`.
    /// Characters that a terminal draws two cells wide, Chinese ones say, count as two. Without rows only the head is
    /// drawn. Throws `SQLiteError` as the question does.
    public func picture(of sql: SQL) throws -> String {
        let names = try prepare(Script(raw: sql.text)).columnNames
        guard !names.isEmpty else { return "" }
        var rows: [[String]] = []
        try forEach(sql) { (row: borrowing Row) in
            rows.append((0..<row.columnCount).map { Self.cell(row.value($0)) })
        }
        let widths = names.indices.map { column in
            ([names] + rows).map { Self.width(of: $0[column]) }.max() ?? 0
        }
        func line(_ left: String, _ middle: String, _ right: String) -> String {
            left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right
        }
        func cells(_ row: [String]) -> String {
            let padded = zip(row, widths).map { cell, width in
                " " + cell + String(repeating: " ", count: width - Self.width(of: cell) + 1)
            }
            return "│" + padded.joined(separator: "│") + "│"
        }
        let head = [line("┌", "┬", "┐"), cells(names)]
        let body = rows.isEmpty ? [] : [line("├", "┼", "┤")] + rows.map(cells)
        return (head + body + [line("└", "┴", "┘")]).joined(separator: "\n")
    }

    private static func cell(_ value: Value) -> String {
        switch value {
        case .null: "NULL"
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): text.replacing("\n", with: "⏎").replacing("\t", with: "⇥")
        case .blob(let bytes): "x'" + bytes.map { String(0x100 + Int($0), radix: 16).dropFirst() }.joined() + "'"
        }
    }

    /// Terminal cells, by the blocks of Unicode whose characters are wide (UAX #11).
    private static func width(of text: String) -> Int {
        text.reduce(0) { sum, character in
            switch character.unicodeScalars.first?.value ?? 0 {
            case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
                0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
                sum + 2
            default: sum + 1
            }
        }
    }
}
