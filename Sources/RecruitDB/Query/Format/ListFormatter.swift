import RecruitSQLite

/// Values separated by `|`, one row a line, controls drawn as in a box.
struct ListFormatter: RowFormatter {
    private let hasHeader: Bool
    private let drawing: CellDrawing
    private var line: [UInt8] = []

    init(_ style: ListingStyle) {
        hasHeader = style.hasHeader
        drawing = CellDrawing(null: style.null)
    }

    mutating func begin(_ columns: [String], into output: inout OutputBuffer) {
        guard hasHeader else { return }
        for (index, column) in columns.enumerated() {
            if index > 0 { line.append(UInt8(ascii: "|")) }
            _ = drawing.append(name: column, to: &line)
        }
        endLine(&output)
    }

    mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
        for index in cells.indices {
            if index > 0 { line.append(UInt8(ascii: "|")) }
            _ = drawing.append(cells[index], to: &line)
        }
        endLine(&output)
    }

    mutating func end(into output: inout OutputBuffer) {}

    private mutating func endLine(_ output: inout OutputBuffer) {
        line.append(UInt8(ascii: "\n"))
        output.append(line)
        line.removeAll(keepingCapacity: true)
    }
}
