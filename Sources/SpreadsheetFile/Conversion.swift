/// The whole run: rows in, a workbook out, looked through once it is written.
enum Conversion {
    static func run(temporaryFolder: String?) throws(WorkbookError) {
        var rows = RowStream()
        let hasHeader = try rows.byte() == UInt8(ascii: "H")
        var names: [[UInt8]] = []
        for _ in 0..<(try rows.number()) { names.append(try rows.counted()) }
        var sheet = try Sheet(columns: names.count, temporaryFolder: temporaryFolder)
        if hasHeader { try sheet.addHeader(names) }
        var column = 0
        while true {
            let letter = try rows.byte()
            if letter == UInt8(ascii: "E") { break }
            switch letter {
            case UInt8(ascii: "n"): try sheet.addEmpty(at: column)
            case UInt8(ascii: "i"): try sheet.add(Int64(bitPattern: rows.number()), at: column)
            case UInt8(ascii: "r"): try sheet.add(Double(bitPattern: rows.number()), at: column)
            case UInt8(ascii: "t"): try sheet.add(text: rows.counted(), at: column)
            case UInt8(ascii: "b"): try sheet.add(blob: rows.counted(), at: column)
            default: throw .incomplete
            }
            column += 1
            if column == names.count { column = 0 }
        }
        let size = try sheet.close()
        try WrittenWorkbook(Sheet.path).check(atLeast: size)
    }
}
