import RecruitDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where the results of the program go: standard output, or the file that `--output` names; one buffer for all.
final class ResultOutput {
    private var buffer = OutputBuffer(descriptor: STDOUT_FILENO)
    private var file: ResultFile?
    private var pager: Pager?
    /// The bytes of the workbook that was written, nil when there is none.
    private var spreadsheet: Int?

    /// Whether results go to a file.
    var isFile: Bool { file != nil }

    /// The bytes so far.
    var byteCount: Int { spreadsheet ?? buffer.byteCount }

    /// From here on, results go to `file`, which appears when all is done.
    func redirect(to file: ResultFile) {
        self.file = file
        if let draft = file.draft { Interruption.removes(draft) }
        buffer = OutputBuffer(descriptor: file.descriptor)
    }

    /// From here on, results that are longer than the screen of `rows` rows are shown by a pager.
    func page(rows: Int) {
        guard file == nil, pager == nil else { return }
        let pager = Pager(rows: rows)
        self.pager = pager
        buffer = OutputBuffer(to: pager.take)
    }

    /// Appends the UTF-8 of `text`.
    func append(_ text: String) { buffer.append(text) }

    /// Appends `bytes`.
    func append(_ bytes: [UInt8]) { buffer.append(bytes) }

    /// Writes all rows of `listing`, or the first `limit`; returns how many, and whether there are more.
    func write(_ listing: Listing, _ style: ListingStyle, limit: Int?) throws -> Listing.Written {
        guard style.format == .xlsx, let file else {
            return try named { try listing.write(style, limit: limit, to: &buffer) }
        }
        let written = try listing.writeSpreadsheet(style, limit: limit, to: file)
        spreadsheet = Int(lseek(file.descriptor, 0, SEEK_END))
        return written
    }

    /// Writes what is held back, where it is not for a pager, which shows it when all is said.
    func flush() throws {
        guard pager == nil else { return }
        try named { try buffer.flush() }
    }

    /// Writes what is held back; a file gets its name.
    func finish() throws {
        defer { pager?.finish() }
        try named { try buffer.flush() }
        try file?.commit()
    }

    /// Ends without results where they go to a file; those that were ready for standard output are written.
    func abandon() throws {
        if let file {
            file.discard()
        } else {
            defer { pager?.finish() }
            try buffer.flush()
        }
    }

    /// Says of a file that cannot be written which it is.
    private func named<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as OutputError {
            guard let file, !error.isBrokenPipe else { throw error }
            throw file.failure(error.code)
        }
    }
}
