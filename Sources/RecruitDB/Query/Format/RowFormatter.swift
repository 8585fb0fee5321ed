public import RecruitSQLite

/// Turns rows into the bytes of one format.
///
/// The cells are borrowed: they end with the call. Appending never fails, so neither do these; whoever writes the rows
/// looks at the buffer between them.
///
/// A format of your own is one type in one file, given to `Listing.write(by:limit:to:)`. A format of this package is
/// besides a case of `ListingFormat` and a line in `ListingStyle.formatter()`; the help and the tests find it there.
/// This one writes the values of a row as a bulleted list:
///
///     struct BulletFormatter: RowFormatter {
///         private var names: [String] = []
///
///         mutating func begin(_ columns: [String], into output: inout OutputBuffer) { names = columns }
///
///         mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
///             for (name, cell) in zip(names, cells) {
///                 output.append("- \(name): ")
///                 switch cell {
///                 case .null: break
///                 case .integer(let number): output.append("\(number)")
///                 case .real(let number): output.append("\(number)")
///                 case .text(let bytes), .blob(let bytes): output.append(bytes)
///                 }
///                 output.append("\n")
///             }
///         }
///
///         mutating func end(into output: inout OutputBuffer) {}
///     }
///
/// What goes to a terminal is drawn by `CellDrawing`, which shows controls and never sends them; the formats beside
/// this file have 40 to 60 lines each.
public protocol RowFormatter {
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
        case .insert: InsertFormatter(self)
        case .quote: QuoteFormatter(self)
        case .xlsx: RowStreamFormatter(self)
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
