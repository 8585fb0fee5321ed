public import RecruitSQLite

/// Rows with named columns, ready to be written in any format: what every command that lists something prints.
///
/// A listing of a statement runs it while it is written, one row in memory at a time, and can be written once. It is
/// not Sendable: the statement belongs to a connection.
public final class Listing {
    private enum Source {
        case statement(Statement, Connection)
        case values([[Value]])
    }

    /// The names of the columns, in order; never empty for a statement that returns rows.
    public let columns: [String]
    private let source: Source
    private let finish: () throws -> Void
    private let explain: (any Error) -> any Error

    /// The rows of `statement`, its values bound, which belongs to `connection`.
    ///
    /// `explain` turns an error of SQLite into one for a person; `finish` is called after the last row that is wanted, and
    /// throws where the rows are not to be trusted.
    package init(
        _ statement: Statement, of connection: Connection, explain: @escaping (any Error) -> any Error = { $0 },
        finish: @escaping () throws -> Void = {}
    ) {
        columns = statement.columnNames
        source = .statement(statement, connection)
        self.finish = finish
        self.explain = explain
    }

    /// Rows that are already there; a row shorter than `columns` ends in NULLs, a longer one is cut.
    public init(columns: [String], rows: [[Value]]) {
        self.columns = columns
        source = .values(rows)
        finish = {}
        explain = { $0 }
    }

    /// What was written.
    public struct Written: Sendable, Hashable {
        /// How many rows.
        public let rows: Int
        /// Whether a limit kept more rows back.
        public let hasMore: Bool
    }

    /// Writes all rows in `style` to `output`, without flushing it; returns how many there were.
    ///
    /// - Throws: `OutputError` when writing fails, `RecruitmentError` or `SQLiteError` when a row cannot be read.
    @discardableResult
    public func write(_ style: ListingStyle, to output: inout OutputBuffer) throws -> Int {
        try write(style, limit: nil, to: &output).rows
    }

    /// Writes the first `limit` rows in `style` to `output`, all for nil, without flushing it.
    ///
    /// - Throws: as `write(_:to:)`.
    public func write(_ style: ListingStyle, limit: Int?, to output: inout OutputBuffer) throws -> Written {
        guard style.format != .xlsx else {
            throw RecruitmentError(.usage, "xlsx goes to a file: name one with --output FILE.xlsx")
        }
        var formatter = style.formatter()
        return try write(by: &formatter, limit: limit, to: &output)
    }

    /// Writes the first `limit` rows, all for nil, by a formatter of any kind to `output`, without flushing it.
    ///
    /// - Throws: as `write(_:to:)`.
    public func write(
        by formatter: inout any RowFormatter, limit: Int? = nil, to output: inout OutputBuffer
    ) throws -> Written {
        guard !columns.isEmpty else { return Written(rows: 0, hasMore: false) }
        formatter.begin(columns, into: &output)
        let written =
            switch source {
            case .statement(let statement, _):
                try write(statement, upTo: limit ?? .max, by: &formatter, to: &output)
            case .values(let rows): try write(rows, upTo: limit ?? .max, by: &formatter, to: &output)
            }
        formatter.end(into: &output)
        try output.check()
        try finish()
        return written
    }

    private func write(
        _ statement: Statement, upTo limit: Int, by formatter: inout any RowFormatter, to output: inout OutputBuffer
    ) throws -> Written {
        let cells = UnsafeMutableBufferPointer<Cell>.allocate(capacity: columns.count)
        cells.initialize(repeating: .null)
        defer { cells.deallocate() }
        var count = 0
        while try step(statement) {
            if count == limit { return Written(rows: count, hasMore: true) }
            try statement.readCells(into: cells)
            formatter.row(UnsafeBufferPointer(cells), into: &output)
            try output.check()
            count &+= 1
        }
        return Written(rows: count, hasMore: false)
    }

    private func step(_ statement: Statement) throws -> Bool {
        do {
            return try statement.step()
        } catch {
            throw explain(error)
        }
    }

    private func write(
        _ rows: [[Value]], upTo limit: Int, by formatter: inout any RowFormatter, to output: inout OutputBuffer
    ) throws -> Written {
        for row in rows.prefix(limit) {
            let texts = row.map { value -> [UInt8] in
                switch value {
                case .text(let text): Array(text.utf8)
                case .blob(let bytes): bytes
                default: []
                }
            }
            // One copy of the row's bytes that stays in place while the cells point into it.
            let bytes = texts.flatMap { $0 }
            bytes.withUnsafeBufferPointer { all in
                var start = 0
                var cells: [Cell] = []
                for (value, text) in zip(row, texts).prefix(columns.count) {
                    let part = UnsafeBufferPointer(rebasing: all[start..<start + text.count])
                    start += text.count
                    switch value {
                    case .null: cells.append(.null)
                    case .integer(let number): cells.append(.integer(number))
                    case .real(let number): cells.append(.real(number))
                    case .text: cells.append(.text(part))
                    case .blob: cells.append(.blob(part))
                    }
                }
                while cells.count < columns.count { cells.append(.null) }
                cells.withUnsafeBufferPointer { formatter.row($0, into: &output) }
            }
            try output.check()
        }
        return Written(rows: min(rows.count, limit), hasMore: rows.count > limit)
    }
}
