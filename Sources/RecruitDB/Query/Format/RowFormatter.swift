import RecruitSQLite

/// Turns rows into the bytes of one format.
///
/// A format is one file with one conforming type and one case of `ListingFormat`. Appending never fails, so neither
/// do these; the caller looks at the buffer between rows. The cells are borrowed: they end with the call.
protocol RowFormatter {
    /// Writes what stands before the rows.
    mutating func begin(_ columns: [String], into output: inout OutputBuffer)
    /// Writes one row; `cells` has as many values as there are columns.
    mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer)
    /// Writes what stands after the rows.
    mutating func end(into output: inout OutputBuffer)
}

extension ListingStyle {
    /// A fresh formatter of this style.
    func formatter() -> any RowFormatter {
        switch format {
        case .box: AlignedFormatter(self, frame: .box)
        case .table: AlignedFormatter(self, frame: .table)
        case .column: AlignedFormatter(self, frame: .column)
        case .markdown: MarkdownFormatter(self)
        case .csv: CSVFormatter(self)
        case .tsv: TSVFormatter(self)
        case .json: JSONFormatter(isArray: true)
        case .ndjson: JSONFormatter(isArray: false)
        case .line: LineFormatter(self)
        case .list: ListFormatter(self)
        case .html: HTMLFormatter(self)
        case .none: SilentFormatter()
        }
    }
}

/// Runs the rows and writes nothing, to time a question.
struct SilentFormatter: RowFormatter {
    mutating func begin(_ columns: [String], into output: inout OutputBuffer) {}
    mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {}
    mutating func end(into output: inout OutputBuffer) {}
}
