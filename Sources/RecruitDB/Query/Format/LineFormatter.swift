import RecruitSQLite

/// `column = value`, one a line, the names aligned at their end, a blank line between rows; controls are drawn.
struct LineFormatter: RowFormatter {
    private let drawing: CellDrawing
    private var names: [[UInt8]] = []
    private var line: [UInt8] = []
    private var isFirst = true

    init(_ style: ListingStyle) { drawing = CellDrawing(null: style.null) }

    mutating func begin(_ columns: [String], into output: inout OutputBuffer) {
        var widths: [Int] = []
        for column in columns {
            var name: [UInt8] = []
            widths.append(drawing.append(name: column, to: &name))
            names.append(name)
        }
        let widest = widths.max() ?? 0
        for (index, width) in widths.enumerated() {
            names[index] = Array(repeating: UInt8(ascii: " "), count: widest - width) + names[index]
        }
    }

    mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
        if !isFirst { output.append(UInt8(ascii: "\n")) }
        isFirst = false
        for index in cells.indices where index < names.count {
            output.append(names[index])
            output.append(literal: " = ")
            _ = drawing.append(cells[index], to: &line)
            line.append(UInt8(ascii: "\n"))
            output.append(line)
            line.removeAll(keepingCapacity: true)
        }
    }

    mutating func end(into output: inout OutputBuffer) {}
}
