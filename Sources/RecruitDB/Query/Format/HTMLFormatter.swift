import RecruitSQLite

/// The rows of an HTML table, for a page that brings the `<table>` around them; markup in values is text.
struct HTMLFormatter: RowFormatter {
    private let hasHeader: Bool
    private let drawing: CellDrawing
    private var drawn: [UInt8] = []

    init(_ style: ListingStyle) {
        hasHeader = style.hasHeader
        drawing = CellDrawing(null: style.null)
    }

    mutating func begin(_ columns: [String], into output: inout OutputBuffer) {
        guard hasHeader else { return }
        output.append(literal: "<tr>")
        for column in columns {
            output.append(literal: "<th>")
            _ = drawing.append(name: column, to: &drawn)
            appendDrawn(to: &output)
            output.append(literal: "</th>")
        }
        output.append(literal: "</tr>\n")
    }

    mutating func row(_ cells: UnsafeBufferPointer<Cell>, into output: inout OutputBuffer) {
        output.append(literal: "<tr>")
        for cell in cells {
            output.append(literal: "<td>")
            _ = drawing.append(cell, to: &drawn)
            appendDrawn(to: &output)
            output.append(literal: "</td>")
        }
        output.append(literal: "</tr>\n")
    }

    mutating func end(into output: inout OutputBuffer) {}

    private mutating func appendDrawn(to output: inout OutputBuffer) {
        for byte in drawn {
            switch byte {
            case UInt8(ascii: "<"): output.append(literal: "&lt;")
            case UInt8(ascii: ">"): output.append(literal: "&gt;")
            case UInt8(ascii: "&"): output.append(literal: "&amp;")
            case UInt8(ascii: "\""): output.append(literal: "&quot;")
            case UInt8(ascii: "'"): output.append(literal: "&#39;")
            default: output.append(byte)
            }
        }
        drawn.removeAll(keepingCapacity: true)
    }
}
