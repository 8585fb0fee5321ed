import RecruitDB

extension Invocation {
    /// Writes the rows of `listing` in `style`, else as the options of listings ask; at most `limit`.
    ///
    /// Returns what was written. A command that does something first asks for `listingStyle()` before it does.
    @discardableResult
    func write(_ listing: Listing, _ style: ListingStyle? = nil, limit: Int? = nil) throws -> Listing.Written {
        try output.write(listing, style ?? listingStyle(), limit: limit)
    }

    /// How the options of listings ask for them to be written; from here on, `--output` gets the results.
    ///
    /// `inputs` are files that are read for them, and that `--output` must not replace.
    func listingStyle(reading inputs: [String] = []) throws -> ListingStyle {
        let isTerminal = filePath == nil && Terminal.output.isInteractive
        let width = try number(.width, in: 1...100_000) ?? (isTerminal ? Terminal.output.columns : nil)
        let table = self[.table] ?? "data"
        guard !table.isEmpty else { throw usage("--table takes a name") }
        let format = try namedFormat ?? (isTerminal ? .box : .csv)
        for flag in [Flag.spreadsheetSafe, .bom, .crlf] where self[flag] && format != .csv && format != .tsv {
            throw usage("--\(flag.name) goes with csv and tsv, not with \(format)")
        }
        if format == .xlsx, filePath == nil { throw usage("xlsx goes to a file: --output FILE.xlsx") }
        let style = ListingStyle(
            format, hasHeader: !self[.noHeader], null: self[.null] ?? "", width: width, usesCRLF: self[.crlf],
            isSpreadsheetSafe: self[.spreadsheetSafe], hasByteOrderMark: self[.bom], table: table)
        try openFile(reading: inputs)
        let isForTheEye = [.box, .table, .column, .markdown, .line, .list].contains(format)
        if isTerminal, isForTheEye, !self[.noPager] { output.page(rows: Terminal.output.rows) }
        return style
    }

    /// Whether a format was chosen, by `--format` or by the ending of the file that `--output` names.
    var choosesFormat: Bool { self[.format] != nil || filePath.flatMap(ListingFormat.init(endingOf:)) != nil }

    /// The file that `--output` names, nil for standard output.
    private var filePath: String? { self[.output].flatMap { $0 == "-" || $0 == "/dev/stdout" ? nil : $0 } }

    private var namedFormat: ListingFormat? {
        get throws {
            guard let name = self[.format] else { return filePath.flatMap(ListingFormat.init(endingOf:)) }
            if let known = ListingFormat(rawValue: name) { return known }
            let names = ListingFormat.allCases.map { $0.rawValue }
            throw usage(
                "unknown format '\(Excerpt.of(name))'; known are \(names.joined(separator: ", "))"
                    + Suggestion.among(names, for: name))
        }
    }

    private func openFile(reading inputs: [String]) throws {
        guard let filePath, !output.isFile else { return }
        guard !filePath.isEmpty else { throw usage("--output takes the name of a file") }
        output.redirect(
            to: try ResultFile(
                path: filePath, apartFrom: DatabaseFiles.all(of: databasePath),
                reading: inputs.flatMap(DatabaseFiles.all)))
    }
}
