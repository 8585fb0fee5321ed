/// The formats in which a listing can be written.
public enum ListingFormat: String, Sendable, CaseIterable {
    /// A drawn frame, for people.
    case box
    /// The frame in ASCII.
    case table
    /// A pipe table of GitHub's Markdown.
    case markdown
    /// Comma-separated values, byte for byte the sqlite3 shell's.
    case csv
    /// Tab-separated values; tab, newline and backslash are `\t`, `\n`, `\\`.
    case tsv
    /// One JSON array of objects.
    case json
    /// One JSON object a line.
    case ndjson
    /// `column = value`, one a line.
    case line
    /// Values separated by `|`.
    case list
    /// The rows of an HTML table.
    case html
    /// INSERT statements that SQLite reads back to the same values.
    case insert
    /// SQL literals separated by commas, byte for byte the sqlite3 shell's.
    case quote
    /// Columns aligned by spaces.
    case column
    /// A workbook of Excel, which goes to a file only (see `Listing.writeSpreadsheet`).
    case xlsx
    /// Nothing.
    case none
}

/// How a listing is written.
public struct ListingStyle: Sendable, Hashable {
    /// The format.
    public var format: ListingFormat
    /// Whether the names of the columns come first, where the format has a place for them.
    public var hasHeader: Bool
    /// What stands for NULL where the format has no word of its own.
    public var null: String
    /// The most terminal cells of a line of an aligned format, nil for no limit; longer cells end in an ellipsis.
    public var width: Int?
    /// Whether the lines of csv and tsv end in CR LF, as RFC 4180 wants.
    public var usesCRLF: Bool
    /// Whether csv and tsv put `'` before cells that a spreadsheet would run (see `SpreadsheetCell`).
    public var isSpreadsheetSafe: Bool
    /// Whether csv and tsv begin with the byte order mark by which Excel knows UTF-8.
    public var hasByteOrderMark: Bool
    /// The table that the statements of insert name.
    public var table: String

    /// A style; by default with a header, NULL as nothing and no limit of width.
    public init(
        _ format: ListingFormat, hasHeader: Bool = true, null: String = "", width: Int? = nil, usesCRLF: Bool = false,
        isSpreadsheetSafe: Bool = false, hasByteOrderMark: Bool = false, table: String = "data"
    ) {
        self.format = format
        self.hasHeader = hasHeader
        self.null = null
        self.width = width
        self.usesCRLF = usesCRLF
        self.isSpreadsheetSafe = isSpreadsheetSafe
        self.hasByteOrderMark = hasByteOrderMark
        self.table = table
    }
}
