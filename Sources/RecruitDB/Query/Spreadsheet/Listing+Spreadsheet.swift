extension Listing {
    /// Writes the first `limit` rows, all for nil, as a workbook of Excel into `file`, which is still to be committed.
    ///
    /// Numbers are numbers, but an integer beyond 2^53 is text, so that no digit is lost. Text is text, never a formula or
    /// an address; NULL is an empty cell, a blob its hexadecimal digits. The header is bold and stays in sight. It is made
    /// by the program `recruitdb-xlsx` beside the running one or on the PATH, in memory of a bounded size.
    ///
    /// - Throws: `RecruitmentError`: badData for more than 1,048,576 rows or a text of more than 32,767 characters,
    ///   missingProgram, usage where `file` is no file, io; for the rows as `write(_:to:)`.
    public func writeSpreadsheet(_ style: ListingStyle, limit: Int? = nil, to file: ResultFile) throws -> Written {
        guard file.draft != nil else {
            throw RecruitmentError(.usage, "xlsx goes to a file: name one that ends in .xlsx")
        }
        let program = try SpreadsheetProgram(file: file)
        var output = OutputBuffer { program.take($0) }
        var formatter: any RowFormatter = RowStreamFormatter(style)
        do {
            let written = try write(by: &formatter, limit: limit, to: &output)
            try output.flush()
            try program.finish(file)
            return written
        } catch let error as OutputError {
            // It takes no more because it has ended, and says why.
            if error.isBrokenPipe { try program.finish(file) }
            throw file.failure(error.code)
        }
    }
}
