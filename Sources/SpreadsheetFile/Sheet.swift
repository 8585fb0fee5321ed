import CXLSXWriter

/// The one sheet of a new workbook, filled row by row; rows that are done lie in a file, not in memory.
struct Sheet {
    /// Standard output, by a name that libxlsxwriter can open; it stays the same file when its name goes.
    static let path = "/dev/fd/1"
    /// What a sheet holds (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3).
    private static let mostRows = 1_048_576
    private static let mostColumns = 16_384
    private static let longestText = 32_767
    /// Beyond it a spreadsheet's numbers, which are floating-point, lose digits.
    private static let largestInteger: Int64 = 1 << 53

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let worksheet: UnsafeMutablePointer<lxw_worksheet>
    /// The row that is being filled, from 0, with the header.
    private var row = -1

    init(columns: Int, temporaryFolder: String?) throws(WorkbookError) {
        guard columns <= Self.mostColumns else {
            throw .badData("a sheet has at most \(Self.mostColumns) columns, and these are \(columns)")
        }
        // Kept to the end of the program: the workbook looks there for its folder.
        var options = lxw_workbook_options(
            constant_memory: 1, tmpdir: temporaryFolder.flatMap { strdup($0) }, use_zip64: 0)
        guard let workbook = workbook_new_opt(Self.path, &options),
            let worksheet = workbook_add_worksheet(workbook, "data")
        else { throw .io("no temporary file can be made") }
        self.workbook = workbook
        self.worksheet = worksheet
    }

    /// Writes the names of the columns, bold, in a row that stays when the others are scrolled.
    mutating func addHeader(_ names: [[UInt8]]) throws(WorkbookError) {
        let bold = workbook_add_format(workbook)
        format_set_bold(bold)
        worksheet_freeze_panes(worksheet, 1, 0)
        row = 0
        for (column, name) in names.enumerated() {
            try write(String(decoding: name, as: UTF8.self), at: column, bold)
        }
    }

    /// Leaves the cell of the next row or `column` empty.
    mutating func addEmpty(at column: Int) throws(WorkbookError) { try begin(column) }

    /// Adds `number`, as text where a spreadsheet would lose digits.
    mutating func add(_ number: Int64, at column: Int) throws(WorkbookError) {
        try begin(column)
        if number.magnitude <= Self.largestInteger.magnitude {
            try check(worksheet_write_number(worksheet, UInt32(row), UInt16(column), Double(number), nil))
        } else {
            try write("\(number)", at: column, nil)
        }
    }

    /// Adds `number`; an infinity, for which a spreadsheet has no number, as text.
    mutating func add(_ number: Double, at column: Int) throws(WorkbookError) {
        try begin(column)
        if number.isFinite {
            try check(worksheet_write_number(worksheet, UInt32(row), UInt16(column), number, nil))
        } else {
            try write(number < 0 ? "-Inf" : "Inf", at: column, nil)
        }
    }

    /// Adds text, which is never taken for a formula or an address; bytes that are no UTF-8 are U+FFFD.
    mutating func add(text bytes: [UInt8], at column: Int) throws(WorkbookError) {
        try begin(column)
        try write(String(decoding: bytes, as: UTF8.self), at: column, nil)
    }

    /// Adds bytes as text in hexadecimal.
    mutating func add(blob bytes: [UInt8], at column: Int) throws(WorkbookError) {
        try begin(column)
        var text: [UInt8] = []
        text.reserveCapacity(2 * bytes.count)
        for byte in bytes {
            for half in [byte >> 4, byte & 15] { text.append(half < 10 ? 0x30 + half : 0x57 + half) }
        }
        try write(String(decoding: text, as: UTF8.self), at: column, nil)
    }

    /// Writes the workbook; returns how many bytes of rows it holds.
    func close() throws(WorkbookError) -> Int {
        var size = 0
        guard recruit_rows_are_written(worksheet, &size) != 0 else { throw .io("the disk is full") }
        try check(workbook_close(workbook))
        return size
    }

    /// The first cell of a row begins it.
    private mutating func begin(_ column: Int) throws(WorkbookError) {
        guard column == 0 else { return }
        row += 1
        guard row < Self.mostRows else {
            throw .badData("a sheet has at most \(Self.mostRows) rows, the header among them; use --limit, or csv")
        }
    }

    private func write(
        _ text: String, at column: Int, _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(WorkbookError) {
        let count = text.utf16.count
        guard count <= Self.longestText else {
            throw .badData(
                "a cell has at most \(Self.longestText) characters, and that of row \(row + 1), column \(column + 1) has "
                    + "\(count); select a part of it with substr(), or use csv")
        }
        try check(worksheet_write_string(worksheet, UInt32(row), UInt16(column), SheetText.written(text), format))
    }

    private func check(_ code: lxw_error) throws(WorkbookError) {
        if code != LXW_NO_ERROR { throw .io(String(cString: lxw_strerror(code))) }
    }
}
