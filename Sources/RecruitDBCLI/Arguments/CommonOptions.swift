extension Option {
    /// Which file is the database; every command takes it, before or after its name.
    static let database = Option(
        "database", letter: "d", value: "file",
        "the database (default: $RECRUITDB_DATABASE, else recruitment.db)")
    /// Who did it.
    static let by = Option("by", value: "handle", "who does this (default: your login name)")
    /// The format of a listing.
    static let format = Option(
        "format", value: "format",
        "box, table, markdown, csv, tsv, json, ndjson, line, list, html, insert, quote, column, xlsx (with "
            + "--output), none (default: box on a terminal, else csv)")
    /// Where a listing goes.
    static let output = Option(
        "output", letter: "o", value: "file",
        "write to a file, which appears whole or not at all; its ending chooses the format: .csv .tsv .json .ndjson "
            + ".md .html .sql .txt .xlsx")
    /// What stands for NULL.
    static let null = Option("null", value: "text", "what stands for an empty value")
    /// The width of a whole table.
    static let width = Option("width", value: "cells", "of the whole table; longer cells end in an ellipsis")
    /// The table of INSERT statements.
    static let table = Option("table", value: "name", "the table that insert names (data)")

    /// The options of every command that lists something.
    static let listing = [format, output, null, width, table]
}

extension Flag {
    /// Shows what would be done.
    static let dryRun = Flag("dry-run", "show what would be done, and change nothing")
    /// Leaves the names of the columns away.
    static let noHeader = Flag("no-header", "leave the names of the columns away")
    /// Help; every command takes it.
    static let help = Flag("help", letter: "h", "show this help")
    /// The version; the program itself takes it.
    static let version = Flag("version", "show the version")

    /// CR LF.
    static let crlf = Flag("crlf", "end the lines of csv and tsv in CR LF, as RFC 4180 wants")
    /// The mark by which Excel knows UTF-8.
    static let bom = Flag("bom", "begin csv and tsv with the mark by which Excel knows UTF-8")
    /// No formulas.
    static let spreadsheetSafe = Flag(
        "spreadsheet-safe",
        "in csv and tsv put ' before text that a spreadsheet would run: = + - @ at its beginning, also after blanks, "
            + "or a tab or line break there; numbers stay")

    /// The flags of every command that lists something.
    static let listing = [noHeader, spreadsheetSafe, bom, crlf, noPager]
    /// Shows a long result at once.
    static let noPager = Flag("no-pager", "on a terminal, do not show a long result by $PAGER")
}
